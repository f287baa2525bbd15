'use strict';

// Dir: a directory that is read bit by bit, and opendir.

const pathModule = require('path');
const { codes } = require('internal/errors');
const { validateFunction, validateUint32 } = require('internal/validators');
const { getOptions, validatePath } = require('internal/fs/arguments');
const { listDirents, needsBytes } = require('internal/fs/dirent');
const natives = internalBinding('fs');

const defaults = { encoding: 'utf8', bufferSize: 32 };

class Dir {
  #handle;
  #path;
  #options;
  // Entries that were read but not yet given out.
  #buffered = [];
  // Directories below that are still to be read, when all are asked for.
  #pending = [];
  // The directory that is being read now.
  #current;
  #closed = false;
  // Reads and closes that wait for the one that runs; null when none runs.
  #queue = null;

  constructor(handle, path, options) {
    if (handle == null) throw new codes.ERR_MISSING_ARGS('handle');
    this.#handle = handle;
    this.#path = this.#current = path;
    this.#options = options;
  }

  get path() {
    return this.#path;
  }

  read(callback) {
    this.#checkOpen();
    if (callback !== undefined) {
      validateFunction(callback, 'callback');
      this.#read(callback);
      return undefined;
    }
    return new Promise((resolve, reject) => {
      this.#read((error, entry) => (error ? reject(error) : resolve(entry)));
    });
  }

  #checkOpen() {
    if (this.#closed) throw new codes.ERR_DIR_CLOSED();
  }

  #read(callback) {
    if (this.#queue !== null) {
      this.#queue.push(() => this.#read(callback));
      return;
    }
    if (this.#closed) {
      process.nextTick(callback, new codes.ERR_DIR_CLOSED());
      return;
    }
    if (this.#buffered.length > 0) {
      process.nextTick(callback, null, this.#buffered.shift());
      return;
    }
    this.#queue = [];
    this.#fill((error) => {
      const entry = this.#buffered.shift() ?? null;
      this.#runQueue();
      if (error !== null) callback(error);
      else callback(null, entry);
    });
  }

  #runQueue() {
    const waiting = this.#queue;
    this.#queue = null;
    for (let i = 0; i < waiting.length; i++) waiting[i]();
  }

  // Reads entries until there are some or the end is reached.
  #fill(callback) {
    const { bufferSize, encoding } = this.#options;
    natives.readNext(this.#handle, bufferSize, needsBytes(encoding), (error, groups) => {
      if (error !== null) {
        callback(error);
      } else if (this.#keep(groups) || this.#pending.length === 0) {
        callback(null);
      } else {
        this.#openNext(callback);
      }
    });
  }

  #openNext(callback) {
    const path = this.#pending.shift();
    natives.closedir(this.#handle, () => {
      natives.opendir(path, (error, handle) => {
        if (error !== null) {
          callback(error);
          return;
        }
        this.#handle = handle;
        this.#current = path;
        this.#fill(callback);
      });
    });
  }

  // Buffers what was read, and says whether it was anything.
  #keep(groups) {
    const entries = listDirents(groups, this.#current, this.#options.encoding);
    this.#buffered = entries;
    if (this.#options.recursive) {
      for (const entry of entries) {
        if (entry.isDirectory()) this.#pending.push(pathModule.join(this.#current, entry.name));
      }
    }
    return entries.length > 0;
  }

  readSync() {
    this.#checkOpen();
    this.#checkIdle();
    const { bufferSize, encoding } = this.#options;
    while (this.#buffered.length === 0) {
      if (this.#keep(natives.readNext(this.#handle, bufferSize, needsBytes(encoding)))) break;
      if (this.#pending.length === 0) return null;
      natives.closedir(this.#handle);
      this.#current = this.#pending.shift();
      this.#handle = natives.opendir(this.#current);
    }
    return this.#buffered.shift();
  }

  #checkIdle() {
    if (this.#queue !== null) throw new codes.ERR_DIR_CONCURRENT_OPERATION();
  }

  close(callback) {
    if (callback === undefined) {
      return new Promise((resolve, reject) => {
        this.#checkOpen();
        this.#close((error) => (error ? reject(error) : resolve()));
      });
    }
    validateFunction(callback, 'callback');
    if (this.#closed) process.nextTick(callback, new codes.ERR_DIR_CLOSED());
    else this.#close(callback);
    return undefined;
  }

  #close(callback) {
    if (this.#queue !== null) {
      this.#queue.push(() => this.#close(callback));
      return;
    }
    this.#closed = true;
    natives.closedir(this.#handle, callback);
  }

  closeSync() {
    this.#checkOpen();
    this.#checkIdle();
    this.#closed = true;
    natives.closedir(this.#handle);
  }

  // Iterates over the entries, and closes the directory at the end.
  entries() {
    return new DirIterator(this);
  }
}

Object.defineProperty(Dir.prototype, Symbol.asyncIterator, {
  value: Dir.prototype.entries, enumerable: false, writable: true, configurable: true,
});

class DirIterator {
  #dir;
  #done = false;

  constructor(dir) {
    this.#dir = dir;
  }

  async next() {
    if (this.#done) return { value: undefined, done: true };
    let entry;
    try {
      entry = await this.#dir.read();
    } catch (error) {
      this.#done = true;
      throw error;
    }
    return entry === null ? this.return() : { value: entry, done: false };
  }

  async return(value) {
    if (!this.#done) {
      this.#done = true;
      await this.#dir.close();
    }
    return { value, done: true };
  }

  async throw(error) {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}

Object.defineProperty(DirIterator.prototype, Symbol.toStringTag, {
  value: 'AsyncGenerator', configurable: true,
});

function opendirOptions(options) {
  options = { ...defaults, ...getOptions(options) };
  validateUint32(options.bufferSize, 'options.bufferSize', true);
  return options;
}

function opendir(path, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  validateFunction(callback, 'callback');
  path = validatePath(path);
  options = opendirOptions(options);
  natives.opendir(path, (error, handle) => {
    if (error !== null) callback(error);
    else callback(null, new Dir(handle, path, options));
  });
}

function opendirSync(path, options) {
  path = validatePath(path);
  options = opendirOptions(options);
  return new Dir(natives.opendirSync(path), path, options);
}

module.exports = { Dir, opendir, opendirSync };
