'use strict';
// Module namespace objects: what "import * as ns" gives. Their properties are
// the exports of a module, live, sorted and for reading only.

const namespaces = new WeakSet();
const modules = new WeakMap(); // a proxy's target → its module record

function read(target, key) { return modules.get(target).readExport(key); }

const handler = {
  getPrototypeOf: () => null,
  setPrototypeOf: (target, prototype) => prototype === null,
  isExtensible: () => false,
  preventExtensions: () => true,
  has: (target, key) => Reflect.has(target, key),
  ownKeys: (target) => Reflect.ownKeys(target),
  get(target, key) {
    if (typeof key === 'symbol') return Reflect.get(target, key);
    return Object.hasOwn(target, key) ? read(target, key) : undefined;
  },
  getOwnPropertyDescriptor(target, key) {
    if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return Reflect.getOwnPropertyDescriptor(target, key);
    return { value: read(target, key), writable: true, enumerable: true, configurable: false };
  },
  defineProperty(target, key, descriptor) {
    if (typeof key === 'symbol') return Reflect.defineProperty(target, key, descriptor);
    if (!Object.hasOwn(target, key)) throw new TypeError(`Cannot define property ${key}, object is not extensible`);
    const same = !descriptor.configurable && descriptor.enumerable !== false && !descriptor.get && !descriptor.set &&
      descriptor.writable !== false && (!('value' in descriptor) || Object.is(descriptor.value, read(target, key)));
    if (!same) throw new TypeError(`Cannot redefine property: ${key}`);
    return true;
  },
  set(target, key) {
    // Module code is strict: what fails there throws, with V8's words.
    if (Object.hasOwn(target, key)) {
      throw new TypeError(`Cannot assign to read only property '${String(key)}' of object '[object Module]'`);
    }
    throw new TypeError(`Cannot add property ${String(key)}, object is not extensible`);
  },
  deleteProperty(target, key) {
    if (!Object.hasOwn(target, key)) return true;
    throw new TypeError(`Cannot delete property '${String(key)}' of [object Module]`);
  },
};

// makeNamespace returns the namespace of a module record with these export names.
function makeNamespace(record, names) {
  const target = Object.create(null);
  for (const name of names.sort()) {
    Object.defineProperty(target, name, { value: undefined, writable: true, enumerable: true, configurable: false });
  }
  Object.defineProperty(target, Symbol.toStringTag,
    { value: 'Module', writable: false, enumerable: false, configurable: false });
  Object.preventExtensions(target);
  modules.set(target, record);
  const namespace = new Proxy(target, handler);
  namespaces.add(namespace);
  return namespace;
}

module.exports = { makeNamespace, isNamespace: (value) => namespaces.has(value) };
