'use strict';

// The structured clone algorithm, for structuredClone() and for messages between ports.

const { DOMException } = require('internal/domexception');
const { kClone } = require('internal/util');
const types = require('internal/util/types');

// The method by which an object (a MessagePort) moves: it returns { copy, commit }, the object's
// new self and the function which then empties the old one. kDetached says that this has happened.
const kTransfer = Symbol('kTransfer');
const kDetached = Symbol('kDetached');

const errorClasses = {
  __proto__: null, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError,
};
const { getPrototypeOf, prototype: objectPrototype } = Object;
const { hasOwnProperty, propertyIsEnumerable, toString } = objectPrototype;

// Objects that are cloned even when a transfer list names them.
const untransferable = new WeakSet();

function markAsUntransferable(object) {
  if ((typeof object === 'object' && object !== null) || typeof object === 'function') {
    untransferable.add(object);
  }
}

// What planTransfer makes of an empty list.
const noMoves = new Map();

function codedTypeError(code, message) {
  const error = new TypeError(message);
  error.code = code;
  return error;
}

function invalidTransferObject() {
  return codedTypeError('ERR_INVALID_TRANSFER_OBJECT', 'Found invalid object in transferList');
}

function dataCloneError(message) {
  return new DOMException(message, 'DataCloneError');
}

// How an error message names a value which cannot be cloned.
function describe(value) {
  if (typeof value === 'symbol') return value.toString();
  if (typeof value === 'function') return Function.prototype.toString.call(value);
  if (value.toString === toString && typeof value.constructor === 'function' &&
      value.constructor.name !== '') {
    return `#<${value.constructor.name}>`;
  }
  return toString.call(value);
}

function notCloneable(value) {
  return dataCloneError(`${describe(value)} could not be cloned.`);
}

// Objects with insides which no copy could have.
function isOpaque(value) {
  return types.isPromise(value) || types.isWeakMap(value) ||
    types.isWeakSet(value) || types.isSymbolObject(value) || types.isGeneratorObject(value) ||
    types.isMapIterator(value) || types.isSetIterator(value) || types.isArgumentsObject(value) ||
    isOpaqueByTag(toString.call(value));
}

function isOpaqueByTag(tag) {
  return tag === '[object WeakRef]' || tag === '[object Array Iterator]' ||
    tag === '[object String Iterator]' || tag === '[object RegExp String Iterator]' ||
    tag === '[object FinalizationRegistry]';
}

function defineHidden(object, key, value) {
  Object.defineProperty(object, key, {
    value, writable: true, enumerable: false, configurable: true,
  });
}

class Cloner {
  // moves: what planTransfer made of the transfer list.
  constructor(moves) {
    this.moves = moves;
    this.copies = new Map();
  }

  clone(value) {
    if (typeof value === 'function' || typeof value === 'symbol') throw notCloneable(value);
    if (typeof value !== 'object' || value === null) return value;
    const known = this.copies.get(value);
    if (known !== undefined) return known;
    const move = this.moves === noMoves ? undefined : this.moves.get(value);
    if (move !== undefined) return (move.plan ??= move.prepare()).copy;
    return this.cloneObject(value);
  }

  remember(value, copy) {
    this.copies.set(value, copy);
    return copy;
  }

  cloneObject(value) {
    if (types.isProxy(value)) throw notCloneable(value);
    if (Array.isArray(value)) return this.cloneArray(value);
    if (getPrototypeOf(value) === objectPrototype && !types.isArgumentsObject(value)) {
      return this.cloneProperties(value, this.remember(value, {}));
    }
    return this.cloneExotic(value);
  }

  cloneExotic(value) {
    if (types.isAnyArrayBuffer(value)) return this.cloneBuffer(value);
    if (ArrayBuffer.isView(value)) return this.cloneView(value);
    if (types.isMap(value)) return this.cloneMap(value);
    if (types.isSet(value)) return this.cloneSet(value);
    if (types.isDate(value)) return this.remember(value, new Date(+value));
    if (types.isRegExp(value)) return this.remember(value, new RegExp(value.source, value.flags));
    if (types.isNativeError(value)) return this.cloneError(value);
    if (typeof value[kTransfer] === 'function') {
      throw codedTypeError('ERR_MISSING_TRANSFERABLE_IN_TRANSFER_LIST',
        'Object that needs transfer was found in message but not listed in transferList');
    }
    if (typeof value[kClone] === 'function') return this.remember(value, value[kClone]());
    if (isOpaque(value)) throw notCloneable(value);
    if (types.isBoxedPrimitive(value)) return this.remember(value, Object(value.valueOf()));
    return this.cloneProperties(value, this.remember(value, {}));
  }

  cloneProperties(value, copy) {
    const keys = Object.keys(value);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      const item = value[key];
      // A getter before this one may have taken the property away.
      if (item === undefined && !propertyIsEnumerable.call(value, key)) continue;
      copy[key] = typeof item === 'number' || typeof item === 'string' ? item : this.clone(item);
    }
    return copy;
  }

  cloneArray(value) {
    const copy = this.remember(value, []);
    copy.length = value.length;
    return this.cloneProperties(value, copy);
  }

  cloneMap(value) {
    const copy = this.remember(value, new Map());
    const entries = [];
    Map.prototype.forEach.call(value, (item, key) => entries.push(key, item));
    for (let i = 0; i < entries.length; i += 2) {
      const key = this.clone(entries[i]);
      copy.set(key, this.clone(entries[i + 1]));
    }
    return copy;
  }

  cloneSet(value) {
    const copy = this.remember(value, new Set());
    const items = [];
    Set.prototype.forEach.call(value, (item) => items.push(item));
    for (const item of items) copy.add(this.clone(item));
    return copy;
  }

  cloneError(value) {
    const ErrorClass = errorClasses[`${value.name}`] ?? Error;
    const copy = this.remember(value, new ErrorClass());
    const { stack } = value;
    const message = Object.getOwnPropertyDescriptor(value, 'message');
    if (message !== undefined && 'value' in message) {
      defineHidden(copy, 'message', `${message.value}`);
    }
    if (hasOwnProperty.call(value, 'cause')) defineHidden(copy, 'cause', this.clone(value.cause));
    if (typeof stack === 'string') defineHidden(copy, 'stack', stack);
    return copy;
  }

  cloneBuffer(value) {
    if (types.isSharedArrayBuffer(value)) return this.remember(value, value);
    if (isDetached(value)) {
      throw dataCloneError('An ArrayBuffer is detached and could not be cloned.');
    }
    return this.remember(value, ArrayBuffer.prototype.slice.call(value, 0));
  }

  cloneView(value) {
    const buffer = this.clone(value.buffer);
    if (types.isDataView(value)) {
      return this.remember(value, new DataView(buffer, value.byteOffset, value.byteLength));
    }
    // A Buffer arrives as the plain typed array that it is.
    const View = globalThis[typedArrayName.call(value)];
    return this.remember(value, new View(buffer, value.byteOffset, value.length));
  }
}

const typedArrayName = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

function isDetached(buffer) {
  return require('internal/util').isArrayBufferDetached(buffer);
}

function planBuffer(buffer) {
  const { aliasArrayBuffer, detachArrayBuffer } = internalBinding('events');
  return { copy: aliasArrayBuffer(buffer), commit: () => detachArrayBuffer(buffer) };
}

function checkTransfer(object, isBuffer, isDuplicate, sourcePort) {
  if (!isBuffer && typeof object?.[kTransfer] !== 'function') throw invalidTransferObject();
  if (isDuplicate) {
    const kind = isBuffer ? 'ArrayBuffer' : 'MessagePort';
    throw dataCloneError(`Transfer list contains duplicate ${kind}`);
  }
  if (object === sourcePort) throw dataCloneError('Transfer list contains source port');
  if (!isBuffer && object[kDetached]) {
    throw dataCloneError('MessagePort in transfer list is already detached');
  }
}

// Checks a transfer list and notes how each of its objects moves. A move is prepared when the value
// is found to hold the object, or at the end; nothing leaves its old place before all is cloned.
function planTransfer(list, sourcePort) {
  if (list.length === 0) return noMoves;
  const moves = new Map();
  for (const object of list) {
    const isBuffer = types.isAnyArrayBuffer(object);
    checkTransfer(object, isBuffer, moves.has(object), sourcePort);
    if (isBuffer && (isDetached(object) || untransferable.has(object))) continue;
    const prepare = isBuffer ? () => planBuffer(object) : () => object[kTransfer]();
    moves.set(object, { plan: undefined, prepare, isBuffer });
  }
  return moves;
}

// Clones a message; transferList: an array; sourcePort: the port it is sent through. Returns
// { value, ports }, the ports being those of the transfer list at their new place.
function cloneMessage(value, transferList, sourcePort) {
  const moves = planTransfer(transferList, sourcePort);
  const copy = new Cloner(moves).clone(value);
  const ports = [];
  if (moves === noMoves) return { value: copy, ports };
  for (const move of moves.values()) {
    move.plan ??= move.prepare();
    move.plan.commit();
    if (move.plan.isPort) ports.push(move.plan.copy);
  }
  return { value: copy, ports };
}

function toTransferList(value, message) {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || typeof value[Symbol.iterator] !== 'function') {
    throw codedTypeError('ERR_INVALID_ARG_TYPE', message);
  }
  return [...value];
}

function structuredClone(value, options) {
  if (arguments.length === 0) {
    throw codedTypeError('ERR_MISSING_ARGS', 'The value argument must be specified');
  }
  if (options !== undefined && options !== null && typeof options !== 'object') {
    throw codedTypeError('ERR_INVALID_ARG_TYPE',
      'The options argument must be either an object or undefined');
  }
  const list = toTransferList(
    options?.transfer, 'Optional transferList argument must be an iterable');
  return cloneMessage(value, list, undefined).value;
}
Object.defineProperty(structuredClone, 'length', { value: 0, configurable: true });

module.exports = {
  cloneMessage, codedTypeError, kDetached, kTransfer, markAsUntransferable, structuredClone,
  toTransferList,
};
