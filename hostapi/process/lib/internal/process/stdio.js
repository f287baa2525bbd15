'use strict';
// The standard streams. They are made when the program first looks at them;
// until then the console writes to the tape directly.

const made = [undefined, undefined, undefined];
const pristine = []; // write methods as they were made
const kinds = [];    // what they led to when they were made

function isTTY(info, fd) { return [info.stdinTTY, info.stdoutTTY, info.stderrTTY][fd]; }

// output makes process.stdout or process.stderr.
function output(fd, info) {
  const { OutputStream, WriteStream } = require('internal/tty/output');
  const terminal = isTTY(info, fd);
  const stream = terminal ? new WriteStream(fd) : new OutputStream(fd);
  stream._type = terminal ? 'tty' : internalBinding('tty').kind(fd) === 'FILE' ? 'fs' : 'pipe';
  stream._isStdio = true;
  stream.destroySoon = stream.destroy;
  stream._destroy = keepOpen;
  if (terminal) watchSize(stream);
  pristine[fd] = stream.write;
  return stream;
}

// keepOpen ends nothing: standard output stays for whoever writes next.
function keepOpen(error, done) {
  done(error);
  this._undestroy();
  if (!this._writableState.emitClose) process.nextTick(() => this.emit('close'));
}

// watchSize keeps a terminal's size current. The first stream of the two that
// is made does it for both.
let watching = false;
function watchSize() {
  if (watching) return;
  watching = true;
  process.on('SIGWINCH', () => {
    for (const fd of [1, 2]) if (made[fd] && made[fd].isTTY) made[fd]._refreshSize();
  });
}

// input makes process.stdin: a file, a terminal, or what comes as it comes.
function input(info) {
  const stream = isTTY(info, 0) ? new (require('tty').ReadStream)(0) : plainInput();
  stream.fd = 0;
  return stream;
}

function plainInput() {
  switch (internalBinding('tty').kind(0)) {
    case 'FILE': {
      const { ReadStream } = require('fs');
      return new ReadStream(null, { fd: 0, autoClose: false });
    }
    case 'PIPE': {
      const { Socket } = require('internal/tty/input');
      return new Socket(0);
    }
    default: {
      const { Readable } = require('stream');
      const empty = new Readable({ read() {} });
      empty.push(null);
      return empty;
    }
  }
}

function kindOf(fd, info) { return isTTY(info, fd) ? 'TTY' : internalBinding('tty').kind(fd); }

function get(fd, info) {
  if (!made[fd]) {
    kinds[fd] = kindOf(fd, info);
    made[fd] = fd === 0 ? input(info) : output(fd, info);
  }
  return made[fd];
}

// In another process a stream may lead to something else: then there is another.
require('internal/process/restart').forgets(() => {
  for (const fd of [0, 1, 2]) {
    if (!made[fd]) continue;
    if (kindOf(fd, surroundings) !== kinds[fd]) made[fd] = undefined;
    else if (fd > 0 && made[fd].isTTY) made[fd]._refreshSize();
  }
});

let surroundings; // what the process was told about its streams

// terminal says whether a standard stream is a terminal.
function terminal(fd) { return isTTY(surroundings, fd); }

function install(process, info) {
  surroundings = info;
  ['stdin', 'stdout', 'stderr'].forEach((name, fd) => {
    Object.defineProperty(process, name, {
      configurable: true,
      enumerable: true,
      get() { return get(fd, info); },
    });
  });
}

// direct says that writing to fd by the tape alone is the same as going
// through the stream: nobody has replaced its write or waits for its events.
function direct(fd) {
  const stream = made[fd];
  if (!stream) return true;
  return stream.write === pristine[fd] && stream.writableLength === 0 && !stream.destroyed && !stream.writableEnded;
}

module.exports = { install, direct, terminal };
