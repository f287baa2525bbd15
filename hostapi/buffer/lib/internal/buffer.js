'use strict';

// The instances of Buffer: FastBuffer, and the methods on Buffer.prototype.
//
// A named property of a typed array is slow to read, so methods are natives, which look at the
// bytes of their receiver directly, wherever that is possible.

const { codes: { ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE } } = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { validateNumber } = require('internal/validators');
const natives = internalBinding('buffer');

// Looking up the extra properties of a buffer to show them costs a step for each of its bytes.
const kMaxLengthToShowProperties = 65536;

class FastBuffer extends Uint8Array {}

const { prototype } = FastBuffer;

// The methods that are natives of the same name, in Node's order.
const integerMethods = [
  'readUIntLE', 'readUInt32LE', 'readUInt16LE', 'readUInt8',
  'readUIntBE', 'readUInt32BE', 'readUInt16BE',
];
const bigIntMethods = ['BigUInt64LE', 'BigUInt64BE', 'BigUint64LE', 'BigUint64BE', 'BigInt64LE', 'BigInt64BE'];
const encodingNames = ['ascii', 'base64', 'base64url', 'latin1', 'hex', 'ucs2', 'utf8'];

// Adds natives under their own name; in names like readUint8 the native is that of readUInt8.
function addMethods(names) {
  for (const name of names) prototype[name] = natives[name.replace('Uint', 'UInt')];
}

function addNumberMethods() {
  addMethods(bigIntMethods.map((name) => `read${name}`));
  addMethods(bigIntMethods.map((name) => `write${name}`));
  const small = integerMethods.map((name) => name.replace('UInt', 'Uint'));
  const signed = integerMethods.map((name) => name.replace('UInt', 'Int'));
  for (const names of [integerMethods, small, signed]) addMethods(names);
  for (const names of [integerMethods, small, signed]) addMethods(names.map((name) => name.replace('read', 'write')));
  for (const type of ['Float', 'Double']) {
    prototype[`read${type}LE`] = natives[`read${type}Forwards`];
    prototype[`read${type}BE`] = natives[`read${type}Backwards`];
  }
  for (const type of ['Float', 'Double']) {
    prototype[`write${type}LE`] = natives[`write${type}Forwards`];
    prototype[`write${type}BE`] = natives[`write${type}Backwards`];
  }
}

function defineOldProperty(name, source, Buffer) {
  const getter = { get() { return this instanceof Buffer ? this[source] : undefined; } }.get;
  Object.defineProperty(getter, 'name', { value: 'get' });
  Object.defineProperty(prototype, name, { enumerable: true, get: getter });
}

function fill(value, offset, end, encoding) {
  if (!natives.fillBytes(this, value, offset, end, encoding)) throw new ERR_INVALID_ARG_VALUE('value', value);
  return this;
}

function toJSON() {
  const { length } = this;
  const data = new Array(length);
  for (let i = 0; i < length; i++) data[i] = this[i];
  return { type: 'Buffer', data };
}

let inspectMaxBytes = 50;

// The own properties of a buffer besides its bytes, as text.
function inspectProperties(buffer, context) {
  const keys = context.showHidden ? Object.getOwnPropertyNames(buffer) : Object.keys(buffer);
  const extra = Object.create(null);
  let found = false;
  for (let i = buffer.length; i < keys.length; i++) {
    found = true;
    extra[keys[i]] = buffer[keys[i]];
  }
  if (!found) return '';
  const { inspect } = require('internal/util/inspect');
  const text = inspect(extra, { ...context, breakLength: Infinity, compact: true });
  return text.slice('[Object: null prototype] { '.length, -2);
}

function inspectBuffer(recurseTimes, context) {
  const { length } = this;
  let text = natives.hexPreview(this, inspectMaxBytes);
  const remaining = length - inspectMaxBytes;
  if (remaining > 0) text += ` ... ${remaining} more byte${remaining > 1 ? 's' : ''}`;
  if (context && length <= kMaxLengthToShowProperties) {
    const properties = inspectProperties(this, context);
    if (properties !== '') text += length > 0 ? `, ${properties}` : properties;
  }
  return `<${this.constructor.name} ${text}>`;
}
Object.defineProperty(inspectBuffer, 'name', { value: 'inspect' });

function setInspectMaxBytes(value) {
  validateNumber(value, 'INSPECT_MAX_BYTES');
  if (!(value >= 0)) throw new ERR_OUT_OF_RANGE('INSPECT_MAX_BYTES', '>= 0', value);
  inspectMaxBytes = value;
}

// Puts all methods on the prototype of Buffer. subarray is that of Uint8Array: it makes Buffers
// because Buffer's species is FastBuffer.
function addPrototype(Buffer) {
  prototype.constructor = Buffer;
  Object.defineProperty(prototype, 'constructor', { enumerable: false });
  addNumberMethods();
  addMethods(encodingNames.map((name) => `${name}Slice`));
  addMethods(encodingNames.map((name) => `${name}Write`));
  defineOldProperty('parent', 'buffer', Buffer);
  defineOldProperty('offset', 'byteOffset', Buffer);
  prototype[customInspectSymbol] = inspectBuffer;
  addMethods(['copy', 'toString', 'equals']);
  prototype.inspect = inspectBuffer;
  addMethods(['compare', 'indexOf', 'lastIndexOf', 'includes']);
  prototype.fill = fill;
  addMethods(['write']);
  prototype.toJSON = toJSON;
  prototype.subarray = prototype.subarray;
  prototype.slice = prototype.subarray;
  addMethods(['swap16', 'swap32', 'swap64']);
  prototype.toLocaleString = prototype.toString;
}

module.exports = {
  FastBuffer,
  addPrototype,
  getInspectMaxBytes: () => inspectMaxBytes,
  setInspectMaxBytes,
};
