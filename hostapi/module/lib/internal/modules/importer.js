'use strict';
// import() in code that is no ES module. The loader is there when it is used.

// importerOf returns what import() is in a file. A relative name is that of code
// without a file, in the working directory.
function importerOf(filename) {
  return function importModuleDynamically(specifier, options) {
    const { pathToFileURL } = require('internal/url');
    return require('internal/modules/esm/loader').importer(pathToFileURL(filename).href)(specifier, options);
  };
}

module.exports = { importerOf };
