'use strict';
// The hooks of module.register: chains of functions that say where a specifier
// leads, and what is there. Node runs them on a thread of their own; here they run
// on the loop, as modules that the program's own imports do not share. So what must
// be answered at once (import.meta.resolve, require) does not ask them.

const { codes } = require('internal/errors');
const { validateObject, validateString } = require('internal/validators');
const { forImport } = require('internal/modules/conditions');
const defaults = require('internal/modules/esm/default_hooks');

// Each is { from, run }: run may call the one before it.
const chains = {
  resolve: [{ from: 'node:internal/modules/esm/resolve', run: defaults.resolve }],
  load: [{ from: 'node:internal/modules/esm/load', run: defaults.load }],
};

let ready = Promise.resolve(); // when the hooks that were registered are there

// register adds the hooks that a module exports.
function register(specifier, parentURL, data) {
  const { loadAlone } = require('internal/modules/esm/loader');
  const url = require('internal/modules/esm/resolve').resolve(specifier, parentURL);
  const { namespace, done } = loadAlone(url);
  require('internal/modules/esm/hooked').install();
  if (done === undefined) {
    const started = add(specifier, namespace, data);
    if (started !== undefined) ready = ready.then(() => started);
  } else {
    ready = ready.then(() => done).then(() => add(specifier, namespace, data));
  }
  ready.catch(() => {}); // the next import throws it
}

// add adds hooks and returns what initialize does.
function add(from, { initialize, load, resolve }, data) {
  if (resolve !== undefined) chains.resolve.push({ from, run: resolve });
  if (load !== undefined) chains.load.push({ from, run: load });
  if (initialize === undefined) return undefined;
  return initialize(data);
}

// A Call is one walk down a chain. The context is one object for all, and what is
// wrong is said of the hook that was asked last.
class Call {
  constructor(kind, context, checkInput) {
    this.kind = kind;
    this.context = context;
    this.checkInput = checkInput;
    this.last = '';         // the hook that was asked last
    this.finished = false;  // the default was reached
    this.stopped = false;   // somebody wants no more to be asked
  }

  // next returns the function by which hook i, from the default on, is asked.
  next(i) {
    const name = `next${this.kind[0].toUpperCase()}${this.kind.slice(1)}`;
    const ask = async (input, context) => {
      const chain = chains[this.kind];
      if (i < 0) throw new codes.ERR_INTERNAL_ASSERTION(`ESM custom loader '${this.kind}' advanced beyond the end of the chain.`);
      this.last = `${chain[i].from} '${this.kind}'`;
      this.checkInput(`${this.last} hook's ${name}()`, input, context);
      if (i === 0) this.finished = true;
      if (context) Object.assign(this.context, context);
      const run = chain[i].run;
      if (typeof run !== 'function') throw new TypeError('hook is not a function');
      const output = await run(input, this.context, this.next(i - 1));
      this.checkOutput(output, `${chain[i].from} '${this.kind}' hook's ${name}()`);
      return output;
    };
    return Object.defineProperty(ask, 'name', { value: name, configurable: true });
  }

  checkOutput(output, asked) {
    if (output === null || typeof output !== 'object') throw new codes.ERR_INVALID_RETURN_VALUE('an object', asked, output);
    if (output.shortCircuit === true) this.stopped = true;
  }

  async run(input) {
    await ready;
    const output = await this.next(chains[this.kind].length - 1)(input, this.context);
    if (!this.finished && !this.stopped) throw new codes.ERR_LOADER_CHAIN_INCOMPLETE(this.last);
    return output;
  }

  check(ok, expected, property, value) {
    if (!ok) throw new codes.ERR_INVALID_RETURN_PROPERTY_VALUE(expected, this.last, property, value);
  }
}

// resolve returns { url, format, importAttributes }.
async function resolve(specifier, parentURL, importAttributes) {
  const context = { conditions: Array.from(forImport), importAttributes, parentURL };
  const call = new Call('resolve', context, (where, given, newContext) => {
    validateString(given, `${where} specifier`);
    if (newContext) validateObject(newContext, `${where} context`);
  });
  const { url, format, importAttributes: attributes } = await call.run(specifier);
  call.check(typeof url === 'string' && URL.canParse(url), 'a URL string', 'url', url);
  call.check(attributes === undefined || (typeof attributes === 'object' && attributes !== null), 'an object', 'importAttributes', attributes);
  call.check(format === undefined || format === null || typeof format === 'string', 'a string', 'format', format);
  return { url, format, importAttributes: attributes };
}

// load returns { format, source }.
async function load(url, context) {
  const call = new Call('load', context, (where, given, newContext) => {
    if (typeof given !== 'string') throw new codes.ERR_INVALID_ARG_TYPE(`${where} url`, 'a URL string', given);
    if (!URL.canParse(given)) throw new codes.ERR_INVALID_ARG_VALUE(`${where} url`, given, 'should be a URL string');
    if (newContext) validateObject(newContext, `${where} context`);
  });
  const { format, source } = await call.run(url);
  call.check(format === undefined || format === null || typeof format === 'string', 'a string', 'format', format);
  const { isAnyArrayBuffer, isArrayBufferView } = require('util').types;
  call.check(source === undefined || source === null || typeof source === 'string' || isAnyArrayBuffer(source) || isArrayBufferView(source),
    'a string, an ArrayBuffer, or a TypedArray', 'source', source);
  return { format, source };
}

module.exports = { load, register, resolve };
