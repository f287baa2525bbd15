'use strict';

// What kind an object is, whatever its prototype says: util.types, and kindOf for inspect and
// the comparisons. The engine tells most kinds (engineKind); the others are found out by methods
// which work on one kind only, or by the prototypes which only the language makes.

const { engineKind } = internalBinding('util');

const GeneratorFunctionPrototype = Object.getPrototypeOf(function* () {});
const GeneratorPrototype = GeneratorFunctionPrototype.prototype;
const AsyncFunctionPrototype = Object.getPrototypeOf(async () => {});
const MapIteratorPrototype = Object.getPrototypeOf(new Map().entries());
const SetIteratorPrototype = Object.getPrototypeOf(new Set().values());
const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype);
const typedArrayTag = Object.getOwnPropertyDescriptor(TypedArrayPrototype, Symbol.toStringTag).get;
const dataViewLength = Object.getOwnPropertyDescriptor(DataView.prototype, 'byteLength').get;
const isPrototypeOf = Object.prototype.isPrototypeOf;
const weakMapHas = WeakMap.prototype.has;
const weakSetHas = WeakSet.prototype.has;

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

// Whether a method of one kind accepts the value.
function accepts(method, value, args) {
  try {
    Reflect.apply(method, value, args);
    return true;
  } catch {
    return false;
  }
}

function isWeakMap(value) {
  return isObject(value) && engineKind(value) === 'Object' && accepts(weakMapHas, value, [value]);
}

function isWeakSet(value) {
  return isObject(value) && engineKind(value) === 'Object' && accepts(weakSetHas, value, [value]);
}

function isDataView(value) {
  return isObject(value) && engineKind(value) === 'Object' && ArrayBuffer.isView(value) &&
    (accepts(dataViewLength, value, []) || value instanceof DataView);
}

function isMapIterator(value) {
  return isObject(value) && isPrototypeOf.call(MapIteratorPrototype, value);
}

function isSetIterator(value) {
  return isObject(value) && isPrototypeOf.call(SetIteratorPrototype, value);
}

function isGeneratorObject(value) {
  return isObject(value) && (isPrototypeOf.call(GeneratorPrototype, value) &&
    !Object.prototype.hasOwnProperty.call(value, 'constructor') || isAsyncGeneratorObject(value));
}

// Async generators are loaded when a program has some: the tag tells.
function isAsyncGeneratorObject(value) {
  return value[Symbol.toStringTag] === 'AsyncGenerator' && require('internal/async_generator').isAsyncGenerator(value);
}

function isAsyncGeneratorFunction(value) {
  const prototype = Object.getPrototypeOf(value);
  return prototype !== null && prototype[Symbol.toStringTag] === 'AsyncGeneratorFunction' &&
    isPrototypeOf.call(require('internal/async_generator').AsyncGeneratorFunction.prototype, value);
}

function isSharedArrayBuffer(value) {
  return typeof SharedArrayBuffer === 'function' && isObject(value) && value instanceof SharedArrayBuffer;
}

const asyncMethod = /^async\s+[^\s(=]/;

// The engine gives async methods the prototype of plain functions; their text tells.
function isAsyncFunction(value) {
  return typeof value === 'function' && (isPrototypeOf.call(AsyncFunctionPrototype, value) ||
    asyncMethod.test(Function.prototype.toString.call(value)) || isAsyncGeneratorFunction(value));
}

function kindOfFunction(value) {
  if (isAsyncGeneratorFunction(value)) return 'AsyncGeneratorFunction';
  if (isAsyncFunction(value)) return 'AsyncFunction';
  if (isPrototypeOf.call(GeneratorFunctionPrototype, value)) return 'GeneratorFunction';
  return 'Function';
}

// For what the engine calls an object.
function kindOfObject(value) {
  const tag = value[Symbol.toStringTag];
  if (tag === undefined && Object.getPrototypeOf(value) !== null) return 'Object';
  if (isMapIterator(value)) return 'Map Iterator';
  if (isSetIterator(value)) return 'Set Iterator';
  if (isDataView(value)) return 'DataView';
  if (isWeakMap(value)) return 'WeakMap';
  if (isWeakSet(value)) return 'WeakSet';
  return isSharedArrayBuffer(value) ? 'SharedArrayBuffer' : 'Object';
}

// The kind of an object or a function: "Array", "Map", "Error", "Function", "Object", …
function kindOf(value) {
  const kind = engineKind(value);
  if (kind === 'Object') return kindOfObject(value);
  return kind === 'Function' ? kindOfFunction(value) : kind;
}

function hasKind(kind) {
  return (value) => isObject(value) && engineKind(value) === kind;
}

function isTypedArray(value) {
  return isObject(value) && engineKind(value) === 'TypedArray';
}

function hasTypedArrayTag(tag) {
  return (value) => isTypedArray(value) && Reflect.apply(typedArrayTag, value, []) === tag;
}

const boxedKinds = new Set(['Number', 'String', 'Boolean', 'BigInt', 'Symbol']);

function never() {
  return false;
}

// In the order in which node lists them.
const predicates = {
  isExternal: never,
  isDate: hasKind('Date'),
  isArgumentsObject: hasKind('Arguments'),
  isBigIntObject: hasKind('BigInt'),
  isBooleanObject: hasKind('Boolean'),
  isNumberObject: hasKind('Number'),
  isStringObject: hasKind('String'),
  isSymbolObject: hasKind('Symbol'),
  isNativeError: hasKind('Error'),
  isRegExp: hasKind('RegExp'),
  isAsyncFunction,
  isGeneratorFunction: (value) =>
    typeof value === 'function' && (isPrototypeOf.call(GeneratorFunctionPrototype, value) || isAsyncGeneratorFunction(value)),
  isGeneratorObject,
  isPromise: hasKind('Promise'),
  isMap: hasKind('Map'),
  isSet: hasKind('Set'),
  isMapIterator,
  isSetIterator,
  isWeakMap,
  isWeakSet,
  isArrayBuffer: hasKind('ArrayBuffer'),
  isDataView,
  isSharedArrayBuffer,
  isProxy: (value) =>
    (isObject(value) || typeof value === 'function') && engineKind(value) === 'Proxy',
  isModuleNamespaceObject: (value) => require('internal/modules/esm/namespace').isNamespace(value),
  isAnyArrayBuffer: (value) =>
    isObject(value) && (engineKind(value) === 'ArrayBuffer' || isSharedArrayBuffer(value)),
  isBoxedPrimitive: (value) => isObject(value) && boxedKinds.has(engineKind(value)),
  isArrayBufferView: ArrayBuffer.isView,
  isTypedArray,
  isUint8Array: hasTypedArrayTag('Uint8Array'),
  isUint8ClampedArray: hasTypedArrayTag('Uint8ClampedArray'),
  isUint16Array: hasTypedArrayTag('Uint16Array'),
  isUint32Array: hasTypedArrayTag('Uint32Array'),
  isInt8Array: hasTypedArrayTag('Int8Array'),
  isInt16Array: hasTypedArrayTag('Int16Array'),
  isInt32Array: hasTypedArrayTag('Int32Array'),
  isFloat32Array: hasTypedArrayTag('Float32Array'),
  isFloat64Array: hasTypedArrayTag('Float64Array'),
  isBigInt64Array: hasTypedArrayTag('BigInt64Array'),
  isBigUint64Array: hasTypedArrayTag('BigUint64Array'),
  isKeyObject: never,
  isCryptoKey: never,
};

// Functions show the names under which node has them.
for (const name of Object.keys(predicates)) {
  if (predicates[name] !== ArrayBuffer.isView) {
    Object.defineProperty(predicates[name], 'name', { value: name, configurable: true });
  }
}

module.exports = { ...predicates, kindOf, predicates };
