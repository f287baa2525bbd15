'use strict';

// The module 'punycode': names of hosts in other scripts, as letters and digits (RFC 3492).

const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialCode = 128;
const maxInt = 2 ** 31 - 1;

const notASCII = /[^\0-\x7F]/;
const separators = /[\x2E\u3002\uFF0E\uFF61]/g;

const messages = {
  'overflow': 'Overflow: input needs wider integers to process',
  'not-basic': 'Illegal input >= 0x80 (not a basic code point)',
  'invalid-input': 'Invalid input',
};

function fail(type) { throw new RangeError(messages[type]); }

function adapt(delta, count, isFirst) {
  delta = isFirst ? Math.floor(delta / damp) : delta >> 1;
  delta += Math.floor(delta / count);
  let k = 0;
  for (; delta > ((base - tMin) * tMax) >> 1; k += base) delta = Math.floor(delta / (base - tMin));
  return Math.floor(k + ((base - tMin + 1) * delta) / (delta + skew));
}

function threshold(k, bias) { return Math.min(Math.max(k - bias, tMin), tMax); }

function digitOf(code) {
  if (code >= 0x30 && code < 0x3a) return 26 + (code - 0x30);
  if (code >= 0x41 && code < 0x5b) return code - 0x41;
  if (code >= 0x61 && code < 0x7b) return code - 0x61;
  return base;
}

function codeOf(digit) { return digit + (digit < 26 ? 97 : 22); }

// Reads a number of variable length and returns it with where it ends.
function readNumber(input, index, bias) {
  let number = 0;
  for (let weight = 1, k = base; ; k += base) {
    if (index >= input.length) fail('invalid-input');
    const digit = digitOf(input.charCodeAt(index++));
    if (digit >= base) fail('invalid-input');
    if (digit > Math.floor((maxInt - number) / weight)) fail('overflow');
    number += digit * weight;
    const t = threshold(k, bias);
    if (digit < t) return [number, index];
    if (weight > Math.floor(maxInt / (base - t))) fail('overflow');
    weight *= base - t;
  }
}

function decode(input) {
  const output = [];
  const basic = Math.max(input.lastIndexOf('-'), 0);
  for (let i = 0; i < basic; i++) {
    if (input.charCodeAt(i) >= 0x80) fail('not-basic');
    output.push(input.charCodeAt(i));
  }
  let code = initialCode;
  let bias = initialBias;
  let at = 0;
  for (let index = basic > 0 ? basic + 1 : 0; index < input.length;) {
    const before = at;
    const [number, end] = readNumber(input, index, bias);
    at += number;
    index = end;
    const count = output.length + 1;
    bias = adapt(at - before, count, before === 0);
    if (Math.floor(at / count) > maxInt - code) fail('overflow');
    code += Math.floor(at / count);
    at %= count;
    output.splice(at++, 0, code);
  }
  return String.fromCodePoint(...output);
}

function writeNumber(number, bias) {
  let text = '';
  for (let k = base; ; k += base) {
    const t = threshold(k, bias);
    if (number < t) return text + String.fromCharCode(codeOf(number));
    text += String.fromCharCode(codeOf(t + ((number - t) % (base - t))));
    number = Math.floor((number - t) / (base - t));
  }
}

function encode(input) {
  const codes = ucs2decode(input);
  let output = codes.filter((one) => one < 0x80).map((one) => String.fromCharCode(one)).join('');
  const basicCount = output.length;
  let handled = basicCount;
  if (basicCount > 0) output += '-';
  let code = initialCode;
  let bias = initialBias;
  let delta = 0;
  while (handled < codes.length) {
    const next = codes.reduce((least, one) => (one >= code && one < least ? one : least), maxInt);
    if (next - code > Math.floor((maxInt - delta) / (handled + 1))) fail('overflow');
    delta += (next - code) * (handled + 1);
    code = next;
    for (const one of codes) {
      if (one < code && ++delta > maxInt) fail('overflow');
      if (one !== code) continue;
      output += writeNumber(delta, bias);
      bias = adapt(delta, handled + 1, handled === basicCount);
      delta = 0;
      handled++;
    }
    delta++;
    code++;
  }
  return output;
}

// Only the part behind an @ is a domain; its labels are converted one by one.
function mapDomain(domain, convert) {
  const parts = domain.split('@');
  const prefix = parts.length > 1 ? `${parts[0]}@` : '';
  const labels = (parts.length > 1 ? parts[1] : domain).replace(separators, '.').split('.');
  return prefix + labels.map(convert).join('.');
}

function toUnicode(input) {
  return mapDomain(input, (label) => (/^xn--/.test(label) ? decode(label.slice(4).toLowerCase()) : label));
}

function toASCII(input) {
  return mapDomain(input, (label) => (notASCII.test(label) ? `xn--${encode(label)}` : label));
}

// Text as code points; halves of pairs that stand alone stay what they are.
function ucs2decode(string) {
  const codes = [];
  for (const character of string) codes.push(character.codePointAt(0));
  return codes;
}

function ucs2encode(codes) { return String.fromCodePoint(...codes); }

module.exports = {
  version: '2.1.0',
  ucs2: { decode: ucs2decode, encode: ucs2encode },
  decode,
  encode,
  toASCII,
  toUnicode,
};
