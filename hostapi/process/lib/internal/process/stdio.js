'use strict';
// The standard streams. They are made when the program first looks at them;
// until then the console writes to the tape directly.

const binding = internalBinding('process');
const made = [undefined, undefined, undefined];
const pristine = []; // write methods as they were made

function isTTY(info, fd) { return [info.stdinTTY, info.stdoutTTY, info.stderrTTY][fd]; }

// output makes process.stdout or process.stderr: writes are synchronous, as
// Node's are for files, and for terminals and pipes on POSIX.
function output(fd, info) {
  const { Writable } = require('internal/streams/writable');
  const stream = new Writable({
    decodeStrings: false,
    emitClose: false,
    write(chunk, encoding, done) {
      binding.emit(fd, typeof chunk === 'string' && !isUTF8(encoding) ? Buffer.from(chunk, encoding) : chunk);
      done();
    },
  });
  stream.fd = fd;
  stream._type = isTTY(info, fd) ? 'tty' : 'pipe';
  stream._isStdio = true;
  stream.destroySoon = stream.destroy;
  stream._destroy = function (error, done) { done(error); };
  if (isTTY(info, fd)) addTerminal(stream);
  pristine[fd] = stream.write;
  return stream;
}

function isUTF8(encoding) { return !encoding || encoding === 'utf8' || encoding === 'utf-8' || encoding === 'buffer'; }

// addTerminal gives a stream what programs ask of a terminal.
function addTerminal(stream) {
  stream.isTTY = true;
  stream.columns = 80;
  stream.rows = 24;
  stream.getWindowSize = () => [stream.columns, stream.rows];
  stream.getColorDepth = () => (process.env.NO_COLOR !== undefined || process.env.TERM === 'dumb' ? 1 : 8);
  stream.hasColors = (count = 16) => 2 ** stream.getColorDepth() >= (typeof count === 'number' ? count : 16);
  const escape = (sequence) => (...args) => {
    const done = args[args.length - 1];
    return stream.write(sequence(...args), typeof done === 'function' ? done : undefined);
  };
  stream.clearLine = escape((direction) => (direction < 0 ? '\x1b[1K' : direction > 0 ? '\x1b[0K' : '\x1b[2K'));
  stream.clearScreenDown = escape(() => '\x1b[0J');
  stream.cursorTo = escape((x, y) => (typeof y === 'number' ? `\x1b[${y + 1};${x + 1}H` : `\x1b[${x + 1}G`));
  stream.moveCursor = escape((dx, dy) =>
    (dx < 0 ? `\x1b[${-dx}D` : dx > 0 ? `\x1b[${dx}C` : '') + (dy < 0 ? `\x1b[${-dy}A` : dy > 0 ? `\x1b[${dy}B` : ''));
}

// input makes process.stdin, read in chunks through the file system's tape.
function input(info) {
  const { ReadStream } = require('fs');
  const stream = new ReadStream(null, { fd: 0, autoClose: false });
  stream.fd = 0;
  if (info.stdinTTY) {
    stream.isTTY = true;
    stream.isRaw = false;
    stream.setRawMode = function setRawMode(mode) { stream.isRaw = !!mode; return stream; };
  }
  stream.ref = stream.unref = function () { return stream; };
  return stream;
}

function get(fd, info) {
  if (!made[fd]) made[fd] = fd === 0 ? input(info) : output(fd, info);
  return made[fd];
}

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
