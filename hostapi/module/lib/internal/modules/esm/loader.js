'use strict';
// Loads ES modules: from a specifier to a module whose whole graph is there,
// and the entry points import(), import of the main script and require of an ES
// module.

const binding = internalBinding('modules');
const { codes } = require('internal/errors');
const compile = require('internal/modules/compile');
const { pathOf } = require('internal/modules/esm/file_url');
const { resolve } = require('internal/modules/esm/resolve');
const { formatOf, readSource } = require('internal/modules/esm/format');
const { SourceModule } = require('internal/modules/esm/record');

const { substitutes } = require('internal/modules/substitutes');

const modules = new Map();      // key → module record, of the program
const hookModules = new Map();  // those of hooks, which are not the program's

let importHooked; // imports by the hooks of module.register, when there are any

// importWith says what import() does from now on.
function importWith(f) { importHooked = f; }

// keyOf tells modules apart: by their URL and type.
function keyOf(url, asked) { return asked.type === 'json' ? `json ${url}` : url; }

// load returns the record of the module at a URL, with all that it needs.
// asked: the attributes of the import; known: the modules to look among.
function load(url, asked = {}, known = modules) {
  const key = keyOf(url, asked);
  let record = substitutes.get(url)?.record() ?? known.get(key);
  if (record !== undefined) return record;
  const added = [];
  try {
    record = add(key, url, asked, added, known);
    return record;
  } catch (error) {
    for (const one of added) known.delete(one); // a later import tries again
    throw error;
  }
}

// add makes the record of a URL, and those of what it asks for, in order.
function add(key, url, asked, added, known) {
  checkAttributes(asked);
  const format = formatOf(url);
  checkType(url, format, asked);
  const record = translators[format](url);
  record.format = format;
  known.set(key, record);
  added.push(key);
  if (record instanceof SourceModule) loadRequests(record, added, known);
  return record;
}

function loadRequests(record, added, known) {
  for (const { 0: specifier, 1: list } of record.requests) {
    const asked = attributesOf(list);
    const url = resolve(specifier, record.url);
    const key = keyOf(url, asked);
    record.loaded.push(substitutes.get(url)?.record() || known.get(key) || add(key, url, asked, added, known));
  }
}

function attributesOf(list) {
  const attributes = {};
  for (let i = 0; i < list.length; i += 2) attributes[list[i]] = list[i + 1];
  return attributes;
}

function checkAttributes(asked) {
  for (const name of Object.keys(asked)) {
    if (name !== 'type') throw new codes.ERR_IMPORT_ATTRIBUTE_UNSUPPORTED(name, asked[name]);
  }
}

function checkType(url, format, { type }) {
  if (format === 'json') {
    if (type === undefined) throw new codes.ERR_IMPORT_ASSERTION_TYPE_MISSING(url, 'json');
  } else if (type === 'json') {
    throw new codes.ERR_IMPORT_ASSERTION_TYPE_FAILED(url, type);
  }
  if (type !== undefined && type !== 'json') throw new codes.ERR_IMPORT_ASSERTION_TYPE_UNSUPPORTED(type);
}

const translators = {
  'builtin': (url) => require('internal/modules/esm/synthetic').builtin(url),
  'commonjs': (url) => require('internal/modules/esm/synthetic').commonjs(url),
  'json': (url) => require('internal/modules/esm/synthetic').json(url),
  'module': (url) => fromSource(url, readSource(url)),
};

function fromSource(url, source) { return new SourceModule(url, compile.parse(source, url)); }

// prepare links a module's graph, and gives each module its import.meta and
// import().
function prepare(record) {
  if (record.status !== 'unlinked') return;
  record.link();
  furnish(record, new Set());
}

function furnish(record, seen) {
  if (!(record instanceof SourceModule) || seen.has(record)) return;
  seen.add(record);
  if (!record.furnished) {
    record.furnished = true;
    if (record.usesMeta) {
      binding.bindValue(record.handle, 'import.meta', require('internal/modules/esm/meta').metaOf(record.url));
    }
    if (record.usesImport) binding.bindValue(record.handle, 'import()', importer(record.url));
  }
  for (const required of record.loaded) furnish(required, seen);
}

// importer returns the function that import() is in the module at a URL.
function importer(url) {
  return function importModuleDynamically(specifier, options) {
    let asked;
    try {
      specifier = `${specifier}`;
      asked = dynamicAttributes(options);
    } catch (error) {
      return Promise.reject(error);
    }
    return importModule(specifier, url, asked);
  };
}

function dynamicAttributes(options) {
  if (options === undefined) return {};
  if (options === null || typeof options !== 'object') {
    throw new TypeError('The second argument to import() must be an object');
  }
  const list = options.with ?? options.assert;
  if (list === undefined) return {};
  if (list === null || typeof list !== 'object') {
    throw new TypeError("The 'assert' option must be an object");
  }
  for (const value of Object.values(list)) {
    if (typeof value !== 'string') throw new TypeError('Import assertion value must be a string');
  }
  return { ...list };
}

// importModule(specifier, parentURL, attributes) returns a promise of the
// namespace, as import() does.
//
// The number of its steps is that of Node's loader, for those who count.
async function importModule(specifier, parentURL, asked = {}) {
  await undefined;
  if (importHooked !== undefined) return importHooked(specifier, parentURL, asked);
  const url = resolve(specifier, parentURL);
  const known = modules.has(url);
  const record = load(url, asked);
  for (let steps = known ? 5 : 13; steps > 0; steps--) await undefined;
  prepare(record);
  await evaluate(record);
  return record.namespace();
}

async function evaluate(record) {
  try {
    if (record instanceof SourceModule) await record.evaluate();
    else record.evaluateOnce();
  } catch (error) {
    explain(error, record.url);
    throw error;
  }
}

// explain says more of a name that only CommonJS modules have.
function explain(error, url) {
  if (!(error instanceof ReferenceError)) return;
  const match = /^(exports|module|require|__filename|__dirname) is not defined$/.exec(error.message);
  if (match === null) return;
  let more = ' in ES module scope';
  if (match[1] === 'require') more += ', you can use import instead';
  const scope = url.startsWith('file:') && url.endsWith('.js') ? require('internal/modules/package').scopeOf(pathOf(url)) : null;
  if (scope !== null && scope.type === 'module') {
    more += `\nThis file is being treated as an ES module because it has a '.js' file extension and '${scope.file}' contains ` +
      '"type": "module". To treat it as a CommonJS script, rename it to use the \'.cjs\' file extension.';
  }
  const { message, stack } = error;
  error.message += more;
  if (typeof stack === 'string') error.stack = stack.replace(message, () => message + more);
}

// importSource runs a source text as a module: code from the command line.
async function importSource(source, url) {
  const record = fromSource(url, source);
  record.format = 'module';
  if (importHooked === undefined) loadRequests(record, [], modules);
  else await require('internal/modules/esm/hooked').fetchGraph(record, new Set());
  prepare(record);
  await evaluate(record);
}

// loadAlone loads and evaluates a module of hooks, apart from the program's modules
// and without hooks. done is a promise when it awaits something at its top level.
function loadAlone(url) {
  const record = load(url, {}, hookModules);
  prepare(record);
  if (!(record instanceof SourceModule)) {
    record.evaluateOnce();
    return { namespace: record.namespace() };
  }
  const awaits = record.awaits();
  const done = record.evaluate();
  done.catch(() => {});
  if (record.evaluationError !== undefined) throw record.evaluationError.value;
  return { namespace: record.namespace(), done: awaits ? done : undefined };
}

// requireModule loads and evaluates the ES module of a file at once. importing
// is the file that requires it.
function requireModule(filename, importing) {
  const url = require('internal/url').pathToFileURL(filename).href;
  const record = load(url);
  prepare(record);
  if (record.status === 'evaluating') throw cycleError(filename, importing);
  if (record.awaits()) throw new codes.ERR_REQUIRE_ASYNC_MODULE(filename, importing);
  const promise = record.evaluate();
  promise.catch(() => {});
  if (record.evaluationError !== undefined) throw record.evaluationError.value;
  return record;
}

function cycleError(filename, importing) {
  let message = `Cannot require() ES Module ${filename} in a cycle.`;
  if (importing) message += ` (from ${importing})`;
  message += ' A cycle involving require(esm) is not allowed to maintain invariants mandated by the ECMAScript specification. ' +
    'Try making at least part of the dependency in the graph lazily loaded.';
  return new codes.ERR_REQUIRE_CYCLE_MODULE(message);
}

module.exports = {
  attributesOf, checkAttributes, checkType, evaluate, fromSource, importModule, importSource, importWith, importer, keyOf, loadAlone, modules,
  prepare, requireModule, translators,
};
