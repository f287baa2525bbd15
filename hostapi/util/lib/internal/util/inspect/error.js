'use strict';

// Errors: the stack, with what the stack does not say put in.

const { isError } = require('internal/util');
const { prefix } = require('internal/util/inspect/names');

const packageName = /(?<=[/\\]node_modules[/\\])(?:@[^/\\]+[/\\])?[^/\\]+(?=[/\\])/g;
const coreFrame = /^ {4}at (?:.* \()?node:/;

function stackText(error) {
  const { stack } = error;
  return stack ? String(stack) : Error.prototype.toString.call(error);
}

// Own properties which the stack shows already are not listed again.
function removeDuplicateKeys(ctx, keys, error, stack) {
  if (ctx.showHidden || keys.length === 0) return;
  for (const name of ['name', 'message', 'stack']) {
    const index = keys.indexOf(name);
    if (index !== -1 && (typeof error[name] === 'string' && shownInStack(name, error, stack))) {
      keys.splice(index, 1);
    }
  }
}

function shownInStack(name, error, stack) {
  return name === 'stack' || stack.includes(error[name]);
}

function addHiddenKeys(keys, error) {
  if ('cause' in error && !keys.includes('cause')) keys.push('cause');
  if (Array.isArray(error.errors) && !keys.includes('errors')) keys.push('errors');
}

function startsWithName(stack, name) {
  if (!name.endsWith('Error') || !stack.startsWith(name)) return false;
  const next = stack[name.length];
  return next === undefined || next === ':' || next === '\n';
}

// The name with which a stack begins; '' when there is none.
function titleOf(stack) {
  const end = stack.search(/:|\n\s+at/);
  if (end === -1) return /^[\w-]*Error$/.test(stack) ? stack : '';
  const title = stack.slice(0, end);
  return /^[A-Z][\w ()[\]-]+$/.test(title) ? title : '';
}

// Puts the name of the class in front, where the stack has another name or none.
function improveStack(stack, constructor, name, tag) {
  if (constructor !== null && !startsWithName(stack, name)) return stack;
  let length = name.length;
  let fallback = 'Error';
  if (constructor === null) {
    fallback = titleOf(stack);
    length = fallback.length;
    fallback ||= 'Error';
  }
  const full = prefix(constructor, tag, fallback).slice(0, -1);
  if (full === name) return stack;
  if (!full.includes(name)) return `${full} [${name}]${stack.slice(length)}`;
  return length === 0 ? `${full}: ${stack}` : `${full}${stack.slice(length)}`;
}

// The longest run of frames which both stacks share, as { length, offset } in the first.
function findSharedFrames(frames, others) {
  for (let offset = 0; offset < frames.length - 3; offset++) {
    const start = others.indexOf(frames[offset]);
    if (start === -1) continue;
    const rest = others.length - start;
    if (rest <= 3) continue;
    let length = 1;
    const most = Math.min(frames.length - offset, rest);
    while (length < most && frames[offset + length] === others[start + length]) length++;
    if (length > 3) return { length, offset };
  }
  return { length: 0, offset: 0 };
}

function framesOf(stack) {
  const start = stack.indexOf('\n    at');
  return start === -1 ? undefined : stack.slice(start + 1).split('\n');
}

// Frames which the cause shows too are replaced by a line that says so.
function shortenFrames(ctx, error, frames) {
  const cause = readCause(error);
  if (cause == null || !isError(cause)) return frames;
  const others = framesOf(stackText(cause));
  if (others === undefined) return frames;
  const { length, offset } = findSharedFrames(frames, others);
  if (length > 3) {
    const skipped = length - 2;
    const text = `    ... ${skipped} lines matching cause stack trace ...`;
    frames.splice(offset + 1, skipped, ctx.stylize(text, 'undefined'));
  }
  return frames;
}

function readCause(error) {
  try {
    return error.cause;
  } catch {
    return undefined;
  }
}

// Frames of the runtime are grey, and names of packages underlined.
function colorFrame(ctx, frame) {
  if (coreFrame.test(frame)) return ctx.stylize(frame, 'undefined');
  return frame.replace(packageName, (name) => ctx.stylize(name, 'module'));
}

function formatFrames(ctx, error, text) {
  const frames = shortenFrames(ctx, error, text.split('\n'));
  return ctx.colors ? frames.map((frame) => colorFrame(ctx, frame)).join('\n') : frames.join('\n');
}

function formatError(ctx, error, constructor, tag, keys) {
  const name = error.name != null ? String(error.name) : 'Error';
  const original = stackText(error);
  removeDuplicateKeys(ctx, keys, error, original);
  addHiddenKeys(keys, error);
  let stack = improveStack(original, constructor, name, tag);
  const message = error.message ? String(error.message) : '';
  const position = message === '' ? -1 : stack.indexOf(message);
  const framesStart = stack.indexOf('\n    at', position === -1 ? 0 : position + message.length);
  if (framesStart === -1) stack = `[${stack}]`;
  else {
    const frames = formatFrames(ctx, error, stack.slice(framesStart + 1));
    stack = `${stack.slice(0, framesStart)}\n${frames}`;
  }
  if (ctx.indentationLvl !== 0) stack = stack.replaceAll('\n', `\n${' '.repeat(ctx.indentationLvl)}`);
  return stack;
}


module.exports = { formatError };
