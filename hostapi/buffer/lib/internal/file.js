'use strict';

// File: a Blob with a name and a time.

const { codes: { ERR_INVALID_THIS, ERR_MISSING_ARGS } } = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { Blob } = require('internal/blob');

// Lone surrogates become U+FFFD.
function wellFormed(text) {
  return Buffer.from(text, 'utf8').toString();
}

class File extends Blob {
  #name;
  #lastModified;

  constructor(fileBits, fileName, options = {}) {
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('fileBits', 'fileName');
    super(fileBits, options);
    this.#lastModified = +(options?.lastModified ?? Date.now()) || 0;
    this.#name = wellFormed(`${fileName}`);
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#name in value)) throw new ERR_INVALID_THIS('File');
  }

  get name() {
    File.#check(this);
    return this.#name;
  }

  get lastModified() {
    File.#check(this);
    return this.#lastModified;
  }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return this;
    const { inspect } = require('internal/util/inspect');
    const nested = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `File ${inspect({
      size: this.size, type: this.type, name: this.#name, lastModified: this.#lastModified,
    }, nested)}`;
  }
}

for (const name of ['name', 'lastModified']) Object.defineProperty(File.prototype, name, { enumerable: true });
Object.defineProperty(File.prototype, Symbol.toStringTag, { configurable: true, value: 'File' });

module.exports = { File };
