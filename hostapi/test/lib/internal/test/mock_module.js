'use strict';
// mock.module: what those get who import or require a module from now on.

const { codes: { ERR_INVALID_STATE } } = require('internal/errors');
const { validateBoolean, validateObject, validateString } = require('internal/validators');
const { substitutes } = require('internal/modules/substitutes');
const { SyntheticModule } = require('internal/modules/esm/record');

// MockModuleContext is a module that is mocked until it is restored.
class MockModuleContext {
  #url;

  constructor(url, substitute) {
    this.#url = url;
    substitutes.set(url, substitute);
  }

  restore() {
    if (this.#url === undefined) return;
    substitutes.delete(this.#url);
    this.#url = undefined;
  }
}

// A Substitute makes the module again for each who asks, unless it is to be cached.
class Substitute {
  constructor(url, { cache, defaultExport, hasDefault, namedExports }) {
    this.url = url;
    this.cache = cache;
    this.defaultExport = defaultExport;
    this.hasDefault = hasDefault;
    this.namedExports = namedExports;
    this.knownRecord = undefined;
    this.knownExports = undefined;
  }

  record() {
    if (this.cache && this.knownRecord !== undefined) return this.knownRecord;
    const names = Object.keys(this.namedExports).filter((name) => name !== 'default');
    const isESM = this.url.endsWith('.mjs') || require('internal/modules/esm/format').formatOf(this.url) === 'module';
    const withDefault = this.hasDefault || !isESM;
    const made = new SyntheticModule(this.url, [...(withDefault ? ['default'] : []), ...names], (record) => {
      if (withDefault) record.setExport('default', this.hasDefault ? this.defaultExport : this.exports());
      for (const name of names) record.setExport(name, this.namedExports[name]);
    });
    this.knownRecord = made;
    return made;
  }

  exports() {
    if (this.cache && this.knownExports !== undefined) return this.knownExports;
    const names = Object.keys(this.namedExports);
    const value = this.hasDefault ? this.defaultExport : {};
    const isObject = value !== null && (typeof value === 'object' || typeof value === 'function');
    if (names.length > 0 && !isObject) {
      throw new Error('Cannot create mock because named exports cannot be applied to the provided default export.');
    }
    for (const name of names) Object.defineProperty(value, name, Object.getOwnPropertyDescriptor(this.namedExports, name));
    this.knownExports = value;
    return value;
  }
}

let warned = false;

function warn() {
  if (warned) return;
  warned = true;
  process.emitWarning('Module mocking is an experimental feature and might change at any time', 'ExperimentalWarning');
}

// mockModule mocks the module that a specifier leads to from the file of a caller.
function mockModule(specifier, options, caller) {
  warn();
  if (!(specifier instanceof URL)) validateString(specifier, 'specifier');
  validateObject(options, 'options');
  const { cache = false, namedExports = Object.create(null), defaultExport } = options;
  validateBoolean(cache, 'options.cache');
  validateObject(namedExports, 'options.namedExports');
  const url = resolve(`${specifier}`, caller);
  if (substitutes.has(url)) throw new ERR_INVALID_STATE(`Cannot mock '${specifier}'. The module is already mocked.`);
  return new MockModuleContext(url, new Substitute(url, { cache, defaultExport, hasDefault: Object.hasOwn(options, 'defaultExport'), namedExports }));
}

function resolve(specifier, caller) {
  const parent = caller === undefined ? `${process.cwd()}/` : caller;
  return require('internal/modules/esm/resolve').resolve(specifier, require('url').pathToFileURL(parent).href);
}

module.exports = { mockModule };
