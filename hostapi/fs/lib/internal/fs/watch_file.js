'use strict';

// fs.watchFile: the file is asked for its state again and again.

const pathModule = require('path');
const EventEmitter = require('events');
const { validateFunction, validateUint32 } = require('internal/validators');
const { validatePath } = require('internal/fs/arguments');
const { makeStats } = require('internal/fs/stats');
const { setTimeout, clearTimeout } = require('timers');
const natives = internalBinding('fs');

const defaults = { interval: 5007, persistent: true };

// What stat gives for a file that does not exist.
const absent = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const absentWide = [...absent, 0, 0, 0, 0].map(BigInt);

// The fields in which a change counts: not the access time, links or blocks.
const watchedFields = [0, 1, 3, 4, 7, 8, 11, 12, 13];

// The watchers by absolute path.
const watchers = new Map();

class StatWatcher extends EventEmitter {
  #path;
  #interval;
  #bigint;
  #ref = true;
  #timer = null;
  #state = null;
  #stopped = false;

  constructor(path, interval, bigint) {
    super();
    this.#path = path;
    this.#interval = interval;
    this.#bigint = bigint;
    this.#poll();
  }

  #poll() {
    this.#timer = null;
    natives.stat(this.#path, this.#bigint, (error, values) => this.#see(error, values));
  }

  #see(error, values) {
    if (this.#stopped) return;
    if (error !== null) values = this.#bigint ? absentWide : absent;
    const before = this.#state;
    this.#state = values;
    this.#timer = setTimeout(() => this.#poll(), this.#interval);
    if (!this.#ref) this.#timer.unref();
    // The first look is reported only when there is no file.
    if (before === null ? error !== null : differ(before, values)) {
      this.emit('change', makeStats(values), makeStats(before ?? values));
    }
  }

  ref() {
    this.#ref = true;
    this.#timer?.ref();
    return this;
  }

  unref() {
    this.#ref = false;
    this.#timer?.unref();
    return this;
  }

  stop() {
    if (this.#stopped) return;
    this.#stopped = true;
    clearTimeout(this.#timer);
    process.nextTick(() => this.emit('stop'));
  }
}

function differ(before, after) {
  return watchedFields.some((field) => before[field] !== after[field]);
}

function watchFile(filename, options, listener) {
  filename = pathModule.resolve(`${validatePath(filename)}`);
  if (options === null || typeof options !== 'object') {
    listener = options;
    options = undefined;
  }
  options = { ...defaults, ...options };
  validateFunction(listener, 'listener');
  let watcher = watchers.get(filename);
  if (watcher === undefined) {
    validateUint32(options.interval, 'interval');
    watcher = new StatWatcher(filename, options.interval, options.bigint);
    if (!options.persistent) watcher.unref();
    watchers.set(filename, watcher);
  }
  watcher.addListener('change', listener);
  return watcher;
}

function unwatchFile(filename, listener) {
  filename = pathModule.resolve(`${validatePath(filename)}`);
  const watcher = watchers.get(filename);
  if (watcher === undefined) return;
  if (typeof listener === 'function') watcher.removeListener('change', listener);
  else watcher.removeAllListeners('change');
  if (watcher.listenerCount('change') === 0) {
    watcher.stop();
    watchers.delete(filename);
  }
}

module.exports = { unwatchFile, watchFile };
