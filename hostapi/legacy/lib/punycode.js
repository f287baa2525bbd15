'use strict';
// punycode: host names of any script in ASCII (RFC 3492), and back.

const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialN = 0x80;
const delimiter = '-';
const maxInt = 2 ** 31 - 1;

const messages = {
  'overflow': 'Overflow: input needs wider integers to process',
  'not-basic': 'Illegal input >= 0x80 (not a basic code point)',
  'invalid-input': 'Invalid input',
};
function fail(kind) { throw new RangeError(messages[kind]); }

// adapt finds the bias for the next number (section 6.1).
function adapt(delta, points, first) {
  delta = first ? Math.floor(delta / damp) : delta >> 1;
  delta += Math.floor(delta / points);
  let k = 0;
  for (; delta > ((base - tMin) * tMax) >> 1; k += base) delta = Math.floor(delta / (base - tMin));
  return Math.floor(k + ((base - tMin + 1) * delta) / (delta + skew));
}

function threshold(k, bias) { return k <= bias ? tMin : k >= bias + tMax ? tMax : k - bias; }

function digitOf(code) {
  if (code >= 0x30 && code < 0x3a) return 26 + (code - 0x30);
  if (code >= 0x41 && code < 0x5b) return code - 0x41;
  if (code >= 0x61 && code < 0x7b) return code - 0x61;
  return base;
}

function characterOf(digit) { return String.fromCharCode(digit < 26 ? digit + 0x61 : digit - 26 + 0x30); }

// number reads a number that begins at `at`: [value, place behind it].
function number(input, at, i, bias) {
  const before = i;
  for (let weight = 1, k = base; ; k += base) {
    if (at >= input.length) fail('invalid-input');
    const digit = digitOf(input.charCodeAt(at++));
    if (digit >= base) fail('invalid-input');
    if (digit > Math.floor((maxInt - i) / weight)) fail('overflow');
    i += digit * weight;
    const t = threshold(k, bias);
    if (digit < t) return [i, at, i - before];
    if (weight > Math.floor(maxInt / (base - t))) fail('overflow');
    weight *= base - t;
  }
}

function decode(input) {
  const basic = Math.max(0, input.lastIndexOf(delimiter));
  const output = [];
  for (let j = 0; j < basic; j++) {
    if (input.charCodeAt(j) >= 0x80) fail('not-basic');
    output.push(input.charCodeAt(j));
  }
  let n = initialN;
  let bias = initialBias;
  let i = 0;
  for (let at = basic > 0 ? basic + 1 : 0; at < input.length;) {
    const [next, behind, delta] = number(input, at, i, bias);
    const start = i;
    i = next;
    at = behind;
    bias = adapt(delta, output.length + 1, start === 0);
    if (Math.floor(i / (output.length + 1)) > maxInt - n) fail('overflow');
    n += Math.floor(i / (output.length + 1));
    i %= output.length + 1;
    output.splice(i++, 0, n);
  }
  return String.fromCodePoint(...output);
}

function encode(text) {
  const input = ucs2.decode(text);
  const basics = input.filter((code) => code < 0x80);
  let output = String.fromCharCode(...basics);
  let handled = basics.length;
  if (handled > 0) output += delimiter;
  let n = initialN;
  let delta = 0;
  let bias = initialBias;
  while (handled < input.length) {
    const next = input.reduce((least, code) => (code >= n && code < least ? code : least), maxInt);
    if (next - n > Math.floor((maxInt - delta) / (handled + 1))) fail('overflow');
    delta += (next - n) * (handled + 1);
    n = next;
    for (const code of input) {
      if (code < n && ++delta > maxInt) fail('overflow');
      if (code !== n) continue;
      output += digits(delta, bias);
      bias = adapt(delta, handled + 1, handled === basics.length);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return output;
}

function digits(value, bias) {
  let text = '';
  for (let k = base; ; k += base) {
    const t = threshold(k, bias);
    if (value < t) return text + characterOf(value);
    text += characterOf(t + ((value - t) % (base - t)));
    value = Math.floor((value - t) / (base - t));
  }
}

const ucs2 = {
  decode(text) {
    const points = [];
    for (let i = 0; i < text.length; i++) {
      const code = text.codePointAt(i);
      points.push(code);
      if (code > 0xffff) i++;
    }
    return points;
  },
  encode(points) { return String.fromCodePoint(...points); },
};

// mapDomain applies a function to the labels of a host name, or of the host in
// an e-mail address.
function mapDomain(domain, change) {
  const at = domain.split('@');
  const prefix = at.length > 1 ? `${at[0]}@` : '';
  const host = at.length > 1 ? at[1] : domain;
  return prefix + host.replace(/[\x2E\u3002\uFF0E\uFF61]/g, '.').split('.').map(change).join('.');
}

function toUnicode(input) {
  return mapDomain(input, (label) => (/^xn--/.test(label) ? decode(label.slice(4).toLowerCase()) : label));
}

function toASCII(input) {
  return mapDomain(input, (label) => (/[^\0-\x7F]/.test(label) ? `xn--${encode(label)}` : label));
}

module.exports = { version: '2.1.0', ucs2, decode, encode, toASCII, toUnicode };
