'use strict';

// Functions that take a file as a whole: readFile, writeFile, appendFile, truncate, copyFile, as
// callbacks and synchronous.

const { AbortError } = require('internal/errors');
const { validateBoolean, validateInteger } = require('internal/validators');
const {
  getOptions, isDescriptor, isView, parseFileMode, parseFlags, validateCallback,
  validateDescriptor, validateMode, validatePath, validateStringOrView,
} = require('internal/fs/arguments');
const { encodeText, ftruncate, ftruncateSync } = require('internal/fs/descriptors');
const { FastBuffer } = require('internal/buffer');
const natives = internalBinding('fs');

const defaultMode = 0o666;
const O_RDONLY = 0;
const readDefaults = { flag: 'r' };
const writeDefaults = { encoding: 'utf8', mode: defaultMode, flag: 'w', flush: false };
const appendDefaults = { encoding: 'utf8', mode: defaultMode, flag: 'a', flush: false };

// Natives give the content of a file as text when it was asked for and is valid UTF-8, otherwise as
// an ArrayBuffer.
function decodeContent(content, encoding) {
  if (typeof content === 'string') return content;
  const buffer = new FastBuffer(content);
  return encoding ? buffer.toString(encoding) : buffer;
}

function isUTF8(encoding) {
  return encoding === 'utf8' || encoding === 'utf-8';
}

// Tells a callback, at once, that its signal is aborted already.
function isAborted(signal, callback) {
  if (!signal?.aborted) return false;
  callback(new AbortError(undefined, { cause: signal.reason }));
  return true;
}

function readFile(path, options, callback) {
  callback ||= options;
  validateCallback(callback);
  options = getOptions(options, readDefaults);
  const { encoding, signal } = options;
  if (isAborted(signal, callback)) return;
  const done = (error, content) => {
    if (isAborted(signal, callback)) return;
    if (error !== null) callback(error);
    else callback(null, decodeContent(content, encoding));
  };
  if (isDescriptor(path)) {
    natives.readFile('', path, 0, true, isUTF8(encoding), done);
    return;
  }
  const flags = parseFlags(options.flag ?? O_RDONLY);
  natives.readFile(validatePath(path), -1, flags, true, isUTF8(encoding), done);
}

function readFileSync(path, options) {
  options = getOptions(options, readDefaults);
  const { encoding } = options;
  const asText = isUTF8(encoding);
  const content = isDescriptor(path) ?
    natives.readFile('', validateDescriptor(path), 0, !asText, asText) :
    natives.readFile(validatePath(path), -1, parseFlags(options.flag ?? O_RDONLY), true, asText);
  return decodeContent(content, encoding);
}

// Checks the data and the options of writeFile; returns what the native takes.
function checkWrite(data, options) {
  const flush = options.flush ?? false;
  validateBoolean(flush, 'options.flush');
  if (isView(data)) return data;
  validateStringOrView(data, 'data');
  return encodeText(data, options.encoding || 'utf8');
}

function lengthOf(data) {
  return typeof data === 'string' ? data.length : data.byteLength;
}

function writeFile(path, data, options, callback) {
  callback ||= options;
  validateCallback(callback);
  options = getOptions(options, writeDefaults);
  data = checkWrite(data, options);
  const { signal } = options;
  if (isAborted(signal, callback)) return;
  const done = signal === undefined ? callback : (error) => {
    if (!isAborted(signal, callback)) callback(error);
  };
  const flush = options.flush === true;
  if (isDescriptor(path)) {
    path = validateDescriptor(path);
    natives.writeFile('', path, 0, 0, data, 0, lengthOf(data), flush, done);
    return;
  }
  path = validatePath(path);
  const flags = parseFlags(options.flag || 'w');
  const mode = parseFileMode(options.mode, 'mode', defaultMode);
  natives.writeFile(path, -1, flags, mode, data, 0, lengthOf(data), flush, done);
}

function writeFileSync(path, data, options) {
  options = getOptions(options, writeDefaults);
  data = checkWrite(data, options);
  const flush = options.flush === true;
  if (isDescriptor(path)) {
    natives.writeFile('', validateDescriptor(path), 0, 0, data, 0, lengthOf(data), flush);
    return;
  }
  path = validatePath(path);
  const flags = parseFlags(options.flag || 'w');
  const mode = parseFileMode(options.mode, 'mode', defaultMode);
  natives.writeFile(path, -1, flags, mode, data, 0, lengthOf(data), flush);
}

function appendOptions(options) {
  options = getOptions(options, appendDefaults);
  return options.flag ? options : { ...options, flag: 'a' };
}

function appendFile(path, data, options, callback) {
  callback ||= options;
  validateCallback(callback);
  writeFile(path, data, appendOptions(options), callback);
}

function appendFileSync(path, data, options) {
  writeFileSync(path, data, appendOptions(options));
}

let warnedOfTruncate = false;

function warnOfTruncate() {
  if (warnedOfTruncate) return;
  warnedOfTruncate = true;
  process.emitWarning('Using fs.truncate with a file descriptor is deprecated. Please use ' +
    'fs.ftruncate with a file descriptor instead.', 'DeprecationWarning', 'DEP0081');
}

function truncate(path, length, callback) {
  if (typeof path === 'number') {
    warnOfTruncate();
    ftruncate(path, length, callback);
    return;
  }
  if (typeof length === 'function') {
    callback = length;
    length = 0;
  } else if (length === undefined) {
    length = 0;
  }
  validateInteger(length, 'len');
  validateCallback(callback);
  natives.truncate(validatePath(path), Math.max(0, length), callback);
}

function truncateSync(path, length) {
  if (typeof path === 'number') {
    warnOfTruncate();
    ftruncateSync(path, length);
    return;
  }
  if (length === undefined) length = 0;
  path = validatePath(path);
  validateInteger(length, 'len');
  natives.truncate(path, Math.max(0, length));
}

function copyFile(source, destination, mode, callback) {
  if (typeof mode === 'function') {
    callback = mode;
    mode = 0;
  }
  source = validatePath(source, 'src');
  destination = validatePath(destination, 'dest');
  validateCallback(callback);
  natives.copyFile(source, destination, validateMode(mode), callback);
}

function copyFileSync(source, destination, mode) {
  source = validatePath(source, 'src');
  destination = validatePath(destination, 'dest');
  natives.copyFile(source, destination, validateMode(mode));
}

module.exports = {
  appendFile, appendFileSync,
  checkWrite,
  copyFile, copyFileSync,
  decodeContent,
  isUTF8,
  lengthOf,
  readFile, readFileSync,
  truncate, truncateSync,
  writeFile, writeFileSync,
};
