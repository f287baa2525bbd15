'use strict';

// AsyncLocalStorage: a value that follows the program's callbacks. All values
// of a moment stand in one Map, the frame, which the loop saves with whatever is
// started. A frame is never changed; to set a value makes another one.

const binding = internalBinding('async_hooks');
const { getFrame, setFrame } = binding;

function frameWith(storage, store) {
  const frame = new Map(getFrame());
  frame.set(storage, store);
  return frame;
}

function frameWithout(storage) {
  const frame = new Map(getFrame());
  frame.delete(storage);
  return frame.size === 0 ? undefined : frame;
}

// Puts back what `storage` had in `outer`, after code that began with `inner`.
// Other storages keep what that code entered.
function restore(storage, outer, inner) {
  if (getFrame() === inner) setFrame(outer);
  else if (outer?.has(storage)) setFrame(frameWith(storage, outer.get(storage)));
  else setFrame(frameWithout(storage));
}

class AsyncLocalStorage {
  constructor() {
    this.kResourceStore = Symbol('kResourceStore');
    this.enabled = false;
  }

  static bind(fn) {
    return require('internal/async_hooks/resource').AsyncResource.bind(fn);
  }

  static snapshot() {
    return AsyncLocalStorage.bind((callback, ...args) => callback(...args));
  }

  disable() {
    if (!this.enabled) return;
    this.enabled = false;
    setFrame(frameWithout(this));
  }

  _enable() {
    if (this.enabled) return;
    this.enabled = true;
    binding.follow();
  }

  _propagate(resource, triggerResource) {
    resource[this.kResourceStore] = triggerResource[this.kResourceStore];
  }

  enterWith(store) {
    this._enable();
    setFrame(frameWith(this, store));
  }

  run(store, callback, ...args) {
    if (Object.is(store, this.getStore())) return Reflect.apply(callback, null, args);
    this._enable();
    const outer = getFrame();
    const inner = frameWith(this, store);
    setFrame(inner);
    try {
      return Reflect.apply(callback, null, args);
    } finally {
      restore(this, outer, inner);
    }
  }

  exit(callback, ...args) {
    if (!this.enabled) return Reflect.apply(callback, null, args);
    const outer = getFrame();
    const inner = frameWithout(this);
    this.enabled = false;
    setFrame(inner);
    try {
      return Reflect.apply(callback, null, args);
    } finally {
      this._enable();
      if (!getFrame()?.has(this)) restore(this, outer, inner);
    }
  }

  getStore() {
    return this.enabled ? getFrame()?.get(this) : undefined;
  }
}

module.exports = { AsyncLocalStorage };
