'use strict';
// Keys out of what a terminal sends: characters, control characters, and
// escape sequences, of which several dialects are in use.

const escape = '\x1b';

// named maps what follows ESC to a key. A terminal that has its own sequences
// for a key with Shift or Ctrl stands in the tables behind.
const named = new Map();
const shifted = new Set();
const controlled = new Set();

function name(codes, names, mark) {
  codes.forEach((code, i) => {
    named.set(code, names[i]);
    if (mark) mark.add(code);
  });
}

const arrows = ['up', 'down', 'right', 'left', 'clear', 'end', undefined, 'home'];
for (const [i, key] of arrows.entries()) {
  if (key === undefined) continue;
  const letter = String.fromCharCode(65 + i);
  name([`[${letter}`, `O${letter}`], [key, key]);
  if (i > 4) continue;
  name([`[${letter.toLowerCase()}`], [key], shifted);
  name([`O${letter.toLowerCase()}`], [key], controlled);
}
const pad = ['home', 'insert', 'delete', 'end', 'pageup', 'pagedown', 'home', 'end'];
name(pad.map((_, i) => `[${i + 1}~`), pad);
name(['[[5~', '[[6~'], ['pageup', 'pagedown']);
for (const i of [2, 3, 5, 6, 7, 8]) {
  name([`[${i}$`], [pad[i - 1]], shifted);
  name([`[${i}^`], [pad[i - 1]], controlled);
}
const functions = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'f8', 'f9', 'f10', 'f11', 'f12'];
name(['[11~', '[12~', '[13~', '[14~', '[15~', '[17~', '[18~', '[19~', '[20~', '[21~', '[23~', '[24~'], functions);
for (const [i, letter] of ['P', 'Q', 'R', 'S'].entries()) name([`O${letter}`, `[${letter}`], [functions[i], functions[i]]);
for (const [i, letter] of ['A', 'B', 'C', 'D', 'E'].entries()) name([`[[${letter}`], [functions[i]]);
name(['[200~', '[201~'], ['paste-start', 'paste-end']);
name(['[Z'], ['tab'], shifted);

function isDigit(ch) { return ch >= '0' && ch <= '9'; }

// charLengthAt is how many code units the character at i has; the one before
// i for charLengthLeft.
function charLengthAt(text, i) {
  if (text.length <= i) return 1; // a step to the right behind the end
  return text.codePointAt(i) >= 0x10000 ? 2 : 1;
}

function charLengthLeft(text, i) {
  if (i <= 0) return 0;
  return (i > 1 && text.codePointAt(i - 2) >= 0x10000) || text.codePointAt(i - 1) >= 0x10000 ? 2 : 1;
}

// readSequence reads what follows ESC [ or ESC O: [all that was read, code,
// modifier]. The modifier's bits are shift, alt, ctrl and meta.
function* readSequence(s, ch) {
  let code = ch;
  if (ch === 'O') {
    s += (ch = yield);
    let modifier = 0;
    if (isDigit(ch)) {
      modifier = Number(ch) - 1;
      s += (ch = yield);
    }
    return [s, code + ch, modifier];
  }
  s += (ch = yield);
  if (ch === '[') {
    code += ch;
    s += (ch = yield);
  }
  const start = s.length - 1;
  for (let i = 0; i < 3 && isDigit(ch); i++) s += (ch = yield);
  if (ch === ';') {
    s += (ch = yield);
    if (isDigit(ch)) s += yield;
  }
  const command = s.slice(start);
  let match = /^(?:(\d\d?)(?:;(\d))?([~^$])|(\d{3}~))$/.exec(command);
  if (match) return [s, code + (match[4] || match[1] + match[3]), match[4] ? 0 : (match[2] || 1) - 1];
  match = /^((\d;)?(\d))?([A-Za-z])$/.exec(command);
  return match ? [s, code + match[4], (match[3] || 1) - 1] : [s, code + command, 0];
}

function sequenceKey(key, code, modifier) {
  key.ctrl = (modifier & 4) !== 0 || controlled.has(code);
  key.meta = (modifier & 10) !== 0;
  key.shift = (modifier & 1) !== 0 || shifted.has(code);
  key.code = code;
  key.name = named.get(code) || 'undefined';
}

const plain = new Map([
  ['\r', 'return'], ['\n', 'enter'], ['\t', 'tab'], ['\b', 'backspace'], ['\x7f', 'backspace'], [escape, 'escape'], [' ', 'space'],
]);
function characterKey(key, ch, escaped) {
  if (plain.has(ch)) {
    key.name = plain.get(ch);
    key.meta = escaped;
  } else if (!escaped && ch <= '\x1a') {
    key.name = String.fromCharCode(ch.charCodeAt(0) + 96);
    key.ctrl = true;
  } else if (/^[0-9A-Za-z]$/.test(ch)) {
    key.name = ch.toLowerCase();
    key.shift = /^[A-Z]$/.test(ch);
    key.meta = escaped;
  } else if (escaped) {
    key.name = ch.length > 0 ? undefined : 'escape';
    key.meta = true;
  }
}

// decode emits 'keypress' on stream for the characters it is fed. An empty one
// says that nothing follows an ESC.
function* decode(stream) {
  for (;;) {
    let ch = yield;
    let s = ch;
    let escaped = false;
    const key = { sequence: null, name: undefined, ctrl: false, meta: false, shift: false };
    if (ch === escape) {
      escaped = true;
      s += (ch = yield);
      if (ch === escape) s += (ch = yield);
    }
    if (escaped && (ch === 'O' || ch === '[')) {
      const [whole, code, modifier] = yield* readSequence(s, ch);
      s = whole;
      sequenceKey(key, code, modifier);
    } else {
      characterKey(key, ch, escaped);
    }
    key.sequence = s;
    if (s.length !== 0 && (key.name !== undefined || escaped)) stream.emit('keypress', escaped ? undefined : s, key);
    else if (charLengthAt(s, 0) === s.length) stream.emit('keypress', s, key);
  }
}

function start(stream) {
  const decoder = decode(stream);
  decoder.next();
  return decoder;
}

const kDecoder = Symbol('keypress-decoder');
const kEscapeDecoder = Symbol('escape-decoder');
const kSawKeyPress = Symbol('_sawKeyPress');
const escapeTimeout = 500;

// emitKeypressEvents makes stream emit 'keypress' while somebody listens.
function emitKeypressEvents(stream, iface = {}) {
  if (stream[kDecoder]) return;
  const { StringDecoder } = require('string_decoder');
  stream[kDecoder] = new StringDecoder('utf8');
  stream[kEscapeDecoder] = start(stream);
  let timer;

  function feed(text) {
    clearTimeout(timer);
    iface[kSawKeyPress] = charLengthAt(text, 0) === text.length;
    iface.isCompletionEnabled = false;
    let length = 0;
    for (const character of text) {
      length += character.length;
      if (length === text.length) iface.isCompletionEnabled = true;
      try {
        stream[kEscapeDecoder].next(character);
        if (length === text.length && character === escape) {
          timer = setTimeout(() => stream[kEscapeDecoder].next(''), iface.escapeCodeTimeout ?? escapeTimeout);
        }
      } catch (error) {
        stream[kEscapeDecoder] = start(stream); // a generator that threw is done
        throw error;
      }
    }
  }

  function onData(input) {
    if (stream.listenerCount('keypress') > 0) {
      const text = stream[kDecoder].write(input);
      if (text) feed(text);
    } else {
      stream.removeListener('data', onData);
      stream.on('newListener', onNewListener);
    }
  }

  function onNewListener(event) {
    if (event !== 'keypress') return;
    stream.on('data', onData);
    stream.removeListener('newListener', onNewListener);
  }

  if (stream.listenerCount('keypress') > 0) stream.on('data', onData);
  else stream.on('newListener', onNewListener);
}

module.exports = { charLengthAt, charLengthLeft, emitKeypressEvents, kSawKeyPress };
