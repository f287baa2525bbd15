'use strict';
// What kind of module a URL leads to, and its source.

const binding = internalBinding('modules');
const path = require('internal/path/own');
const { pathOf } = require('internal/modules/esm/file_url');
const { codes } = require('internal/errors');
const packages = require('internal/modules/package');

const dataFormats = { 'text/javascript': 'module', 'application/json': 'json', 'application/javascript': 'module' };
const extensionFormats = { '.mjs': 'module', '.cjs': 'commonjs', '.json': 'json' };

const detected = new Map(); // file → source that turned out to be a module's

function formatOf(url) {
  if (url.startsWith('node:')) return 'builtin';
  if (url.startsWith('data:')) {
    const type = dataParts(url).type;
    if (!Object.hasOwn(dataFormats, type)) throw new codes.ERR_UNKNOWN_MODULE_FORMAT(type, url);
    return dataFormats[type];
  }
  if (!url.startsWith('file:')) throw new codes.ERR_UNSUPPORTED_ESM_URL_SCHEME(new URL(url), ['file', 'data', 'node']);
  return formatOfFile(pathOf(url));
}

// formatByName is the format as far as the file's name and package say it: 'none'
// when they do not, undefined for names that mean nothing.
function formatByName(file) {
  const extension = path.extname(file);
  if (Object.hasOwn(extensionFormats, extension)) return extensionFormats[extension];
  if (extension === '.js' || extension === '') return packages.typeOf(file, file);
  const typescript = require('internal/modules/typescript');
  return typescript.loaderOf(file) === undefined ? undefined : typescript.formatOf(file);
}

function formatOfFile(file) {
  const extension = path.extname(file);
  if (Object.hasOwn(extensionFormats, extension)) return extensionFormats[extension];
  if (extension === '.js' || extension === '') return byPackage(file);
  const typescript = require('internal/modules/typescript');
  if (typescript.loaderOf(file) !== undefined) return typescript.formatOf(file);
  throw new codes.ERR_UNKNOWN_FILE_EXTENSION(extension, file);
}

// byPackage is what the package of a file says, and what its syntax says when
// the package says nothing.
function byPackage(file) {
  const type = packages.typeOf(file, file);
  if (type !== 'none') return type;
  const source = binding.read(file);
  if (!binding.detectCommonModule(source, file)) return 'commonjs';
  detected.set(file, source);
  warnOfDetection(file);
  return 'module';
}

let warned = false;

// warnOfDetection says, once, that a package should name its type.
function warnOfDetection(file) {
  const scope = packages.scopeOf(file);
  if (scope === null || warned) return;
  warned = true;
  const url = require('internal/url').pathToFileURL(file);
  process.emitWarning(`Module type of ${url} is not specified and it doesn't parse as CommonJS.\n` +
    'Reparsing as ES module because module syntax was detected. This incurs a performance overhead.\n' +
    `To eliminate this warning, add "type": "module" to ${scope.file}.`, { code: 'MODULE_TYPELESS_PACKAGE_JSON' });
}

// dataParts takes a data: URL apart.
function dataParts(url) {
  const match = /^data:([^,;]*)([^,]*?)(;base64)?,([^]*)$/.exec(new URL(url).href);
  if (match === null) throw new codes.ERR_INVALID_URL(url);
  const [, type, , base64, body] = match;
  return { type: type || 'text/plain', body: Buffer.from(decodeURIComponent(body), base64 ? 'base64' : 'utf8').toString('utf8') };
}

function readSource(url) {
  if (url.startsWith('data:')) return dataParts(url).body;
  const file = pathOf(url);
  const known = detected.get(file);
  if (known === undefined) return binding.read(file);
  detected.delete(file);
  return known;
}

module.exports = { formatByName, formatOf, formatOfFile, readSource, warnOfDetection };
