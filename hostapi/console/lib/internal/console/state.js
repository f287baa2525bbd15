'use strict';

// What stands behind a console: its streams, its indentation, its options, and how a text gets out.

const { allowsColors } = require('internal/util/terminal');

// Formatting is loaded when something else than one string is written.
let formatting;

// How far groups may be indented.
const maxGroupIndentation = 1000;

function noop() {}

// An error which comes later finds a listener too.
function ignoreError(stream, error) {
  if (error && !stream._writableState?.errorEmitted && stream.listenerCount('error') === 0) {
    stream.once('error', noop);
  }
}

class ConsoleState {
  indentation = '';
  counts = new Map();
  // When the labels of console.time were started.
  times = new Map();
  ignoreErrors = true;
  groupIndentation = 2;
  colorMode = 'auto';
  // For both streams, or { stdout, stderr } by stream; undefined for the defaults.
  inspectOptions = undefined;

  // streamOf(fd) gives the stream for 1 (stdout) or 2 (stderr).
  constructor(streamOf) {
    this.streamOf = streamOf;
  }

  // The options of inspect for a stream; undefined when they are the defaults.
  optionsFor(fd) {
    const colors = this.colorMode === 'auto' ? this.hasColors(fd) : this.colorMode;
    const { inspectOptions } = this;
    if (inspectOptions === undefined) return colors ? { colors: true } : undefined;
    inspectOptions.colors ??= colors;
    return inspectOptions;
  }

  hasColors(fd) {
    return allowsColors(this.streamOf(fd));
  }

  format(fd, args) {
    // The usual case, for which the stream need not be asked about colours.
    if (args.length === 1 && typeof args[0] === 'string') return args[0];
    formatting ??= require('internal/util/inspect/format');
    return formatting.formatArguments(this.optionsFor(fd), args);
  }

  write(fd, text) {
    const { indentation } = this;
    if (indentation !== '') {
      const lines = text.includes('\n') ? text.replaceAll('\n', `\n${indentation}`) : text;
      this.emit(fd, `${indentation}${lines}\n`);
    } else {
      this.emit(fd, `${text}\n`);
    }
  }

  emit(fd, text) {
    const stream = this.streamOf(fd);
    if (!this.ignoreErrors) {
      stream.write(text);
      return;
    }
    // A console is no place where a program should fail.
    try {
      stream.once('error', noop);
      stream.write(text, (error) => ignoreError(stream, error));
    } catch (error) {
      if (require('internal/errors').isStackOverflowError(error)) throw error;
    } finally {
      stream.removeListener('error', noop);
    }
  }

  indent() {
    this.indentation += ' '.repeat(this.groupIndentation);
  }

  outdent() {
    this.indentation = this.indentation.slice(0, this.indentation.length - this.groupIndentation);
  }
}

module.exports = { ConsoleState, maxGroupIndentation };
