'use strict';
// The text of an uncaught error: the place with its source line, the error with its stack, and the chain of
// turns that led there.

const modules = internalBinding('modules');
const binding = internalBinding('process');

// The innermost frame of the program in a stack.
function placeInStack(stack) {
  for (const line of String(stack).split('\n')) {
    const match = /^\s+at (?:.*\()?((?:\/|file:\/\/\/|[A-Za-z]:\\|\[eval|\[stdin)[^()]*?):(\d+):(\d+)/.exec(line);
    if (match) return { file: match[1], line: +match[2], column: +match[3] };
  }
  return undefined;
}

const lineMax = 200;

// As much space as the text takes; what is wide counts twice where Node does so.
function blank(text, original) {
  if (!original) return text.replace(/[^\t]/g, ' ');
  const { getStringWidth } = require('internal/util/inspect/text');
  return text.replace(/[^\t]/gu, (character) => ' '.repeat(getStringWidth(character)));
}

// The place, its source line, and a caret below the column.
function sourceLines(at) {
  const original = process.sourceMapsEnabled && require('internal/modules/source_map').isOriginal(at.file);
  const text = original ? require('internal/modules/source_map').originalLine(at.file, at.line) : modules.sourceLine(at.file, at.line);
  if (original && text === undefined) return '';
  const place = `${at.file}:${at.line}\n`;
  if (!text) return place;
  const from = Math.max(0, Math.min(at.column - lineMax / 2, text.length - lineMax));
  const before = blank(text.slice(from, at.column - 1), original);
  const mark = from > 0 ? '…' : '';
  const rest = text.length > from + lineMax ? '…' : '';
  return `${place}${mark}${text.slice(from, from + lineMax)}${rest}\n${mark && ' '}${before}^\n${original ? '\n' : ''}`;
}

// What a getter of the program throws must not hide the error.
function stackOf(error) {
  try {
    return error.stack;
  } catch {
    return undefined;
  }
}

// What is thrown and is no error is shown as console.log would; Node prints nothing for a symbol.
function textOfValue(value) {
  if (typeof value === 'symbol') return '';
  if (typeof value !== 'object' && typeof value !== 'function') return String(value);
  return require('util').inspect(value);
}

function textOfError(error) {
  const { inspect } = require('util');
  try {
    return inspect(error);
  } catch {
    return header(error);
  }
}

// "TypeError: x is not a function": the first line of what is said about an error.
function header(error) {
  try {
    if (!(error instanceof Error)) return textOfValue(error).split('\n', 1)[0];
    const { name, message } = error;
    return message ? `${name}: ${message}` : String(name);
  } catch {
    return 'an error that cannot be printed';
  }
}

// Where the error was thrown. An error that a promise was rejected with was most often made on purpose: the place
// where it was made says more.
function placeOf(error, failure, origin) {
  const made = error instanceof Error ? placeInStack(stackOf(error)) : undefined;
  const thrown = failure.file === undefined ? undefined : failure;
  return origin === 'unhandledRejection' ? made || thrown : thrown || made;
}

function workingDirectory() {
  try {
    return process.cwd();
  } catch {
    return ''; // it is gone
  }
}

function useColor() {
  const { env } = process;
  return require('internal/process/stdio').terminal(2) && !env.NO_COLOR && env.TERM !== 'dumb' && env.FORCE_COLOR !== '0';
}

function dim(text) {
  if (!text || !useColor()) return text;
  return text.replace(/.+/g, '\x1b[2m$&\x1b[0m');
}

// The stack of a syntax error begins with its place and source line.
const decorated = /^.*:\d+\n.*\n[ \t]*\^*\n\nSyntaxError: /;

// The place and the error, as Node prints them: "file:line", the source line, a caret; an empty line; the error.
function describe(error, failure, origin) {
  if (!(error instanceof Error)) {
    const at = placeOf(error, failure, origin);
    return `${at === undefined ? '' : `\n${sourceLines(at)}`}${textOfValue(error)}`;
  }
  const stack = stackOf(error);
  if (typeof stack === 'string' && decorated.test(stack)) return stack;
  const at = placeOf(error, failure, origin);
  return `${at === undefined ? '' : `${sourceLines(at)}\n`}${textOfError(error)}`;
}

// Where the error was thrown, when the program's user asks for it; how to ask for
// it, when the error itself does not say.
function thrownAt(error, failure) {
  if (require('internal/options').option('--trace-uncaught')) {
    return failure.file === undefined ? '' : `\nThrown at:\n    at ${failure.file}:${failure.line}:${failure.column}\n`;
  }
  const silent = error instanceof Error ? stackOf(error) === undefined && hidesStack(error) : Object(error) !== error;
  return silent ? '\n(Use `jsrr --trace-uncaught ...` to show where the exception was thrown)' : '';
}

function hidesStack(error) { return Object.getOwnPropertyDescriptor(error, 'stack')?.get !== undefined; }

// What is shown of an error that ends the program.
function uncaught(error, origin) {
  const failure = binding.failure(workingDirectory());
  const text = describe(error, failure, origin) + (origin === 'unhandledRejection' ? '' : thrownAt(error, failure));
  binding.setUncaught(header(error), text, origin);
  return `${text}\n\n${dim(failure.chain)}\njsrr ${process.versions.jsrr} (Node.js ${process.version} interface)\n`;
}

module.exports = { uncaught };
