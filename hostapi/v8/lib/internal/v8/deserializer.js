'use strict';
// Deserializer reads values in V8's format. Damaged bytes are an error, and
// never more memory than the bytes have.

const { errorTags, hostViews, regExpFlags, tag, version, views } = require('internal/v8/format');

const oldestVersion = 13;
const errorNames = new Map(Object.entries(errorTags).map(([name, letter]) => [letter, name]));
const arrayLengthMax = 2 ** 32 - 1;

function damaged() { return new Error('Unable to deserialize cloned data.'); }

// badBuffer is the error of an argument that is no view.
function badBuffer() {
  const error = new TypeError('buffer must be a TypedArray or a DataView');
  error.code = 'ERR_INVALID_ARG_TYPE';
  return error;
}

class Deserializer {
  #bytes;
  #at = 0;
  #objects = [];
  #transferred = new Map();
  #version = 0;

  constructor(buffer) {
    if (!ArrayBuffer.isView(buffer)) throw badBuffer();
    this.buffer = buffer;
    this.#bytes = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }

  readHeader() {
    if (this.#bytes[this.#at] === tag.VERSION && this.#bytes.length > 1) {
      this.#at++;
      this.#version = this.#varint();
    }
    if (this.#version < oldestVersion || this.#version > version) {
      throw new Error('Unable to deserialize cloned data due to invalid or unsupported version.');
    }
    return true;
  }

  getWireFormatVersion() { return this.#version; }
  transferArrayBuffer(id, arrayBuffer) { this.#transferred.set(id >>> 0, arrayBuffer); }
  readUint32() {
    try {
      return this.#varint() >>> 0;
    } catch {
      throw new Error('ReadUint32() failed');
    }
  }
  readUint64() {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.#byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return [Number((value >> 32n) & 0xffffffffn), Number(value & 0xffffffffn)];
  }
  readDouble() {
    const at = this.#skip(8);
    return this.#bytes.readDoubleLE(at);
  }
  _readRawBytes(length) { return this.#skip(length); }
  readRawBytes(length) {
    const at = this.#skip(length);
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + at, length);
  }

  readValue() { return this.#read(); }

  #byte() { return this.#bytes[this.#skip(1)]; }

  // #skip goes on by count bytes and returns where they begin.
  #skip(count) {
    if (!(count >= 0) || this.#at + count > this.#bytes.length) throw damaged();
    const at = this.#at;
    this.#at += count;
    return at;
  }

  #varint() {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.#byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      if (factor > 2 ** 42) throw damaged();
    }
  }

  #text(encoding) {
    const length = this.#varint();
    const at = this.#skip(length);
    return this.#bytes.toString(encoding, at, at + length);
  }

  #bigint() {
    const field = this.#varint();
    const length = Math.floor(field / 2);
    const at = this.#skip(length);
    let value = 0n;
    for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(this.#bytes[at + i]);
    return field % 2 === 1 ? -value : value;
  }

  #keep(object) {
    this.#objects.push(object);
    return object;
  }

  #nextTag() {
    let found = this.#byte();
    while (found === tag.PADDING) found = this.#byte();
    return found;
  }

  #peek(wanted) {
    while (this.#bytes[this.#at] === tag.PADDING) this.#at++;
    if (this.#at >= this.#bytes.length) throw damaged();
    if (this.#bytes[this.#at] !== wanted) return false;
    this.#at++;
    return true;
  }

  #read() {
    const found = this.#nextTag();
    switch (found) {
      case tag.UNDEFINED: return undefined;
      case tag.NULL: return null;
      case tag.TRUE: return true;
      case tag.FALSE: return false;
      case tag.INT32: {
        const coded = this.#varint() >>> 0;
        return coded % 2 === 0 ? coded / 2 : -(coded + 1) / 2;
      }
      case tag.UINT32: return this.#varint() >>> 0;
      case tag.DOUBLE: return this.readDouble();
      case tag.BIGINT: return this.#bigint();
      case tag.UTF8: return this.#text('utf8');
      case tag.LATIN1: return this.#text('latin1');
      case tag.UTF16: return this.#text('utf16le');
      case tag.REFERENCE: {
        const id = this.#varint();
        if (id >= this.#objects.length) throw damaged();
        return this.#viewOf(this.#objects[id]);
      }
      default: return this.#object(found);
    }
  }

  #object(found) {
    switch (found) {
      case tag.OBJECT: {
        const object = this.#keep({});
        this.#properties(object, tag.OBJECT_END);
        return object;
      }
      case tag.SPARSE:
      case tag.DENSE: return this.#array(found);
      case tag.DATE: return this.#keep(new Date(this.readDouble()));
      case tag.TRUE_OBJECT: return this.#keep(new Boolean(true)); // eslint-disable-line no-new-wrappers
      case tag.FALSE_OBJECT: return this.#keep(new Boolean(false)); // eslint-disable-line no-new-wrappers
      case tag.NUMBER_OBJECT: return this.#keep(new Number(this.readDouble())); // eslint-disable-line no-new-wrappers
      case tag.BIGINT_OBJECT: return this.#keep(Object(this.#bigint()));
      case tag.STRING_OBJECT: return this.#keep(Object(this.#read()));
      case tag.REGEXP: return this.#regExp();
      case tag.MAP: return this.#map();
      case tag.SET: return this.#set();
      case tag.ARRAY_BUFFER: return this.#arrayBuffer();
      case tag.ARRAY_BUFFER_TRANSFER: {
        const buffer = this.#transferred.get(this.#varint());
        if (buffer === undefined) throw damaged();
        return this.#viewOf(this.#keep(buffer));
      }
      case tag.ERROR: return this.#error();
      case tag.HOST: return this.#host();
      default: throw damaged();
    }
  }

  // #properties reads keys and values up to an end tag.
  #properties(object, end) {
    let count = 0;
    for (; !this.#peek(end); count++) {
      const key = this.#read();
      if (typeof key !== 'string' && typeof key !== 'number') throw damaged();
      Object.defineProperty(object, key, { value: this.#read(), writable: true, enumerable: true, configurable: true });
    }
    if (this.#varint() !== count) throw damaged();
  }

  #array(found) {
    const length = this.#varint();
    if (length > arrayLengthMax) throw damaged();
    const array = this.#keep([]);
    if (found === tag.DENSE) {
      if (length > this.#bytes.length - this.#at) throw damaged();
      for (let i = 0; i < length; i++) {
        if (!this.#peek(tag.HOLE)) array[i] = this.#read();
      }
    }
    array.length = length;
    this.#properties(array, found === tag.DENSE ? tag.DENSE_END : tag.SPARSE_END);
    if (this.#varint() !== length) throw damaged();
    return array;
  }

  #regExp() {
    const id = this.#objects.push(undefined) - 1;
    const source = this.#read();
    const bits = this.#varint();
    const flags = Array.from(regExpFlags).filter((_, i) => bits & (1 << i)).join('');
    return (this.#objects[id] = new RegExp(source, flags));
  }

  #map() {
    const map = this.#keep(new Map());
    let count = 0;
    for (; !this.#peek(tag.MAP_END); count += 2) {
      const key = this.#read();
      map.set(key, this.#read());
    }
    if (this.#varint() !== count) throw damaged();
    return map;
  }

  #set() {
    const set = this.#keep(new Set());
    let count = 0;
    for (; !this.#peek(tag.SET_END); count++) set.add(this.#read());
    if (this.#varint() !== count) throw damaged();
    return set;
  }

  #arrayBuffer() {
    const length = this.#varint();
    const at = this.#skip(length);
    const memory = this.#bytes.subarray(at, at + length);
    return this.#viewOf(this.#keep(Uint8Array.from(memory).buffer));
  }

  // #viewOf returns the view that is written behind an ArrayBuffer, or the
  // buffer itself.
  #viewOf(buffer) {
    if (!(buffer instanceof ArrayBuffer) || this.#bytes[this.#at] !== tag.VIEW) return buffer;
    this.#at++;
    const name = views[String.fromCharCode(this.#byte())];
    const offset = this.#varint();
    const length = this.#varint();
    if (this.#version >= 14) this.#varint();
    if (name === undefined || offset + length > buffer.byteLength) throw damaged();
    const View = globalThis[name];
    const size = View.BYTES_PER_ELEMENT || 1;
    if (length % size !== 0 || offset % size !== 0) throw damaged();
    return this.#keep(new View(buffer, offset, length / size));
  }

  #error() {
    const id = this.#objects.push(undefined) - 1;
    const parts = {};
    let name = 'Error';
    for (;;) {
      const letter = String.fromCharCode(this.#byte());
      if (letter === '.') break;
      if (errorNames.has(letter)) name = errorNames.get(letter);
      else if (letter === 'm') parts.message = this.#read();
      else if (letter === 'c') parts.cause = this.#read();
      else if (letter === 's') parts.stack = this.#read();
      else throw damaged();
    }
    const error = new globalThis[name](parts.message, 'cause' in parts ? { cause: parts.cause } : undefined);
    Object.defineProperty(error, 'stack', { value: parts.stack, writable: true, configurable: true, enumerable: false });
    return (this.#objects[id] = error);
  }

  #host() {
    const id = this.#objects.push(undefined) - 1;
    if (typeof this._readHostObject !== 'function') throw damaged();
    return (this.#objects[id] = this._readHostObject());
  }
}

// DefaultDeserializer reads what DefaultSerializer wrote.
class DefaultDeserializer extends Deserializer {
  _readHostObject() {
    const name = hostViews[this.readUint32()];
    const length = this.readUint32();
    if (name === undefined) throw damaged();
    const bytes = this.readRawBytes(length);
    if (name === 'Buffer') return bytes;
    const View = globalThis[name];
    const size = View.BYTES_PER_ELEMENT || 1;
    if (bytes.byteOffset % size === 0) return new View(bytes.buffer, bytes.byteOffset, length / size);
    return new View(Uint8Array.from(bytes).buffer, 0, length / size);
  }
}

module.exports = { DefaultDeserializer, Deserializer };
