'use strict';
// import.meta.

const { pathOf } = require('internal/modules/esm/file_url');
const path = require('internal/path/own');

function metaOf(url) {
  const meta = Object.create(null);
  if (url.startsWith('file:')) {
    const file = pathOf(url);
    meta.dirname = path.dirname(file);
    meta.filename = file;
  }
  meta.resolve = function resolve(specifier) {
    return require('internal/modules/esm/resolve').resolveForMeta(`${specifier}`, url);
  };
  Object.defineProperty(meta.resolve, 'name', { value: 'resolve' });
  meta.url = url;
  return meta;
}

module.exports = { metaOf };
