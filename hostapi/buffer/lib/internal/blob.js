'use strict';

// Blob: bytes with a media type.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_THIS },
} = require('internal/errors');
const { customInspectSymbol, kClone } = require('internal/util');
const natives = internalBinding('buffer');

const unprintable = /[^\x20-\x7e]/;

function checkDictionary(value, name) {
  if (value === null || typeof value === 'object' || typeof value === 'function') return;
  throw new ERR_INVALID_ARG_TYPE(name, 'a dictionary', value);
}

function checkSequence(sources) {
  const isSequence = sources !== null && typeof sources === 'object' &&
    typeof sources[Symbol.iterator] === 'function';
  if (!isSequence) throw new ERR_INVALID_ARG_TYPE('sources', 'a sequence', sources);
}

function mediaType(type) {
  const text = `${type}`;
  return unprintable.test(text) ? '' : text.toLowerCase();
}

// A position in a blob, where a negative one counts from the end.
function position(value, size) {
  const at = Math.trunc(+value) || 0;
  return at < 0 ? Math.max(size + at, 0) : Math.min(at, size);
}

let bytesOfBlob;

// A stream of the parts of a blob.
function streamParts(bytes, ends) {
  const { ReadableStream } = require('stream/web');
  let at = 0;
  let part = 0;
  return new ReadableStream({
    type: 'bytes',
    pull(controller) {
      while (part < ends.length && ends[part] === at) part++;
      if (part === ends.length) {
        controller.close();
        controller.byobRequest?.respond(0);
        return;
      }
      controller.enqueue(bytes.slice(at, at = ends[part]));
    },
  });
}

// The bytes of one part of a blob.
function partBytes(part, endings) {
  const memory = natives.copyBytes(part);
  if (memory !== undefined) return new Uint8Array(memory);
  const bytes = bytesOfBlob(part);
  if (bytes !== undefined) return bytes;
  const text = `${part}`;
  return new Uint8Array(natives.encode(endings === 'native' ? text.replace(/\r\n/g, '\n') : text));
}

class Blob {
  #bytes;
  #ends; // where the parts end, which a stream gives one by one
  #type;

  constructor(sources = [], options = undefined) {
    checkSequence(sources);
    if (options !== undefined) checkDictionary(options, 'options');
    const type = options?.type ?? '';
    const endings = options?.endings ?? 'transparent';
    if (endings !== 'transparent' && endings !== 'native') {
      throw new ERR_INVALID_ARG_VALUE('options.endings', endings);
    }
    const parts = [];
    for (const part of sources) parts.push(partBytes(part, endings));
    this.#bytes = new Uint8Array(natives.concat(parts));
    let end = 0;
    this.#ends = parts.map((part) => (end += part.length));
    this.#type = mediaType(type);
  }

  static {
    bytesOfBlob = (value) => (Blob.#is(value) ? value.#bytes : undefined);
  }

  static #is(value) {
    return value !== null && typeof value === 'object' && #bytes in value;
  }

  static #check(value) {
    if (!Blob.#is(value)) throw new ERR_INVALID_THIS('Blob');
  }

  get type() {
    Blob.#check(this);
    return this.#type;
  }

  get size() {
    Blob.#check(this);
    return this.#bytes.length;
  }

  slice(start = 0, end = undefined, contentType = '') {
    Blob.#check(this);
    const size = this.#bytes.length;
    const from = position(start, size);
    const to = end === undefined ? size : position(end, size);
    const blob = new Blob([], { type: contentType });
    blob.#bytes = this.#bytes.slice(from, Math.max(from, to));
    blob.#ends = this.#ends.filter((end) => end > from && end < to).map((end) => end - from);
    blob.#ends.push(blob.#bytes.length);
    return blob;
  }

  async arrayBuffer() {
    Blob.#check(this);
    return natives.copyBytes(this.#bytes);
  }

  async text() {
    Blob.#check(this);
    return natives.decodeUTF8(this.#bytes, 0);
  }

  async bytes() {
    return new Uint8Array(await this.arrayBuffer());
  }

  stream() {
    Blob.#check(this);
    return streamParts(this.#bytes, this.#ends);
  }

  // Blobs never change: a clone has the same bytes.
  [kClone]() {
    const blob = new Blob([], { type: this.#type });
    blob.#bytes = this.#bytes;
    blob.#ends = this.#ends;
    return blob;
  }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return this;
    const { inspect } = require('internal/util/inspect');
    const nested = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `Blob ${inspect({ size: this.size, type: this.type }, nested)}`;
  }
}

for (const name of ['size', 'type', 'slice', 'stream', 'text', 'arrayBuffer']) {
  Object.defineProperty(Blob.prototype, name, { enumerable: true });
}
Object.defineProperty(Blob.prototype, Symbol.toStringTag, { configurable: true, value: 'Blob' });

// Nothing registers blobs under a URL, so there is nothing to find.
function resolveObjectURL(url) {
  `${url}`; // eslint-disable-line no-unused-expressions
  return undefined;
}

module.exports = { Blob, resolveObjectURL };
