'use strict';
// Serializer writes values in V8's format.

const types = require('util').types;
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { errorTags, hostViews, regExpFlags, tag, version, views } = require('internal/v8/format');
const { ByteWriter, bytesOf } = require('internal/v8/bytes');

const viewTags = new Map(Object.entries(views).map(([letter, name]) => [name, letter]));
const int32Min = -(2 ** 31);
const int32Max = 2 ** 31 - 1;
const indexMax = 2 ** 32 - 2;

class Serializer {
  #bytes = new ByteWriter();
  #ids = new Map(); // objects that were written
  #transferred = new Map();
  #hostViews = false;

  writeHeader() {
    this.#bytes.byte(tag.VERSION);
    this.#bytes.varint(version);
  }

  releaseBuffer() { return this.#bytes.take(); }
  transferArrayBuffer(id, arrayBuffer) { this.#transferred.set(arrayBuffer, id >>> 0); }
  writeUint32(value) { this.#bytes.varint(value >>> 0); }
  writeUint64(high, low) {
    let value = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
    while (value >= 0x80n) {
      this.#bytes.byte(Number(value & 0x7fn) | 0x80);
      value >>= 7n;
    }
    this.#bytes.byte(Number(value));
  }
  writeDouble(value) { this.#bytes.double(+value); }
  writeRawBytes(source) {
    if (!ArrayBuffer.isView(source)) {
      throw new ERR_INVALID_ARG_TYPE('source', ['Buffer', 'TypedArray', 'DataView'], source);
    }
    this.#bytes.raw(bytesOf(source));
  }
  _setTreatArrayBufferViewsAsHostObjects(flag) { this.#hostViews = !!flag; }

  writeValue(value) {
    this.#write(value);
    return true;
  }

  #write(value) {
    switch (typeof value) {
      case 'undefined': return this.#bytes.byte(tag.UNDEFINED);
      case 'boolean': return this.#bytes.byte(value ? tag.TRUE : tag.FALSE);
      case 'number': return this.#number(value);
      case 'bigint':
        this.#bytes.byte(tag.BIGINT);
        return this.#bigint(value);
      case 'string': return this.#string(value);
      case 'symbol': return this.#refuse(value);
      default: return value === null ? this.#bytes.byte(tag.NULL) : this.#object(value);
    }
  }

  #refuse(value) {
    let name;
    if (typeof value === 'symbol' || typeof value === 'function') name = String(value);
    else name = `#<${value?.constructor?.name || 'Object'}>`;
    throw this._getDataCloneError(`${name} could not be cloned.`);
  }

  #number(value) {
    if (Number.isInteger(value) && value >= int32Min && value <= int32Max && !Object.is(value, -0)) {
      this.#bytes.byte(tag.INT32);
      this.#bytes.varint(value >= 0 ? 2 * value : -2 * value - 1);
      return;
    }
    this.#bytes.byte(tag.DOUBLE);
    this.#bytes.double(value);
  }

  #bigint(value) {
    let digits = value < 0n ? -value : value;
    const bytes = [];
    while (digits > 0n) {
      for (let i = 0; i < 8; i++) {
        bytes.push(Number(digits & 0xffn));
        digits >>= 8n;
      }
    }
    this.#bytes.varint(2 * bytes.length + (value < 0n ? 1 : 0));
    this.#bytes.raw(Buffer.from(bytes));
  }

  #string(text) {
    if (/^[\0-\xff]*$/.test(text)) {
      this.#bytes.byte(tag.LATIN1);
      this.#bytes.varint(text.length);
      this.#bytes.raw(Buffer.from(text, 'latin1'));
      return;
    }
    const lengthBytes = 2 * text.length < 0x80 ? 1 : Math.ceil(Math.log2(2 * text.length + 1) / 7);
    if ((this.#bytes.length + 1 + lengthBytes) % 2 === 1) this.#bytes.byte(tag.PADDING);
    this.#bytes.byte(tag.UTF16);
    this.#bytes.varint(2 * text.length);
    this.#bytes.raw(Buffer.from(text, 'utf16le'));
  }

  #object(object) {
    if (this.#ids.has(object)) {
      this.#bytes.byte(tag.REFERENCE);
      this.#bytes.varint(this.#ids.get(object));
      return;
    }
    if (ArrayBuffer.isView(object) && !this.#hostViews) this.#object(object.buffer);
    this.#ids.set(object, this.#ids.size);
    if (typeof object === 'function') this.#refuse(object);
    if (Array.isArray(object) && !types.isProxy(object)) return this.#array(object);
    if (ArrayBuffer.isView(object)) return this.#view(object);
    if (!this.#special(object)) this.#plain(object);
  }

  // #special writes objects with a content of their own.
  #special(object) {
    const out = this.#bytes;
    if (types.isDate(object)) {
      out.byte(tag.DATE);
      out.double(Date.prototype.getTime.call(object));
    } else if (types.isBoxedPrimitive(object)) {
      this.#boxed(object.valueOf(), object);
    } else if (types.isRegExp(object)) {
      out.byte(tag.REGEXP);
      this.#string(object.source);
      out.varint(Array.from(object.flags).reduce((bits, flag) => bits | (1 << regExpFlags.indexOf(flag)), 0));
    } else if (types.isMap(object)) {
      this.#collection(tag.MAP, tag.MAP_END, Array.from(object).flat());
    } else if (types.isSet(object)) {
      this.#collection(tag.SET, tag.SET_END, Array.from(object));
    } else if (types.isArrayBuffer(object)) {
      this.#arrayBuffer(object);
    } else if (types.isNativeError(object)) {
      this.#error(object);
    } else {
      return false;
    }
    return true;
  }

  #boxed(value, object) {
    const out = this.#bytes;
    switch (typeof value) {
      case 'boolean': return out.byte(value ? tag.TRUE_OBJECT : tag.FALSE_OBJECT);
      case 'number':
        out.byte(tag.NUMBER_OBJECT);
        return out.double(value);
      case 'bigint':
        out.byte(tag.BIGINT_OBJECT);
        return this.#bigint(value);
      case 'string':
        out.byte(tag.STRING_OBJECT);
        return this.#string(value);
      default: return this.#refuse(object);
    }
  }

  #collection(begin, end, items) {
    this.#bytes.byte(begin);
    for (const item of items) this.#write(item);
    this.#bytes.byte(end);
    this.#bytes.varint(items.length);
  }

  #arrayBuffer(buffer) {
    if (this.#transferred.has(buffer)) {
      this.#bytes.byte(tag.ARRAY_BUFFER_TRANSFER);
      this.#bytes.varint(this.#transferred.get(buffer));
      return;
    }
    this.#bytes.byte(tag.ARRAY_BUFFER);
    this.#bytes.varint(buffer.byteLength);
    this.#bytes.raw(bytesOf(buffer));
  }

  #error(error) {
    const out = this.#bytes;
    out.byte(tag.ERROR);
    const letter = errorTags[error.name];
    if (letter) out.byte(letter.charCodeAt(0));
    const own = (name) => Object.getOwnPropertyDescriptor(error, name);
    if (own('message')) {
      out.byte(0x6d);
      this.#string(String(error.message));
    }
    if (own('cause')) {
      out.byte(0x63);
      this.#write(error.cause);
    }
    if (typeof error.stack === 'string') {
      out.byte(0x73);
      this.#string(error.stack);
    }
    out.byte(0x2e);
  }

  #view(view) {
    const out = this.#bytes;
    if (this.#hostViews) {
      out.byte(tag.HOST);
      this._writeHostObject(view);
      return;
    }
    out.byte(tag.VIEW);
    out.byte(viewTags.get(types.isDataView(view) ? 'DataView' : view[Symbol.toStringTag]).charCodeAt(0));
    out.varint(view.byteOffset);
    out.varint(view.byteLength);
    out.varint(0);
  }

  #plain(object) {
    if (types.isProxy(object) || !isCloneable(object)) this.#refuse(object);
    this.#bytes.byte(tag.OBJECT);
    const count = this.#properties(object, Object.keys(object));
    this.#bytes.byte(tag.OBJECT_END);
    this.#bytes.varint(count);
  }

  // #properties writes keys and values, and returns how many.
  #properties(object, keys) {
    let count = 0;
    for (const key of keys) {
      if (!Object.hasOwn(object, key)) continue; // a getter took it away
      const index = Number(key);
      if (String(index >>> 0) === key && index <= indexMax) this.#number(index);
      else this.#string(key);
      this.#write(object[key]);
      count++;
    }
    return count;
  }

  #array(array) {
    const { length } = array;
    const keys = Object.keys(array);
    const dense = keys.length >= length && keys.slice(0, length).every((key, i) => key === String(i));
    this.#bytes.byte(dense ? tag.DENSE : tag.SPARSE);
    this.#bytes.varint(length);
    if (dense) for (let i = 0; i < length; i++) this.#element(array, i);
    const count = this.#properties(array, dense ? keys.slice(length) : keys);
    this.#bytes.byte(dense ? tag.DENSE_END : tag.SPARSE_END);
    this.#bytes.varint(count);
    this.#bytes.varint(length);
  }

  #element(array, i) {
    if (i in array) this.#write(array[i]);
    else this.#bytes.byte(tag.HOLE);
  }
}

Serializer.prototype._getDataCloneError = Error;

// isCloneable says that an object has no inner state that would be lost.
function isCloneable(object) {
  return !types.isPromise(object) && !types.isWeakMap(object) && !types.isWeakSet(object) && !types.isGeneratorObject(object) &&
    !types.isMapIterator(object) && !types.isSetIterator(object) && !types.isModuleNamespaceObject(object);
}

// DefaultSerializer writes views with their own bytes only.
class DefaultSerializer extends Serializer {
  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  _writeHostObject(view) {
    const name = types.isDataView(view) ? 'DataView' : view.constructor === Buffer ? 'Buffer' : view[Symbol.toStringTag];
    const index = hostViews.indexOf(name);
    if (index < 0) throw this._getDataCloneError(`Unserializable host object: ${require('util').inspect(view)}`);
    this.writeUint32(index);
    this.writeUint32(view.byteLength);
    this.writeRawBytes(bytesOf(view));
  }
}

module.exports = { DefaultSerializer, Serializer };
