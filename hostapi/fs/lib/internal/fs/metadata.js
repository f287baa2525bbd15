'use strict';

// Functions that read and change what a file system says about files: access, stat, chmod, chown,
// utimes, and their relatives, as callbacks and synchronous.

const { validateInteger } = require('internal/validators');
const {
  parseFileMode, toUnixTimestamp, validateCallback, validateDescriptor, validateMode,
  validatePath,
} = require('internal/fs/arguments');
const { makeStatFs, makeStats } = require('internal/fs/stats');
const natives = internalBinding('fs');

const F_OK = 0;
const idMax = 2 ** 32 - 1;

function access(path, mode, callback) {
  if (typeof mode === 'function') {
    callback = mode;
    mode = F_OK;
  }
  path = validatePath(path);
  validateCallback(callback);
  natives.access(path, validateMode(mode), callback);
}

function accessSync(path, mode) {
  natives.access(validatePath(path), validateMode(mode));
}

function exists(path, callback) {
  validateCallback(callback);
  try {
    path = validatePath(path);
  } catch {
    callback(false);
    return;
  }
  natives.access(path, F_OK, (error) => callback(error === null));
}

Object.defineProperty(exists, Symbol.for('nodejs.util.promisify.custom'), {
  value: (path) => new Promise((resolve) => exists(path, resolve)),
});

function existsSync(path) {
  try {
    path = validatePath(path);
  } catch {
    return false;
  }
  return natives.exists(path, F_OK);
}

function statsCallback(callback) {
  return (error, values) => {
    if (error !== null) callback(error);
    else callback(null, makeStats(values));
  };
}

const defaultOptions = { bigint: false };

function stat(path, options = defaultOptions, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = defaultOptions;
  }
  validateCallback(callback);
  natives.stat(validatePath(path), options.bigint, statsCallback(callback));
}

function lstat(path, options = defaultOptions, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = defaultOptions;
  }
  validateCallback(callback);
  natives.lstat(validatePath(path), options.bigint, statsCallback(callback));
}

function fstat(fd, options = defaultOptions, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = defaultOptions;
  }
  fd = validateDescriptor(fd);
  validateCallback(callback);
  natives.fstat(fd, options.bigint, statsCallback(callback));
}

function statSync(path, options = defaultOptions) {
  path = validatePath(path);
  if (options.throwIfNoEntry !== false) return makeStats(natives.stat(path, options.bigint));
  const values = natives.statIfThere(path, options.bigint);
  return values === undefined ? undefined : makeStats(values);
}

function lstatSync(path, options = defaultOptions) {
  path = validatePath(path);
  if (options.throwIfNoEntry !== false) return makeStats(natives.lstat(path, options.bigint));
  const values = natives.lstatIfThere(path, options.bigint);
  return values === undefined ? undefined : makeStats(values);
}

function fstatSync(fd, options = defaultOptions) {
  return makeStats(natives.fstat(validateDescriptor(fd), options.bigint));
}

function statfs(path, options = defaultOptions, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = defaultOptions;
  }
  validateCallback(callback);
  natives.statfs(validatePath(path), options.bigint, (error, values) => {
    if (error !== null) callback(error);
    else callback(null, makeStatFs(values));
  });
}

function statfsSync(path, options = defaultOptions) {
  return makeStatFs(natives.statfs(validatePath(path), options.bigint));
}

function chmod(path, mode, callback) {
  path = validatePath(path);
  mode = parseFileMode(mode, 'mode');
  validateCallback(callback);
  natives.chmod(path, mode, callback);
}

function chmodSync(path, mode) {
  natives.chmod(validatePath(path), parseFileMode(mode, 'mode'));
}

function fchmod(fd, mode, callback) {
  fd = validateDescriptor(fd);
  mode = parseFileMode(mode, 'mode');
  validateCallback(callback);
  natives.fchmod(fd, mode, callback);
}

function fchmodSync(fd, mode) {
  natives.fchmod(validateDescriptor(fd), parseFileMode(mode, 'mode'));
}

function validateOwner(uid, gid) {
  validateInteger(uid, 'uid', -1, idMax);
  validateInteger(gid, 'gid', -1, idMax);
}

function chown(path, uid, gid, callback) {
  validateCallback(callback);
  path = validatePath(path);
  validateOwner(uid, gid);
  natives.chown(path, uid, gid, callback);
}

function chownSync(path, uid, gid) {
  path = validatePath(path);
  validateOwner(uid, gid);
  natives.chown(path, uid, gid);
}

function fchown(fd, uid, gid, callback) {
  fd = validateDescriptor(fd);
  validateOwner(uid, gid);
  validateCallback(callback);
  natives.fchown(fd, uid, gid, callback);
}

function fchownSync(fd, uid, gid) {
  fd = validateDescriptor(fd);
  validateOwner(uid, gid);
  natives.fchown(fd, uid, gid);
}

function lchown(path, uid, gid, callback) {
  validateCallback(callback);
  path = validatePath(path);
  validateOwner(uid, gid);
  natives.lchown(path, uid, gid, callback);
}

function lchownSync(path, uid, gid) {
  path = validatePath(path);
  validateOwner(uid, gid);
  natives.lchown(path, uid, gid);
}

function utimes(path, atime, mtime, callback) {
  validateCallback(callback);
  path = validatePath(path);
  natives.utimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime), callback);
}

function utimesSync(path, atime, mtime) {
  path = validatePath(path);
  natives.utimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime));
}

function futimes(fd, atime, mtime, callback) {
  fd = validateDescriptor(fd);
  atime = toUnixTimestamp(atime, 'atime');
  mtime = toUnixTimestamp(mtime, 'mtime');
  validateCallback(callback);
  natives.futimes(fd, atime, mtime, callback);
}

function futimesSync(fd, atime, mtime) {
  fd = validateDescriptor(fd);
  natives.futimes(fd, toUnixTimestamp(atime, 'atime'), toUnixTimestamp(mtime, 'mtime'));
}

function lutimes(path, atime, mtime, callback) {
  validateCallback(callback);
  path = validatePath(path);
  natives.lutimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime), callback);
}

function lutimesSync(path, atime, mtime) {
  path = validatePath(path);
  natives.lutimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime));
}

module.exports = {
  access, accessSync,
  chmod, chmodSync,
  chown, chownSync,
  exists, existsSync,
  fchmod, fchmodSync,
  fchown, fchownSync,
  fstat, fstatSync,
  futimes, futimesSync,
  lchown, lchownSync,
  lstat, lstatSync,
  lutimes, lutimesSync,
  stat, statSync,
  statfs, statfsSync,
  utimes, utimesSync,
};
