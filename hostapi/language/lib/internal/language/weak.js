'use strict';
// WeakRef and FinalizationRegistry. What a garbage collector does would differ
// from run to run, so a recording could not be replayed. Therefore a WeakRef
// holds its target as long as it lives itself, and a registry never calls back:
// both are what the specification allows an engine whose collector never runs.

const { builtinClass } = require('internal/language/builtin_class');
const { incompatible, show } = require('internal/language/receiver');
const { keyFor } = Symbol;

// canBeHeldWeakly says whether a value can be a target: an object, or a symbol
// that is not registered.
function canBeHeldWeakly(value) {
  if (typeof value === 'symbol') return keyFor(value) === undefined;
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

const WeakRef = function WeakRef(target) {
  if (new.target === undefined) throw new TypeError("Constructor WeakRef requires 'new'");
  if (!canBeHeldWeakly(target)) throw new TypeError('WeakRef: invalid target');
  return Reflect.construct(Reference, [target], new.target);
};

class Reference {
  #target;
  constructor(target) { this.#target = target; }
  static deref(ref) { return #target in Object(ref) ? ref.#target : incompatible('WeakRef.prototype.deref', ref); }
}

Object.defineProperty(WeakRef, 'prototype', { value: WeakRef.prototype, writable: false });
Object.defineProperty(WeakRef.prototype, 'constructor', { enumerable: false });
Object.defineProperty(WeakRef.prototype, 'deref', {
  value: { deref() { return Reference.deref(this); } }.deref, writable: true, configurable: true,
});

const FinalizationRegistry = function FinalizationRegistry(cleanup) {
  if (new.target === undefined) throw new TypeError("Constructor FinalizationRegistry requires 'new'");
  if (typeof cleanup !== 'function') throw new TypeError('FinalizationRegistry: cleanup must be callable');
  return Reflect.construct(Registry, [], new.target);
};

// Registry remembers only which tokens it has: nothing is ever cleaned up.
class Registry {
  #tokens = new WeakMap();
  static check(registry, method) {
    if (!(#tokens in Object(registry))) incompatible(`FinalizationRegistry.prototype.${method}`, registry);
    return registry.#tokens;
  }
}

const methods = {
  register(target, holdings) {
    const token = arguments[2];
    const tokens = Registry.check(this, 'register');
    if (!canBeHeldWeakly(target)) throw new TypeError('FinalizationRegistry.prototype.register: invalid target');
    if (Object.is(target, holdings)) {
      throw new TypeError('FinalizationRegistry.prototype.register: target and holdings must not be same');
    }
    if (canBeHeldWeakly(token)) tokens.set(token, true);
    else if (token !== undefined) throw new TypeError(`Invalid unregisterToken ('${show(token)}')`);
  },
  unregister(token) {
    const tokens = Registry.check(this, 'unregister');
    if (!canBeHeldWeakly(token)) throw new TypeError(`Invalid unregisterToken ('${show(token)}')`);
    return tokens.delete(token);
  },
};
for (const [name, value] of Object.entries(methods)) {
  Object.defineProperty(FinalizationRegistry.prototype, name, { value, writable: true, configurable: true });
}
Object.defineProperty(FinalizationRegistry, 'prototype', { writable: false });
Object.defineProperty(FinalizationRegistry.prototype, 'constructor', { enumerable: false });

module.exports = { WeakRef: builtinClass(WeakRef), FinalizationRegistry: builtinClass(FinalizationRegistry) };
