'use strict';

// fs.watch and fs.promises.watch: changes as the operating system reports them.

const EventEmitter = require('events');
const { AbortError, codes } = require('internal/errors');
const {
  validateAbortSignal, validateBoolean, validateObject,
} = require('internal/validators');
const { assertEncoding, getOptions, validatePath } = require('internal/fs/arguments');
const { Buffer } = require('buffer');
const natives = internalBinding('fs');

// The error of a watch that did not begin.
function watchError({ errno, code, syscall, message, path }) {
  if (code === 'ENOSYS') return new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('fs.watch');
  const error = new Error(message);
  error.errno = errno;
  error.syscall = syscall;
  error.code = code;
  error.path = path;
  error.filename = path;
  return error;
}

function startWatch(path, recursive) {
  try {
    return recursive ? natives.watchTree(path) : natives.watch(path);
  } catch (error) {
    throw watchError(error);
  }
}

function decodeName(name, encoding) {
  if (encoding === undefined || encoding === null || encoding === 'utf8') return name;
  const bytes = Buffer.from(name);
  return encoding === 'buffer' ? bytes : bytes.toString(encoding);
}

class FSWatcher extends EventEmitter {
  #watch = -1;

  start(path, persistent, recursive, encoding) {
    this.#watch = startWatch(path, recursive);
    natives.changes(this.#watch, (error, change) => {
      if (error !== null) {
        this.#watch = -1;
        this.emit('error', watchError(error));
      } else if (change !== undefined) {
        this.emit('change', change[0] ? 'rename' : 'change', decodeName(change[1], encoding));
      }
    });
    if (!persistent) this.unref();
  }

  close() {
    if (this.#watch === -1) return;
    natives.unwatch(this.#watch);
    this.#watch = -1;
    process.nextTick(() => this.emit('close'));
  }

  ref() {
    if (this.#watch !== -1) natives.setWatchRef(this.#watch, true);
    return this;
  }

  unref() {
    if (this.#watch !== -1) natives.setWatchRef(this.#watch, false);
    return this;
  }
}

function watch(filename, options, listener) {
  if (typeof options === 'function') {
    listener = options;
    options = undefined;
  }
  const path = validatePath(filename);
  const { persistent = true, recursive = false, encoding, signal } = getOptions(options);
  if (options?.recursive !== undefined) validateBoolean(recursive, 'options.recursive');
  const watcher = new FSWatcher();
  watcher.start(path, persistent, recursive, encoding);
  if (listener) watcher.addListener('change', listener);
  if (signal?.aborted) {
    process.nextTick(() => watcher.close());
  } else if (signal) {
    const onAbort = () => watcher.close();
    signal.addEventListener('abort', onAbort);
    watcher.once('close', () => signal.removeEventListener('abort', onAbort));
  }
  return watcher;
}

// The async iterator of fs.promises.watch. It starts when it is first asked.
class WatchIterator {
  #path;
  #options;
  #watcher = null;
  #changes = [];
  #waiting = [];
  #failure = null;
  #done = false;

  constructor(path, options) {
    this.#path = path;
    this.#options = options;
  }

  #start() {
    const { persistent = true, recursive = false, encoding, signal } = this.#options;
    const path = validatePath(this.#path);
    if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
    this.#watcher = new FSWatcher();
    this.#watcher.on('change', (eventType, filename) => {
      this.#changes.push({ eventType, filename });
      this.#serve();
    });
    this.#watcher.on('error', (error) => this.#fail(error));
    this.#watcher.start(path, persistent, recursive, encoding);
    signal?.addEventListener('abort', () => {
      this.#fail(new AbortError(undefined, { cause: signal.reason }));
    }, { once: true });
  }

  #fail(error) {
    this.#failure = error;
    this.#watcher.close();
    this.#serve();
  }

  // Gives those who wait what there is.
  #serve() {
    while (this.#waiting.length > 0) {
      const { resolve, reject } = this.#waiting[0];
      if (this.#changes.length > 0) {
        resolve({ value: this.#changes.shift(), done: false });
      } else if (this.#failure !== null) {
        reject(this.#failure);
        this.#failure = null;
        this.#done = true;
      } else if (this.#done) {
        resolve({ value: undefined, done: true });
      } else {
        return;
      }
      this.#waiting.shift();
    }
  }

  next() {
    return new Promise((resolve, reject) => {
      if (this.#watcher === null && !this.#done) {
        try {
          this.#start();
        } catch (error) {
          this.#done = true;
          throw error;
        }
      }
      this.#waiting.push({ resolve, reject });
      this.#serve();
    });
  }

  async return(value) {
    this.#done = true;
    this.#watcher?.close();
    this.#serve();
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

function watchIterator(filename, options) {
  if (typeof options === 'string') options = { encoding: options };
  validateObject(options, 'options');
  const { persistent = true, recursive = false, encoding, signal } = options;
  validateBoolean(persistent, 'options.persistent');
  validateBoolean(recursive, 'options.recursive');
  validateAbortSignal(signal, 'options.signal');
  assertEncoding(encoding);
  return new WatchIterator(filename, options);
}

module.exports = { watch, watchIterator };
