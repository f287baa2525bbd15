'use strict';
// require of an ES module.

const { requireModule } = require('internal/modules/esm/loader');
const { SyntheticModule } = require('internal/modules/esm/record');

// exportsOf returns what require returns for the ES module of a file: its
// namespace, or what it exports as "module.exports". A module with a default
// export gets __esModule, by which compiled code knows it.
function exportsOf(filename, importing) {
  const record = requireModule(filename, importing);
  const namespace = record.namespace();
  if (Object.hasOwn(namespace, 'module.exports')) return namespace['module.exports'];
  if (!Object.hasOwn(namespace, 'default') || Object.hasOwn(namespace, '__esModule')) return namespace;
  record.marked ??= marked(record, namespace);
  return record.marked;
}

// marked returns a namespace with the names of another, and __esModule.
function marked(record, namespace) {
  class MarkedModule extends SyntheticModule {
    resolveExport(name, path) {
      return name === '__esModule' ? { module: this, name } : record.resolveExport(name, path);
    }
    readLocal() { return true; }
  }
  return new MarkedModule(record.url, [...Object.keys(namespace), '__esModule'], () => {}).namespace();
}

module.exports = { exportsOf };
