'use strict';
// Between the URLs and the paths of modules. Most need no URL parser.

const { fileURLToPath, pathToFileURL } = require('internal/url');

const posix = process.platform !== 'win32';
const plainURL = /^file:\/\/\/[\w./@-]*$/;
const plainPath = /^\/[\w./@-]*$/;

// pathOf returns the path of a file: URL.
function pathOf(url) { return posix && plainURL.test(url) ? url.slice(7) : fileURLToPath(url); }

// urlOf returns the file: URL of an absolute path.
function urlOf(path) { return posix && plainPath.test(path) && !path.includes('/.') ? `file://${path}` : pathToFileURL(path).href; }

module.exports = { pathOf, urlOf };
