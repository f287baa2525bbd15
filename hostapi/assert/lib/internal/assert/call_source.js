'use strict';

// The source text of a failed assert(value): "The expression evaluated to a falsy value".
//
// The stack tells the place of the name that is called, or of the opening bracket. From there the
// text is searched backwards for what is called and forwards for the closing bracket. Where that fails (code
// without source, an unusual call) the message is the plain one, "0 == true".

const frameText = /^\s*at (?:.*\()?(.*):(\d+):(\d+)\)?$/;
const calleeText = /(?:[\w$]+|\[[^[\]]*\])(?:\s*\??\.\s*[\w$]+|\[[^[\]]*\])*\s*(?:\?\.)?\s*$/;
const maxLines = 100;

function placeOfCall(assertion) {
  const holder = {};
  Error.captureStackTrace(holder, assertion);
  const match = frameText.exec(String(holder.stack).split('\n')[1] ?? '');
  return match === null ? undefined : atBracket({ file: match[1], line: +match[2], column: +match[3] - 1 });
}

// Moves a place from the name to the bracket behind it, which may stand on a later line.
function atBracket(place) {
  const { file } = place;
  let { line, column } = place;
  for (let text; (text = readLine(place, line)) !== undefined && line < place.line + maxLines; line++, column = 0) {
    column += /^(?:[\w$]|\s|\/\*.*?\*\/)*/.exec(text.slice(column))[0].length;
    if (column < text.length) return { file, line, column };
  }
  return place;
}

function readLine(place, line) {
  return internalBinding('modules').sourceLine(place.file, line);
}

// Where what is called begins: { line, column, text }, text being the source up to the bracket.
function findStart(place) {
  let text = readLine(place, place.line)?.slice(0, place.column);
  let { line } = place;
  if (text === undefined) return undefined;
  // .ok( may stand on a line of its own.
  while (/^\s*(?:\??\.|$)/.test(text) && line > 1) text = `${readLine(place, --line)}\n${text}`;
  const match = calleeText.exec(text);
  if (match === null) return undefined;
  const column = match.index - (text.lastIndexOf('\n', match.index) + 1);
  return { text: match[0], column };
}

// The place behind a string or a template which begins at i.
function skipString(text, i) {
  const mark = text[i];
  for (i++; i < text.length && text[i] !== mark; i++) {
    if (text[i] === '\\') i++;
    else if (mark === '`' && text[i] === '$' && text[i + 1] === '{') i = endOfBrackets(text, i + 1) - 1;
    if (i < 0) return -1;
  }
  return i < text.length ? i + 1 : -1;
}

function skipComment(text, i) {
  const isLine = text[i + 1] === '/';
  const end = text.indexOf(isLine ? '\n' : '*/', i + 2);
  return end === -1 ? -1 : end + (isLine ? 1 : 2);
}

// After these a slash begins a regular expression.
const beforeRegExp = /(?:[(,=:[!&|?{};+\-*%<>~^]|\breturn|\btypeof)\s*$/;

function skipRegExp(text, i) {
  let inClass = false;
  for (i++; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[') inClass = true;
    else if (text[i] === ']') inClass = false;
    else if (text[i] === '/' && !inClass) return i + 1;
  }
  return -1;
}

function skipSlash(text, i) {
  if (text[i + 1] === '/' || text[i + 1] === '*') return skipComment(text, i);
  return beforeRegExp.test(text.slice(0, i)) ? skipRegExp(text, i) : i + 1;
}

// The place behind the bracket which closes the one at `start`, or -1.
function endOfBrackets(text, start) {
  let depth = 0;
  let i = start;
  while (i >= 0 && i < text.length) {
    const character = text[i];
    if (character === '"' || character === "'" || character === '`') i = skipString(text, i);
    else if (character === '/') i = skipSlash(text, i);
    else {
      i++;
      if ('([{'.includes(character)) depth++;
      else if (')]}'.includes(character) && --depth === 0) return i;
    }
  }
  return -1;
}

// The arguments with their brackets; lines are read until the call is complete.
function findArguments(place) {
  let text = readLine(place, place.line).slice(place.column);
  if (text[0] !== '(') return undefined;
  for (let line = place.line + 1; line < place.line + maxLines; line++) {
    const end = endOfBrackets(text, 0);
    if (end !== -1) return text.slice(0, end);
    const next = readLine(place, line);
    if (next === undefined) return undefined;
    text += `\n${next}`;
  }
  return undefined;
}

// Takes off the indentation which all but the first line have from the place of the call.
function unindent(text, column) {
  const indentation = new RegExp(`^[ \\t]{0,${column}}`);
  return text.split('\n').map((line, i) => `  ${i === 0 ? line : line.replace(indentation, '')}`).join('\n');
}

// The message for a call of `assertion`, or undefined when its source cannot be found.
function describeCall(assertion) {
  const place = placeOfCall(assertion);
  const start = place && findStart(place);
  const args = start && findArguments(place);
  if (!args) return undefined;
  return `The expression evaluated to a falsy value:\n\n${unindent(start.text + args, start.column)}\n`;
}

module.exports = { describeCall };
