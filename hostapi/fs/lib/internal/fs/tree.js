'use strict';

// Functions that change and read the tree of directories: mkdir, rm, readdir, rename, symlink,
// realpath and their relatives, as callbacks and synchronous.

const { codes } = require('internal/errors');
const {
  validateBoolean, validateInt32, validateObject, validateUint32,
} = require('internal/validators');
const {
  getOptions, parseFileMode, validateCallback, validatePath,
} = require('internal/fs/arguments');
const { decodePath, listDirents, listNames, needsBytes } = require('internal/fs/dirent');
const natives = internalBinding('fs');

const directoryMode = 0o777;
const S_IFMT = 0o170000;
const S_IFDIR = 0o040000;

// How directories below are read: see the live side.
const recursionNone = 0;
const recursionBreadthFirst = 1;
const recursionLastFirst = 2;

function mkdirOptions(options) {
  let mode = directoryMode;
  let recursive = false;
  if (typeof options === 'number' || typeof options === 'string') {
    mode = parseFileMode(options, 'mode');
  } else if (options) {
    if (options.recursive !== undefined) {
      recursive = options.recursive;
      validateBoolean(recursive, 'options.recursive');
    }
    if (options.mode !== undefined) mode = parseFileMode(options.mode, 'mode');
  }
  return { mode, recursive };
}

function mkdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  const { mode, recursive } = mkdirOptions(options);
  validateCallback(callback);
  natives.mkdir(validatePath(path), mode, recursive, callback);
}

function mkdirSync(path, options) {
  const { mode, recursive } = mkdirOptions(options);
  return natives.mkdir(validatePath(path), mode, recursive);
}

function warnOfTemplate(prefix) {
  const last = prefix[prefix.length - 1];
  if (last === 'X' || last === 0x58) {
    process.emitWarning('mkdtemp() templates ending with X are not portable. ' +
      'For details see: https://nodejs.org/api/fs.html');
  }
}

function mkdtemp(prefix, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  validateCallback(callback);
  const { encoding } = getOptions(options);
  prefix = validatePath(prefix, 'prefix');
  warnOfTemplate(prefix);
  natives.mkdtemp(prefix, needsBytes(encoding), pathCallback(encoding, callback));
}

function mkdtempSync(prefix, options) {
  const { encoding } = getOptions(options);
  prefix = validatePath(prefix, 'prefix');
  warnOfTemplate(prefix);
  return decodePath(natives.mkdtemp(prefix, needsBytes(encoding)), encoding);
}

// A callback that gets a path in an encoding.
function pathCallback(encoding, callback) {
  if (!needsBytes(encoding)) return callback;
  return (error, path) => {
    if (error !== null) callback(error);
    else callback(null, decodePath(path, encoding));
  };
}

const removeDefaults = { recursive: false, force: false, maxRetries: 0, retryDelay: 100 };

// The options of rm, and those of rmdir, which has no force.
function removeOptions(options, forRmdir) {
  if (options === undefined) return removeDefaults;
  validateObject(options, 'options');
  options = { ...removeDefaults, ...options };
  if (!forRmdir) validateBoolean(options.force, 'options.force');
  validateBoolean(options.recursive, 'options.recursive');
  validateInt32(options.retryDelay, 'options.retryDelay', 0);
  validateUint32(options.maxRetries, 'options.maxRetries');
  return options;
}

function isDirectoryMode(values) {
  return (values[1] & S_IFMT) === S_IFDIR;
}

function directoryError(path) {
  return new codes.ERR_FS_EISDIR({
    code: 'EISDIR',
    message: 'is a directory',
    path,
    syscall: 'rm',
    errno: 21,
  });
}

// An error for a callback has no stack: no line of the program made it.
function withoutFrames(error) {
  error.stack = `${error.name} [${error.code}]: ${error.message}`;
  return error;
}

function rm(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  path = validatePath(path);
  options = removeOptions(options, false);
  natives.lstat(path, false, (error, values) => {
    if (error !== null) {
      callback(options.force && error.code === 'ENOENT' ? null : error);
    } else if (isDirectoryMode(values) && !options.recursive) {
      callback(withoutFrames(directoryError(path)));
    } else {
      natives.remove(path, options.maxRetries, options.retryDelay, callback);
    }
  });
}

function rmSync(path, options) {
  path = validatePath(path);
  options = removeOptions(options, false);
  const values = options.force ? natives.lstatIfThere(path, false) : natives.lstat(path, false);
  if (values === undefined) return;
  if (isDirectoryMode(values) && !options.recursive) throw directoryError(path);
  natives.remove(path, options.maxRetries, options.retryDelay);
}

let warnedOfRmdir = false;

function warnOfRmdir() {
  if (warnedOfRmdir) return;
  warnedOfRmdir = true;
  process.emitWarning('In future versions of Node.js, fs.rmdir(path, { recursive: true }) ' +
    'will be removed. Use fs.rm(path, { recursive: true }) instead', 'DeprecationWarning', 'DEP0147');
}

function rmdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateCallback(callback);
  path = validatePath(path);
  if (!options?.recursive) {
    removeOptions(options, true);
    natives.rmdir(path, callback);
    return;
  }
  warnOfRmdir();
  options = removeOptions(options, true);
  natives.lstat(path, false, (error, values) => {
    if (error !== null) callback(error);
    else if (!isDirectoryMode(values)) natives.rmdir(path, callback);
    else natives.remove(path, options.maxRetries, options.retryDelay, callback);
  });
}

function rmdirSync(path, options) {
  path = validatePath(path);
  if (options?.recursive) {
    warnOfRmdir();
    options = removeOptions(options, true);
    if (isDirectoryMode(natives.lstat(path, false))) {
      natives.remove(path, options.maxRetries, options.retryDelay);
      return;
    }
  } else {
    removeOptions(options, true);
  }
  natives.rmdir(path);
}

function readdirOptions(options) {
  options = getOptions(options);
  if (options.recursive != null) validateBoolean(options.recursive, 'options.recursive');
  return options;
}

function listEntries(groups, path, options) {
  if (options.withFileTypes) return listDirents(groups, path, options.encoding);
  return listNames(groups, options.encoding);
}

function startReaddir(path, options, recursion, callback) {
  validateCallback(callback);
  options = readdirOptions(options);
  path = validatePath(path);
  if (!options.recursive) recursion = recursionNone;
  natives.readdir(path, !!options.withFileTypes, recursion, needsBytes(options.encoding),
    (error, groups) => {
      if (error !== null) callback(error);
      else callback(null, listEntries(groups, path, options));
    });
}

function readdir(path, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  startReaddir(path, options, recursionBreadthFirst, callback);
}

// The order of fs.promises.readdir.
function readdirLastFirst(path, options, callback) {
  startReaddir(path, options, recursionLastFirst, callback);
}

function readdirSync(path, options) {
  options = readdirOptions(options);
  path = validatePath(path);
  const recursion = options.recursive ? recursionBreadthFirst : recursionNone;
  const groups = natives.readdir(path, !!options.withFileTypes, recursion,
    needsBytes(options.encoding));
  return listEntries(groups, path, options);
}

function rename(oldPath, newPath, callback) {
  validateCallback(callback);
  natives.rename(validatePath(oldPath, 'oldPath'), validatePath(newPath, 'newPath'), callback);
}

function renameSync(oldPath, newPath) {
  natives.rename(validatePath(oldPath, 'oldPath'), validatePath(newPath, 'newPath'));
}

function link(existingPath, newPath, callback) {
  validateCallback(callback);
  existingPath = validatePath(existingPath, 'existingPath');
  natives.link(existingPath, validatePath(newPath, 'newPath'), callback);
}

function linkSync(existingPath, newPath) {
  existingPath = validatePath(existingPath, 'existingPath');
  natives.link(existingPath, validatePath(newPath, 'newPath'));
}

const linkTypes = { __proto__: null, file: 0, dir: 1, junction: 2 };

function linkType(type) {
  if (typeof type !== 'string') return 0;
  const known = linkTypes[type];
  if (known === undefined) throw new codes.ERR_FS_INVALID_SYMLINK_TYPE(type);
  return known;
}

// symlink(target, path[, type], callback)
function symlink(target, path, type, _) {
  const callback = arguments[arguments.length - 1];
  validateCallback(callback);
  target = validatePath(target, 'target');
  path = validatePath(path);
  natives.symlink(target, path, linkType(type), callback);
}

function symlinkSync(target, path, type) {
  target = validatePath(target, 'target');
  path = validatePath(path);
  natives.symlink(target, path, linkType(type));
}

function readlink(path, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  validateCallback(callback);
  const { encoding } = getOptions(options);
  path = validatePath(path, 'oldPath');
  natives.readlink(path, needsBytes(encoding), pathCallback(encoding, callback));
}

function readlinkSync(path, options) {
  const { encoding } = getOptions(options);
  path = validatePath(path, 'oldPath');
  return decodePath(natives.readlink(path, needsBytes(encoding)), encoding);
}

function unlink(path, callback) {
  validateCallback(callback);
  natives.unlink(validatePath(path), callback);
}

function unlinkSync(path) {
  natives.unlink(validatePath(path));
}

// Anything but a URL or bytes is taken as text: only the native form checks the type.
function textPath(path) {
  return validatePath(typeof path === 'object' && path !== null ? path : `${path}`);
}

function realpath(path, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  validateCallback(callback);
  const { encoding } = getOptions(options);
  path = textPath(path);
  natives.realpath(path, false, needsBytes(encoding), pathCallback(encoding, callback));
}

realpath.native = (path, options, callback) => {
  callback = typeof options === 'function' ? options : callback;
  validateCallback(callback);
  const { encoding } = getOptions(options);
  path = validatePath(path);
  natives.realpath(path, true, needsBytes(encoding), pathCallback(encoding, callback));
};

function realpathSync(path, options) {
  const { encoding } = getOptions(options);
  return decodePath(natives.realpath(textPath(path), false, needsBytes(encoding)), encoding);
}

realpathSync.native = (path, options) => {
  const { encoding } = getOptions(options);
  return decodePath(natives.realpath(validatePath(path), true, needsBytes(encoding)), encoding);
};

module.exports = {
  link, linkSync,
  mkdir, mkdirSync,
  mkdtemp, mkdtempSync,
  readdir, readdirLastFirst, readdirSync,
  readlink, readlinkSync,
  realpath, realpathSync,
  rename, renameSync,
  rm, rmSync,
  rmdir, rmdirSync,
  symlink, symlinkSync,
  unlink, unlinkSync,
};
