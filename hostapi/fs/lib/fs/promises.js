'use strict';

// The module 'fs/promises': the functions of fs with promises in place of callbacks. What fails at
// once (a wrong argument) rejects too.

const { codes } = require('internal/errors');
const { validateBoolean, validateInteger } = require('internal/validators');
const {
  getOptions, parseFileMode, parseFlags, validatePath,
} = require('internal/fs/arguments');
const constants = require('internal/fs/constants');
const metadata = require('internal/fs/metadata');
const files = require('internal/fs/files');
const tree = require('internal/fs/tree');
const {
  FileHandle, abortError, checkAborted, isIterable, settle, writeIterable,
} = require('internal/fs/handle');
const natives = internalBinding('fs');

const defaultMode = 0o666;
const defaultStat = { bigint: false };
const writeDefaults = { encoding: 'utf8', mode: defaultMode, flag: 'w', flush: false };

function access(path, mode = constants.F_OK) {
  return new Promise((resolve, reject) => metadata.access(path, mode, settle(resolve, reject)));
}

function copyFile(source, destination, mode) {
  return new Promise((resolve, reject) => {
    files.copyFile(source, destination, mode, settle(resolve, reject));
  });
}

function cp(source, destination, options) {
  return require('internal/fs/cp').cp(source, destination, options);
}

function open(path, flags, mode) {
  return new Promise((resolve, reject) => {
    path = validatePath(path);
    flags = parseFlags(flags, 'flags');
    mode = parseFileMode(mode, 'mode', defaultMode);
    natives.open(path, flags, mode, (error, fd) => {
      if (error !== null) reject(error);
      else resolve(new FileHandle(fd));
    });
  });
}

function opendir(path, options, _) {
  return new Promise((resolve, reject) => {
    require('internal/fs/dir').opendir(path, options ?? {}, settle(resolve, reject));
  });
}

function rename(oldPath, newPath) {
  return new Promise((resolve, reject) => tree.rename(oldPath, newPath, settle(resolve, reject)));
}

function truncate(path, length = 0) {
  return new Promise((resolve, reject) => {
    path = validatePath(path);
    validateInteger(length, 'len');
    natives.truncate(path, Math.max(0, length), settle(resolve, reject));
  });
}

function rm(path, options) {
  return new Promise((resolve, reject) => tree.rm(path, options, settle(resolve, reject)));
}

function rmdir(path, options) {
  return new Promise((resolve, reject) => tree.rmdir(path, options, settle(resolve, reject)));
}

function mkdir(path, options) {
  return new Promise((resolve, reject) => tree.mkdir(path, options, settle(resolve, reject)));
}

function readdir(path, options) {
  return new Promise((resolve, reject) => tree.readdirLastFirst(path, options, settle(resolve, reject)));
}

function readlink(path, options) {
  return new Promise((resolve, reject) => tree.readlink(path, options, settle(resolve, reject)));
}

function symlink(target, path, type) {
  return new Promise((resolve, reject) => tree.symlink(target, path, type, settle(resolve, reject)));
}

function lstat(path, options = defaultStat) {
  return new Promise((resolve, reject) => metadata.lstat(path, options, settle(resolve, reject)));
}

function stat(path, options = defaultStat) {
  return new Promise((resolve, reject) => metadata.stat(path, options, settle(resolve, reject)));
}

function statfs(path, options = defaultStat) {
  return new Promise((resolve, reject) => metadata.statfs(path, options, settle(resolve, reject)));
}

function link(existingPath, newPath) {
  return new Promise((resolve, reject) => tree.link(existingPath, newPath, settle(resolve, reject)));
}

function unlink(path) {
  return new Promise((resolve, reject) => tree.unlink(path, settle(resolve, reject)));
}

function chmod(path, mode) {
  return new Promise((resolve, reject) => metadata.chmod(path, mode, settle(resolve, reject)));
}

// Linux cannot change the mode of a link.
async function lchmod(path, mode) { // eslint-disable-line no-unused-vars
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('lchmod()');
}

function lchown(path, uid, gid) {
  return new Promise((resolve, reject) => metadata.lchown(path, uid, gid, settle(resolve, reject)));
}

function chown(path, uid, gid) {
  return new Promise((resolve, reject) => metadata.chown(path, uid, gid, settle(resolve, reject)));
}

function utimes(path, atime, mtime) {
  return new Promise((resolve, reject) => metadata.utimes(path, atime, mtime, settle(resolve, reject)));
}

function lutimes(path, atime, mtime) {
  return new Promise((resolve, reject) => metadata.lutimes(path, atime, mtime, settle(resolve, reject)));
}

function realpath(path, options) {
  return new Promise((resolve, reject) => {
    tree.realpath.native(path, options, settle(resolve, reject));
  });
}

function mkdtemp(prefix, options) {
  return new Promise((resolve, reject) => tree.mkdtemp(prefix, options, settle(resolve, reject)));
}

async function writeFile(path, data, options) {
  options = getOptions(options, writeDefaults);
  const flag = options.flag || 'w';
  const flush = options.flush ?? false;
  validateBoolean(flush, 'options.flush');
  if (path instanceof FileHandle) return path.writeFile(data, options);
  const { signal } = options;
  if (!isIterable(data)) {
    await new Promise((resolve, reject) => {
      files.checkWrite(data, options);
      checkAborted(signal);
      files.writeFile(validatePath(path), data, options, settle(resolve, reject));
    });
    return undefined;
  }
  checkAborted(signal);
  const handle = await open(path, flag, options.mode);
  try {
    await writeIterable(handle.fd, data, signal, options.encoding, flush);
  } finally {
    await handle.close();
  }
  return undefined;
}

async function appendFile(path, data, options) {
  options = { flag: 'a', ...getOptions(options, { encoding: 'utf8', mode: defaultMode }) };
  options.flag ||= 'a';
  return writeFile(path, data, options);
}

function readFile(path, options) {
  return new Promise((resolve, reject) => {
    options = getOptions(options);
    if (path instanceof FileHandle) {
      resolve(path.readFile(options));
      return;
    }
    const { encoding, signal } = options;
    checkAborted(signal);
    path = validatePath(path);
    const flags = parseFlags(options.flag ?? 'r');
    natives.readFile(path, -1, flags, true, files.isUTF8(encoding), (error, content) => {
      if (error !== null) reject(error);
      else if (signal?.aborted) reject(abortError(signal));
      else resolve(files.decodeContent(content, encoding));
    });
  });
}

function _watch(filename, options = {}) {
  return require('internal/fs/watch').watchIterator(filename, options);
}

module.exports = {
  access, copyFile, cp, open, opendir, rename, truncate, rm, rmdir, mkdir, readdir, readlink,
  symlink, lstat, stat, statfs, link, unlink, chmod, lchmod, lchown, chown, utimes, lutimes,
  realpath, mkdtemp, writeFile, appendFile, readFile, watch: _watch, constants,
};
