'use strict';
// Loads ES modules through the hooks of module.register, which may take their time:
// first the whole graph is fetched, then it is linked and evaluated as always.

const hooks = require('internal/modules/esm/hooks');
const loader = require('internal/modules/esm/loader');
const { SourceModule } = require('internal/modules/esm/record');
const { codes } = require('internal/errors');

const { substitutes } = require('internal/modules/substitutes');

const fetching = new Map(); // URL and type → promise of a record

let installed = false;

// install makes imports ask the hooks.
function install() {
  if (installed) return;
  installed = true;
  loader.importWith(importHooked);
  require('internal/modules/esm/main').importMain();
}

async function importHooked(specifier, parentURL, asked) {
  const record = await request(specifier, parentURL, asked);
  await fetchGraph(record, new Set());
  loader.prepare(record);
  await loader.evaluate(record);
  return record.namespace();
}

// request returns the record of what a module asks for.
async function request(specifier, parentURL, asked) {
  const { url, format, importAttributes = asked } = await hooks.resolve(specifier, parentURL, asked);
  const substitute = substitutes.get(url);
  if (substitute !== undefined) return substitute.record();
  const key = loader.keyOf(url, importAttributes);
  const known = loader.modules.get(key) ?? fetching.get(key);
  if (known !== undefined) return known;
  const promise = fetchRecord(key, url, format, importAttributes);
  fetching.set(key, promise);
  try {
    return await promise;
  } finally {
    fetching.delete(key);
  }
}

async function fetchRecord(key, url, format, importAttributes) {
  const loaded = await hooks.load(url, { format, importAttributes });
  loader.checkAttributes(importAttributes);
  loader.checkType(url, loaded.format, importAttributes);
  if (!Object.hasOwn(makers, loaded.format)) throw new codes.ERR_UNKNOWN_MODULE_FORMAT(loaded.format, url);
  const record = makers[loaded.format](url, loaded.source);
  record.format = loaded.format;
  loader.modules.set(key, record);
  return record;
}

// What a module's record is made of.
const makers = {
  builtin(url) {
    if (!require('internal/modules/cjs').isBuiltin(url)) throw new codes.ERR_UNKNOWN_BUILTIN_MODULE(url);
    return loader.translators.builtin(url);
  },
  // CommonJS without a source is left to require.
  commonjs(url, source) {
    if (source === undefined || source === null) return loader.translators.commonjs(url);
    return require('internal/modules/esm/synthetic').commonjsFromSource(url, textOf(source));
  },
  json(url, source) { return require('internal/modules/esm/synthetic').jsonFromSource(url, textOf(source)); },
  module(url, source) { return loader.fromSource(url, textOf(source)); },
  wasm() { throw require('internal/errors/absent').absentError('WebAssembly in modules'); },
};

function textOf(source) {
  if (typeof source === 'string') return source;
  if (source === undefined || source === null) {
    throw new codes.ERR_INVALID_RETURN_PROPERTY_VALUE('string, array buffer, or typed array', 'load', 'source', source);
  }
  return new TextDecoder().decode(source);
}

// fetchGraph fetches all that a module needs. Modules that fail are forgotten, so
// that a later import tries again.
async function fetchGraph(record, seen) {
  if (!(record instanceof SourceModule) || seen.has(record)) return;
  seen.add(record);
  if (record.loaded.length < record.requests.length) {
    record.fetching ??= fetchRequests(record);
    await record.fetching;
  }
  await Promise.all(record.loaded.map((one) => fetchGraph(one, seen)));
}

async function fetchRequests(record) {
  try {
    const list = await Promise.all(record.requests.map(([specifier, attributes]) => request(specifier, record.url, loader.attributesOf(attributes))));
    record.loaded.push(...list);
  } catch (error) {
    loader.modules.delete(loader.keyOf(record.url, {}));
    throw error;
  }
}

module.exports = { fetchGraph, install };
