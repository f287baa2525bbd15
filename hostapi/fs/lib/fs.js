'use strict';

// The module 'fs'. What few programs need is loaded when it is first asked for.

const constants = require('internal/fs/constants');
const metadata = require('internal/fs/metadata');
const descriptors = require('internal/fs/descriptors');
const files = require('internal/fs/files');
const tree = require('internal/fs/tree');
const { Stats } = require('internal/fs/stats');
const { Dirent } = require('internal/fs/dirent');
const { toUnixTimestamp, validatePath } = require('internal/fs/arguments');

function createReadStream(path, options) {
  return new fs.ReadStream(path, options);
}

function createWriteStream(path, options) {
  return new fs.WriteStream(path, options);
}

function cp(source, destination, options, callback) {
  require('internal/fs/cp').cpCallback(source, destination, options, callback);
}

function cpSync(source, destination, options) {
  require('internal/fs/cp').cpSync(source, destination, options);
}

// The file is read at once: a blob holds what was there then, not what is there when it is read.
function openAsBlob(path, options = {}) {
  const { validateObject, validateString } = require('internal/validators');
  validateObject(options, 'options');
  const { type = '' } = options;
  validateString(type, 'options.type');
  validatePath(path);
  const { Blob } = require('buffer');
  let bytes;
  try {
    bytes = files.readFileSync(path);
  } catch {
    throw Object.assign(new TypeError('Unable to open file as blob'), { code: 'ERR_INVALID_ARG_VALUE' });
  }
  return Promise.resolve(new Blob([bytes], { type }));
}

function opendir(path, options, callback) {
  require('internal/fs/dir').opendir(path, options, callback);
}

function opendirSync(path, options) {
  return require('internal/fs/dir').opendirSync(path, options);
}

function watch(filename, options, listener) {
  return require('internal/fs/watch').watch(filename, options, listener);
}

function watchFile(filename, options, listener) {
  return require('internal/fs/watch_file').watchFile(filename, options, listener);
}

function unwatchFile(filename, listener) {
  require('internal/fs/watch_file').unwatchFile(filename, listener);
}

const fs = module.exports = {
  appendFile: files.appendFile,
  appendFileSync: files.appendFileSync,
  access: metadata.access,
  accessSync: metadata.accessSync,
  chown: metadata.chown,
  chownSync: metadata.chownSync,
  chmod: metadata.chmod,
  chmodSync: metadata.chmodSync,
  close: descriptors.close,
  closeSync: descriptors.closeSync,
  copyFile: files.copyFile,
  copyFileSync: files.copyFileSync,
  cp,
  cpSync,
  createReadStream,
  createWriteStream,
  exists: metadata.exists,
  existsSync: metadata.existsSync,
  fchown: metadata.fchown,
  fchownSync: metadata.fchownSync,
  fchmod: metadata.fchmod,
  fchmodSync: metadata.fchmodSync,
  fdatasync: descriptors.fdatasync,
  fdatasyncSync: descriptors.fdatasyncSync,
  fstat: metadata.fstat,
  fstatSync: metadata.fstatSync,
  fsync: descriptors.fsync,
  fsyncSync: descriptors.fsyncSync,
  ftruncate: descriptors.ftruncate,
  ftruncateSync: descriptors.ftruncateSync,
  futimes: metadata.futimes,
  futimesSync: metadata.futimesSync,
  lchown: metadata.lchown,
  lchownSync: metadata.lchownSync,
  lchmod: undefined,
  lchmodSync: undefined,
  link: tree.link,
  linkSync: tree.linkSync,
  lstat: metadata.lstat,
  lstatSync: metadata.lstatSync,
  lutimes: metadata.lutimes,
  lutimesSync: metadata.lutimesSync,
  mkdir: tree.mkdir,
  mkdirSync: tree.mkdirSync,
  mkdtemp: tree.mkdtemp,
  mkdtempSync: tree.mkdtempSync,
  open: descriptors.open,
  openSync: descriptors.openSync,
  openAsBlob,
  readdir: tree.readdir,
  readdirSync: tree.readdirSync,
  read: descriptors.read,
  readSync: descriptors.readSync,
  readv: descriptors.readv,
  readvSync: descriptors.readvSync,
  readFile: files.readFile,
  readFileSync: files.readFileSync,
  readlink: tree.readlink,
  readlinkSync: tree.readlinkSync,
  realpath: tree.realpath,
  realpathSync: tree.realpathSync,
  rename: tree.rename,
  renameSync: tree.renameSync,
  rm: tree.rm,
  rmSync: tree.rmSync,
  rmdir: tree.rmdir,
  rmdirSync: tree.rmdirSync,
  stat: metadata.stat,
  statfs: metadata.statfs,
  statSync: metadata.statSync,
  statfsSync: metadata.statfsSync,
  symlink: tree.symlink,
  symlinkSync: tree.symlinkSync,
  truncate: files.truncate,
  truncateSync: files.truncateSync,
  unwatchFile,
  unlink: tree.unlink,
  unlinkSync: tree.unlinkSync,
  utimes: metadata.utimes,
  utimesSync: metadata.utimesSync,
  watch,
  watchFile,
  writeFile: files.writeFile,
  writeFileSync: files.writeFileSync,
  write: descriptors.write,
  writeSync: descriptors.writeSync,
  writev: descriptors.writev,
  writevSync: descriptors.writevSync,
  Dirent,
  Stats,
  ReadStream: undefined,
  WriteStream: undefined,
  FileReadStream: undefined,
  FileWriteStream: undefined,
  _toUnixTimestamp: toUnixTimestamp,
  Dir: undefined,
  opendir,
  opendirSync,
  F_OK: constants.F_OK,
  R_OK: constants.R_OK,
  W_OK: constants.W_OK,
  X_OK: constants.X_OK,
};

// Properties that load their module when they are first read; they have their places above. Programs
// may replace them.
const lazy = {
  ReadStream: ['internal/fs/read_stream', 'ReadStream'],
  WriteStream: ['internal/fs/write_stream', 'WriteStream'],
  FileReadStream: ['internal/fs/read_stream', 'ReadStream'],
  FileWriteStream: ['internal/fs/write_stream', 'WriteStream'],
  Dir: ['internal/fs/dir', 'Dir'],
};

for (const name of Object.keys(lazy)) {
  const [id, key] = lazy[name];
  let value;
  Object.defineProperty(fs, name, {
    get() {
      return value ??= require(id)[key];
    },
    set(replacement) {
      value = replacement;
    },
    enumerable: true,
    configurable: true,
  });
}

Object.defineProperties(fs, {
  constants: { value: constants, enumerable: true, writable: false, configurable: false },
  promises: {
    get() {
      return require('fs/promises');
    },
    enumerable: true,
    configurable: true,
  },
});
