'use strict';

// The module 'querystring'. Programs may replace escape and unescape.

const { encodeComponent } = internalBinding('url');

const plain = "!'()*-._~";
const encodedChar = /%[0-9a-fA-F]{2}/;

const QueryString = module.exports = {
  unescapeBuffer,
  unescape: qsUnescape,
  escape: qsEscape,
  stringify,
  encode: stringify,
  parse,
  decode: parse,
};

function hexValue(code) {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 && code < 128 ? letter - 87 : -1;
}

// Decodes to bytes; characters count with their lower byte.
function unescapeBuffer(s, decodeSpaces) {
  const out = Buffer.allocUnsafe(s.length);
  let length = 0;
  for (let i = 0; i < s.length; i++) {
    let code = s.charCodeAt(i);
    if (code === 43 && decodeSpaces) {
      code = 32;
    } else if (code === 37 && i + 2 < s.length) {
      const high = hexValue(s.charCodeAt(i + 1));
      const low = hexValue(s.charCodeAt(i + 2));
      if (high >= 0 && low >= 0) {
        code = high * 16 + low;
        i += 2;
      }
    }
    out[length++] = code;
  }
  return out.slice(0, length);
}

function qsUnescape(s, decodeSpaces) {
  try {
    return decodeURIComponent(s);
  } catch {
    return QueryString.unescapeBuffer(s, decodeSpaces).toString();
  }
}

function qsEscape(str) {
  const text = typeof str === 'string' ? str : typeof str === 'object' ? String(str) : `${str}`;
  const encoded = encodeComponent(text, plain);
  if (encoded !== undefined) return encoded;
  const { codes: { ERR_INVALID_URI } } = require('internal/errors');
  throw new ERR_INVALID_URI();
}

function primitiveText(value) {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return isFinite(value) ? `${value}` : '';
  return typeof value === 'bigint' || typeof value === 'boolean' ? `${value}` : '';
}

// Numbers but the largest have nothing to escape.
function encodePrimitive(value, encode) {
  if (typeof value === 'string') return value === '' ? '' : encode(value);
  if (typeof value === 'number' && isFinite(value) && Math.abs(value) >= 1e21) return encode(`${value}`);
  return primitiveText(value);
}

function stringify(obj, sep, eq, options) {
  if (obj === null || typeof obj !== 'object') return '';
  const separator = sep || '&';
  const equals = eq || '=';
  const custom = options && typeof options.encodeURIComponent === 'function' ? options.encodeURIComponent :
    QueryString.escape;
  const encode = custom === qsEscape ? (value) => encodePrimitive(value, qsEscape) :
    (value) => custom(primitiveText(value));
  const fields = [];
  for (const key of Object.keys(obj)) {
    const start = `${encode(key)}${equals}`;
    const value = obj[key];
    if (!Array.isArray(value)) {
      fields.push(start + encode(value));
      continue;
    }
    for (const item of value) fields.push(start + encode(item));
  }
  return fields.join(separator);
}

function decodeWith(text, decode) {
  try {
    return decode(text);
  } catch {
    return QueryString.unescape(text, true);
  }
}

// Without a decoder of the program's own only what is encoded is decoded.
function decodePart(part, decode, custom) {
  const text = part.includes('+') ? part.replaceAll('+', custom ? '%20' : ' ') : part;
  if (text === '' || !(custom || encodedChar.test(text))) return text;
  return decodeWith(text, decode);
}

function addField(fields, key, value) {
  const known = fields[key];
  if (known === undefined) fields[key] = value;
  else if (Array.isArray(known)) known.push(value);
  else fields[key] = [known, value];
}

function parse(qs, sep, eq, options) {
  const fields = { __proto__: null };
  if (typeof qs !== 'string' || qs.length === 0) return fields;
  const separator = sep ? `${sep}` : '&';
  const equals = eq ? `${eq}` : '=';
  const maxKeys = options && typeof options.maxKeys === 'number' ? options.maxKeys : 1000;
  const decode = options && typeof options.decodeURIComponent === 'function' ? options.decodeURIComponent :
    QueryString.unescape;
  const custom = decode !== qsUnescape;
  const parts = qs.split(separator);
  const count = Number.isInteger(maxKeys) && maxKeys > 0 ? Math.min(maxKeys, parts.length) : parts.length;
  for (let i = 0; i < count; i++) {
    const part = parts[i];
    if (part === '') continue;
    const at = part.indexOf(equals);
    const key = at === -1 ? part : part.slice(0, at);
    const value = at === -1 ? '' : part.slice(at + equals.length);
    addField(fields, decodePart(key, decode, custom), decodePart(value, decode, custom));
  }
  return fields;
}
