'use strict';

// A compression: takes input in pieces, gives output in pieces. Pieces are collected until they are
// worth a block, or somebody wants to have what is there.

const { Buffer } = require('buffer');
const constants = require('internal/zlib/constants');
const natives = internalBinding('zlib');

const blockMin = 256 * 1024;
const windowMax = 32 * 1024;
const emptyEnd = Buffer.from([3, 0]); // a last block with nothing in it
const operatingSystem = 3; // Unix, whatever this is

// How hard the compression tries, as the header says.
function effort(level, strategy) {
  if (level === constants.Z_BEST_COMPRESSION) return 2;
  return strategy >= constants.Z_HUFFMAN_ONLY || level === 0 || level === 1 ? 4 : 0;
}

function gzipHeader(level, strategy) {
  return Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, effort(level, strategy), operatingSystem]);
}

function zlibHeader(level, windowBits, dictionary) {
  const speed = level === -1 || level === 6 ? 2 : level < 2 ? 0 : level < 6 ? 1 : 3;
  let head = ((8 + ((windowBits - 8) << 4)) << 8) | (speed << 6) | (dictionary ? 0x20 : 0);
  head += 31 - (head % 31);
  const bytes = Buffer.alloc(dictionary ? 6 : 2);
  bytes.writeUInt16BE(head);
  if (dictionary) bytes.writeUInt32BE(natives.adler32(dictionary, 1), 2);
  return bytes;
}

class Compression {
  #format;
  #options;
  #level;
  #strategy;
  #pieces = [];
  #length = 0;
  #window;
  #check;
  #total = 0;
  #begun = false;
  #ended = false;

  // format: raw, zlib or gzip.
  constructor(format, options) {
    this.#format = format;
    this.#options = options;
    this.reset();
  }

  reset() {
    const { level, strategy, dictionary } = this.#options;
    this.setParameters(level, strategy);
    this.#window = dictionary ? dictionary.subarray(-windowMax) : Buffer.alloc(0);
    this.#check = this.#format === 'zlib' ? 1 : 0;
    this.#pieces = [];
    this.#length = this.#total = 0;
    this.#begun = this.#ended = false;
  }

  setParameters(level, strategy) {
    this.#level = level;
    this.#strategy = strategy;
  }

  // Takes a piece of the input and returns what can be given out.
  write(chunk, flush) {
    const out = [];
    if (this.#ended) return Buffer.alloc(0);
    if (!this.#begun) {
      this.#begun = true;
      out.push(this.#header());
    }
    if (chunk.length > 0) this.#take(chunk);
    const last = flush === constants.Z_FINISH;
    if (last || this.#length >= blockMin || (flush !== constants.Z_NO_FLUSH && this.#length > 0)) {
      out.push(this.#block(last));
    }
    if (last) {
      this.#ended = true;
      out.push(this.#trailer());
    }
    return Buffer.concat(out);
  }

  // The program may change its piece later.
  #take(chunk) {
    this.#pieces.push(Buffer.from(chunk));
    this.#length += chunk.length;
    this.#total += chunk.length;
    if (this.#format === 'gzip') this.#check = natives.crc32(chunk, this.#check);
    else if (this.#format === 'zlib') this.#check = natives.adler32(chunk, this.#check);
  }

  #block(last) {
    const data = this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#length = 0;
    if (last && data.length === 0) return emptyEnd;
    const level = this.#strategy === constants.Z_HUFFMAN_ONLY ? -2 : this.#level;
    const block = Buffer.from(natives.deflate(level, this.#window, data, last, this.#options.windowBits));
    this.#window = Buffer.concat([this.#window, data.subarray(-windowMax)]).subarray(-windowMax);
    return block;
  }

  #header() {
    const { windowBits, dictionary } = this.#options;
    if (this.#format === 'gzip') return gzipHeader(this.#level, this.#strategy);
    return this.#format === 'zlib' ? zlibHeader(this.#level, windowBits, dictionary) : Buffer.alloc(0);
  }

  #trailer() {
    if (this.#format === 'raw') return Buffer.alloc(0);
    const bytes = Buffer.alloc(this.#format === 'gzip' ? 8 : 4);
    if (this.#format === 'gzip') {
      bytes.writeUInt32LE(this.#check);
      bytes.writeUInt32LE(this.#total % 2 ** 32, 4);
    } else {
      bytes.writeUInt32BE(this.#check);
    }
    return bytes;
  }
}

module.exports = { Compression };
