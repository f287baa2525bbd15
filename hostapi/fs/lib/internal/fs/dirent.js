'use strict';

// Dirent, and lists of entries from the natives' groups [directory, names, types, …].

const pathModule = require('path');
const {
  UV_DIRENT_BLOCK, UV_DIRENT_CHAR, UV_DIRENT_DIR, UV_DIRENT_FIFO, UV_DIRENT_FILE, UV_DIRENT_LINK,
  UV_DIRENT_SOCKET,
} = require('internal/fs/constants');

const kType = Symbol('type');

class Dirent {
  constructor(name, type, path) {
    this.name = name;
    this.parentPath = path;
    this.path = path;
    this[kType] = type;
  }

  isDirectory() {
    return this[kType] === UV_DIRENT_DIR;
  }

  isFile() {
    return this[kType] === UV_DIRENT_FILE;
  }

  isBlockDevice() {
    return this[kType] === UV_DIRENT_BLOCK;
  }

  isCharacterDevice() {
    return this[kType] === UV_DIRENT_CHAR;
  }

  isSymbolicLink() {
    return this[kType] === UV_DIRENT_LINK;
  }

  isFIFO() {
    return this[kType] === UV_DIRENT_FIFO;
  }

  isSocket() {
    return this[kType] === UV_DIRENT_SOCKET;
  }
}

// Natives give a path as a string, or as an ArrayBuffer when they were asked for bytes.
function needsBytes(encoding) {
  return Boolean(encoding) && encoding !== 'utf8' && encoding !== 'utf-8';
}

function decodePath(path, encoding) {
  if (typeof path === 'string' || path === undefined) return path;
  const buffer = require('buffer').Buffer.from(path);
  return encoding === 'buffer' ? buffer : buffer.toString(encoding);
}

function decodeNames(names, encoding) {
  if (needsBytes(encoding)) {
    for (let i = 0; i < names.length; i++) names[i] = decodePath(names[i], encoding);
  }
  return names;
}

// The names of all groups, those below relative to the first directory.
function listNames(groups, encoding) {
  const list = decodeNames(groups[1], encoding);
  for (let i = 3; i < groups.length; i += 3) {
    for (const name of decodeNames(groups[i + 1], encoding)) {
      list.push(pathModule.join(groups[i], name));
    }
  }
  return list;
}

function listDirents(groups, path, encoding) {
  const list = [];
  for (let i = 0; i < groups.length; i += 3) {
    const names = decodeNames(groups[i + 1], encoding);
    const types = groups[i + 2];
    const parent = groups[i] === '' ? path : pathModule.join(path, groups[i]);
    for (let n = 0; n < names.length; n++) list.push(new Dirent(names[n], types[n], parent));
  }
  return list;
}

module.exports = { Dirent, decodePath, listDirents, listNames, needsBytes };
