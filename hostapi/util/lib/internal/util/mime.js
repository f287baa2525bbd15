'use strict';

// util.MIMEType and util.MIMEParams, after the MIME Sniffing Standard.

const { codes } = require('internal/errors');

const notToken = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const notQuotable = /[^\t\x20-\x7e\x80-\xff]/;
const leadingSpace = /^[\r\n\t ]*/;
const trailingSpace = /[\r\n\t ]*$/;

function lower(text) {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

// Throws when a part is empty or has a character which does not belong there.
function requireToken(production, text, source, pattern = notToken) {
  const invalid = text.search(pattern);
  if (text === '' || invalid !== -1) {
    throw new codes.ERR_INVALID_MIME_SYNTAX(production, source, invalid);
  }
}

function parseType(text) {
  const slash = text.indexOf('/');
  const type = slash === -1 ? '' : text.slice(0, slash);
  if (slash === -1) throw new codes.ERR_INVALID_MIME_SYNTAX('type', text, -1);
  requireToken('type', type, text);
  return [lower(type), text.slice(slash + 1)];
}

function parseSubtype(text, source) {
  const end = text.indexOf(';');
  const subtype = (end === -1 ? text : text.slice(0, end)).replace(trailingSpace, '');
  requireToken('subtype', subtype, source);
  return [lower(subtype), end === -1 ? '' : text.slice(end + 1)];
}

// The quoted value which begins at the mark at `start`: [value, place behind it].
function readQuoted(text, start) {
  let value = '';
  let i = start + 1;
  for (; i < text.length && text[i] !== '"'; i++) {
    if (text[i] === '\\' && i + 1 < text.length) i++;
    value += text[i];
  }
  const next = text.indexOf(';', i);
  return [value, next === -1 ? text.length : next];
}

function readPlain(text, start) {
  const next = text.indexOf(';', start);
  const end = next === -1 ? text.length : next;
  return [text.slice(start, end).replace(trailingSpace, ''), end];
}

function isValidParameter(name, value, isQuoted) {
  return name !== '' && !notToken.test(name) && !notQuotable.test(value) && (isQuoted || value !== '');
}

// Parameters which are not valid are left out; of two with the same name the first counts.
function parseParameters(text, params) {
  let i = 0;
  while (i < text.length) {
    i += leadingSpace.exec(text.slice(i))[0].length;
    const end = i + (/[;=]|$/.exec(text.slice(i)).index);
    const name = lower(text.slice(i, end));
    i = end + 1;
    if (text[end] !== '=') continue;
    const isQuoted = text[i] === '"';
    const [value, next] = isQuoted ? readQuoted(text, i) : readPlain(text, i);
    if (isValidParameter(name, value, isQuoted) && !params.has(name)) params.set(name, value);
    i = next + 1;
  }
}

function encodeValue(value) {
  if (value === '') return '""';
  return notToken.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;
}

class MIMEParams {
  #values = new Map();

  delete(name) {
    this.#values.delete(name);
  }

  get(name) {
    return this.#values.get(name) ?? null;
  }

  has(name) {
    return this.#values.has(name);
  }

  set(name, value) {
    const key = `${name}`;
    const text = `${value}`;
    requireToken('parameter name', key, key);
    const invalid = text.search(notQuotable);
    if (invalid !== -1) throw new codes.ERR_INVALID_MIME_SYNTAX('parameter value', text, invalid);
    this.#values.set(key, text);
  }

  *entries() {
    yield* this.#values.entries();
  }

  *keys() {
    yield* this.#values.keys();
  }

  *values() {
    yield* this.#values.values();
  }

  toString() {
    return Array.from(this.#values, ([name, value]) => `${name}=${encodeValue(value)}`).join(';');
  }
}

Object.defineProperties(MIMEParams.prototype, {
  toJSON: { value: MIMEParams.prototype.toString, writable: true, configurable: true },
  [Symbol.iterator]: { value: MIMEParams.prototype.entries, writable: true, configurable: true },
});

class MIMEType {
  #type;
  #subtype;
  #params = new MIMEParams();

  constructor(input) {
    const text = `${input}`;
    const [type, rest] = parseType(text.replace(leadingSpace, '').replace(trailingSpace, ''));
    const [subtype, parameters] = parseSubtype(rest, text);
    this.#type = type;
    this.#subtype = subtype;
    parseParameters(parameters, this.#params);
  }

  get type() {
    return this.#type;
  }

  set type(value) {
    const text = `${value}`;
    requireToken('type', text, text);
    this.#type = lower(text);
  }

  get subtype() {
    return this.#subtype;
  }

  set subtype(value) {
    const text = `${value}`;
    requireToken('subtype', text, text);
    this.#subtype = lower(text);
  }

  get essence() {
    return `${this.#type}/${this.#subtype}`;
  }

  get params() {
    return this.#params;
  }

  toString() {
    const params = this.#params.toString();
    return params === '' ? this.essence : `${this.essence};${params}`;
  }
}

Object.defineProperty(MIMEType.prototype, 'toJSON', {
  value: MIMEType.prototype.toString, writable: true, configurable: true,
});

module.exports = { MIMEParams, MIMEType };
