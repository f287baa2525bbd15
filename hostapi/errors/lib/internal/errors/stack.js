'use strict';

// Stack texts. The engine writes a frame as "\tat f (file:1:2(3))", the number in the inner
// brackets being the program counter, and ends with a newline. Programs (and people) expect
// "    at f (file:1:2)", ten frames at most, and no newline at the end.

const frameStart = '\n\tat ';
const programCounter = /^(.*:\d+:\d+)\(\d+\)(\)?)$/;

// Frames of the code which makes errors say nothing about where an error comes from.
const ownFrame = /(?:^|\()node:internal\/(?:errors|validators|assert)[/:]/;

function frameLimit() {
  const limit = Error.stackTraceLimit;
  return typeof limit === 'number' ? Math.max(0, Math.trunc(limit)) : 10;
}

function convertFrame(frame) {
  const match = programCounter.exec(frame);
  return match === null ? frame : match[1] + match[2];
}

// Below this frame is the loop, on every stack.
const loopFrame = 'runLoop (native)';

// Frames that Node does not show.
const hiddenFrame = /^(?:call|apply|construct) \(native\)$/;

// The frames of a stack text of the engine, in Node's spelling and without our own at the top.
function convertFrames(text) {
  const lines = text.split('\n');
  const frames = [];
  const limit = frameLimit();
  for (let i = 0; i < lines.length && frames.length < limit; i++) {
    const line = lines[i];
    if (!line.startsWith('\tat ')) continue;
    const frame = convertFrame(line.slice(4));
    if (frame === loopFrame) break;
    if (hiddenFrame.test(frame) || (frames.length === 0 && ownFrame.test(frame))) continue;
    frames.push(`    at ${frame.replace('(native)', '(<anonymous>)')}`);
  }
  return frames;
}

// Gives a stack text Node's shape. A text which already has it is given back as it is.
function nodeStackText(stack) {
  const start = stack.indexOf(frameStart);
  if (start === -1) return stack.endsWith('\n') && !stack.includes('\n    at ') ? stack.slice(0, -1) : stack;
  const frames = convertFrames(stack.slice(start + 1));
  const head = stack.slice(0, start);
  return frames.length === 0 ? head : `${head}\n${frames.join('\n')}`;
}

// The stack of an error as Node would write it; whatever else stands in "stack" is returned as it is.
function nodeStack(error) {
  const stack = error.stack;
  return typeof stack === 'string' ? nodeStackText(stack) : stack;
}

// Node's errors show their code once, in the first line of the stack ("TypeError [ERR_X]: …").
// The engine writes that line when the stack is first asked for, from the name at that moment.
function writeStackWithCode(error, name, code) {
  Object.defineProperty(error, 'name', {
    value: `${name} [${code}]`, writable: true, enumerable: false, configurable: true,
  });
  void error.stack;
  delete error.name;
}

module.exports = { nodeStack, nodeStackText, writeStackWithCode };
