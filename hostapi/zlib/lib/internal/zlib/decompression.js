'use strict';

// A decompression: a header, blocks, and a trailer that must fit what came out; in gzip, then perhaps
// all of it again.

const { Buffer } = require('buffer');
const { dataError } = require('internal/zlib/errors');
const { isGzip, readGzipHeader, readZlibHeader } = require('internal/zlib/headers');
const natives = internalBinding('zlib');

const empty = Buffer.alloc(0);

class Decompression {
  #given;
  #options;
  #format;
  #phase;
  #held; // input of a header or trailer that is not complete
  #state;
  #check;
  #total;
  #dictionary;

  // format: raw, zlib, gzip, or any: that of the input.
  constructor(format, options) {
    this.#given = format;
    this.#options = options;
    this.reset();
  }

  reset() {
    this.#format = this.#given;
    this.#begin();
  }

  #begin() {
    this.#phase = this.#format === 'raw' ? 'body' : 'header';
    this.#held = empty;
    this.#total = 0;
    this.#check = this.#format === 'zlib' ? 1 : 0;
    this.#dictionary = this.#format === 'raw' ? this.#options.dictionary : undefined;
    this.#state = undefined;
  }

  // Whether the input may end here.
  get isComplete() { return this.#phase === 'end' || this.#phase === 'between'; }

  // Takes input as long as less than `room` bytes have come out. Returns what came out, and how much
  // of the input was used.
  write(input, room) {
    const out = [];
    let used = 0;
    for (;;) {
      const before = this.#phase;
      const step = this.#step(input.subarray(used), room);
      used += step.used;
      if (step.out) {
        out.push(step.out);
        room -= step.out.length;
      }
      const stuck = this.#phase === before && step.used === 0 && !step.out?.length;
      if (room === 0 || stuck || this.#phase === 'end') break;
    }
    return { out: out.length === 1 ? out[0] : Buffer.concat(out), used: this.#phase === 'end' ? input.length : used };
  }

  #step(input, room) {
    switch (this.#phase) {
      case 'header': return this.#header(input);
      case 'body': return this.#body(input, room);
      case 'trailer': return this.#trailer(input);
      case 'between': return this.#between(input);
    }
    return { used: 0 };
  }

  #header(input) {
    if (input.length === 0) return { used: 0 };
    const before = this.#held.length;
    const bytes = Buffer.concat([this.#held, input]);
    if (this.#format === 'any') {
      if (bytes[0] === 0x1f && bytes.length < 2) return this.#hold(bytes, input);
      this.#format = isGzip(bytes) ? 'gzip' : 'zlib';
      this.#check = this.#format === 'zlib' ? 1 : 0;
    }
    const length = this.#format === 'gzip' ? readGzipHeader(bytes) : readZlibHeader(bytes, this.#options);
    if (length === undefined) return this.#hold(bytes, input);
    if (this.#format === 'zlib' && length > 2) this.#dictionary = this.#options.dictionary;
    this.#held = empty;
    this.#phase = 'body';
    return { used: length - before };
  }

  #hold(bytes, input) {
    this.#held = bytes;
    return { used: input.length };
  }

  #body(input, room) {
    this.#state ??= natives.inflateStart(this.#dictionary ?? empty);
    const [bytes, state, used, done, message] = natives.inflate(this.#state, input, room);
    if (message !== undefined) throw dataError(message);
    this.#state = state;
    const out = Buffer.from(bytes);
    this.#total += out.length;
    if (this.#format === 'gzip') this.#check = natives.crc32(out, this.#check);
    else if (this.#format === 'zlib') this.#check = natives.adler32(out, this.#check);
    if (done) this.#phase = this.#format === 'raw' ? 'end' : 'trailer';
    return { used, out };
  }

  #trailer(input) {
    const wanted = (this.#format === 'gzip' ? 8 : 4) - this.#held.length;
    const piece = input.subarray(0, wanted);
    const bytes = Buffer.concat([this.#held, piece]);
    this.#held = bytes;
    const isGzipFormat = this.#format === 'gzip';
    if (bytes.length >= 4 && (isGzipFormat ? bytes.readUInt32LE(0) : bytes.readUInt32BE(0)) !== this.#check) {
      throw dataError('incorrect data check');
    }
    if (piece.length < wanted) return { used: piece.length };
    if (isGzipFormat && bytes.readUInt32LE(4) !== this.#total % 2 ** 32) throw dataError('incorrect length check');
    this.#held = empty;
    this.#phase = isGzipFormat ? 'between' : 'end';
    return { used: piece.length };
  }

  // Behind a member of a gzip file come others, or zeros which fill the file up.
  #between(input) {
    if (input.length === 0) return { used: 0 };
    if (input[0] === 0) {
      this.#phase = 'end';
      return { used: input.length };
    }
    this.#begin();
    return { used: 0 };
  }
}

module.exports = { Decompression };
