'use strict';
// Contexts: objects whose properties are the variables of scripts.

const modules = internalBinding('modules');
const contexts = new WeakMap(); // object → its state

// languageNames are the globals that every context has: those of JavaScript.
const languageNames = new Set(['AggregateError', 'Array', 'ArrayBuffer', 'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array',
  'Boolean', 'DataView', 'Date', 'Error', 'EvalError', 'FinalizationRegistry', 'Float32Array', 'Float64Array', 'Function', 'Infinity',
  'Int16Array', 'Int32Array', 'Int8Array', 'Intl', 'Iterator', 'JSON', 'Map', 'Math', 'NaN', 'Number', 'Object', 'Promise', 'Proxy',
  'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'SharedArrayBuffer', 'String', 'Symbol', 'SyntaxError', 'TypeError',
  'URIError', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet', 'WebAssembly',
  'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'eval', 'isFinite', 'isNaN', 'parseFloat',
  'parseInt', 'undefined', 'unescape']);

function contextOf(object) { return contexts.get(object); }

function make(object) {
  const state = { object, assigned: new Set(), scope: undefined };
  state.scope = new Proxy(object, scopeTraps(state));
  contexts.set(object, state);
  contexts.set(state.scope, state);
}

// scopeTraps make an object the scope of a script. Names of jsrr's own globals
// are hidden, and what the script assigns to becomes a property.
function scopeTraps(state) {
  const { object } = state;
  return {
    has(_, name) {
      if (typeof name === 'symbol') return name in object;
      return name in object || name === 'globalThis' || state.assigned.has(name) ||
        (name in globalThis && !languageNames.has(name) && !name.startsWith('$'));
    },
    get(_, name) {
      if (name === Symbol.unscopables) return undefined;
      if (name === 'globalThis' && !('globalThis' in object)) return state.scope;
      return object[name];
    },
    set(_, name, value) { return Reflect.set(object, name, value); },
  };
}

// run runs the source of a script in a context.
function run(source, name, object, importer) {
  const state = contexts.get(object);
  const [f, declared, assigned] = modules.contextFunction(source, name, importer);
  for (const variable of declared) {
    if (!(variable in state.object)) state.object[variable] = undefined;
  }
  for (const variable of assigned) state.assigned.add(variable);
  return Reflect.apply(f, state.scope, [state.scope]);
}

module.exports = { contextOf, make, run };
