'use strict';
// What each key does.

const { clearScreenDown, cursorTo } = require('internal/readline/cursor');
const { charLengthAt, charLengthLeft } = require('internal/readline/keys');

const undoKey = 0x1f;
const redoKey = 0x1e;
const lineEnd = /\r?\n|\r(?!\n)/g;

function stepLeft(self) { self._moveCursor(-charLengthLeft(self.line, self.cursor)); }
function stepRight(self) { self._moveCursor(charLengthAt(self.line, self.cursor)); }

// interrupt is Ctrl+C: whoever listens decides, otherwise input ends.
function interrupt(self) {
  if (self.listenerCount('SIGINT') > 0) self.emit('SIGINT');
  else self.close();
}

function endOrDelete(self) {
  if (self.cursor === 0 && self.line.length === 0) self.close();
  else if (self.cursor < self.line.length) self._deleteRight();
}

function suspend(self) {
  if (process.platform === 'win32') return;
  if (self.listenerCount('SIGTSTP') > 0) {
    self.emit('SIGTSTP');
    return;
  }
  process.once('SIGCONT', () => {
    if (!self.paused) {
      self.pause();
      self.emit('SIGCONT');
    }
    self._setRawMode(true);
    self._refreshLine();
  });
  self._setRawMode(false);
  process.kill(process.pid, 'SIGTSTP');
}

const withControl = {
  c: interrupt,
  h: (self) => self._deleteLeft(),
  d: endOrDelete,
  u: (self) => self._deleteLineLeft(),
  k: (self) => self._deleteLineRight(),
  a: (self) => self._moveCursor(-Infinity),
  e: (self) => self._moveCursor(Infinity),
  b: stepLeft,
  f: stepRight,
  l(self) {
    cursorTo(self.output, 0, 0);
    clearScreenDown(self.output);
    self._refreshLine();
  },
  n: (self) => self._historyNext(),
  p: (self) => self._historyPrev(),
  y: (self) => self._yank(),
  z: suspend,
  w: (self) => self._deleteWordLeft(),
  backspace: (self) => self._deleteWordLeft(),
  delete: (self) => self._deleteWordRight(),
  left: (self) => self._wordLeft(),
  right: (self) => self._wordRight(),
};

const withMeta = {
  b: (self) => self._wordLeft(),
  f: (self) => self._wordRight(),
  d: (self) => self._deleteWordRight(),
  delete: (self) => self._deleteWordRight(),
  backspace: (self) => self._deleteWordLeft(),
  y: (self) => self._yankPop(),
};

const withControlAndShift = {
  backspace: (self) => self._deleteLineLeft(),
  delete: (self) => self._deleteLineRight(),
};

const plain = {
  return(self) {
    self._sawReturnAt = Date.now();
    self._line();
  },
  enter(self) {
    // The second half of \r\n is no line of its own.
    if (self._sawReturnAt === 0 || Date.now() - self._sawReturnAt > self.crlfDelay) self._line();
    self._sawReturnAt = 0;
  },
  backspace: (self) => self._deleteLeft(),
  delete: (self) => self._deleteRight(),
  left: stepLeft,
  right: stepRight,
  home: (self) => self._moveCursor(-Infinity),
  end: (self) => self._moveCursor(Infinity),
  up: (self) => self._historyPrev(),
  down: (self) => self._historyNext(),
};

function pressed(table, key) { return Object.hasOwn(table, key.name) ? table[key.name] : undefined; }

// insert types text, which may be pasted and hold line ends.
function insert(self, text) {
  let from = 0;
  lineEnd.lastIndex = 0;
  for (let match = lineEnd.exec(text); match !== null; match = lineEnd.exec(text)) {
    const next = lineEnd.lastIndex;
    self._insertString(text.slice(from, match.index));
    self._line();
    from = next;
    lineEnd.lastIndex = next; // the line's listener may have typed too
  }
  if (from === 0 || from < text.length) self._insertString(text.slice(from));
}

const methods = {
  _ttyWrite(text, key) {
    const previous = this._previousKey;
    key = key || {};
    this._previousKey = key;
    if (!key.meta || key.name !== 'y') this._endYank();
    if ((key.name === 'up' || key.name === 'down') && !key.ctrl && !key.meta && !key.shift) this._beginSearch();
    else this._endSearch();
    const code = typeof key.sequence === 'string' ? key.sequence.codePointAt(0) : undefined;
    if (code === undoKey) return void this._undo();
    if (code === redoKey) return void this._redo();
    if (key.name === 'escape') return;
    if (key.ctrl) {
      pressed(key.shift ? withControlAndShift : withControl, key)?.(this);
    } else if (key.meta) {
      pressed(withMeta, key)?.(this);
    } else {
      plainKey(this, text, key, previous);
    }
  },
};

function plainKey(self, text, key, previous) {
  if (self._sawReturnAt && key.name !== 'enter') self._sawReturnAt = 0;
  const action = pressed(plain, key);
  if (action) {
    action(self);
  } else if (key.name === 'tab' && typeof self.completer === 'function' && self.isCompletionEnabled) {
    self._tabComplete(previous && previous.name === 'tab');
  } else if (typeof text === 'string' && text) {
    insert(self, text);
  }
}

// dumbWrite is _ttyWrite for a terminal that cannot move its cursor.
function dumbWrite(text, key) {
  key = key || {};
  if (key.name === 'escape') return;
  if (this._sawReturnAt && key.name !== 'enter') this._sawReturnAt = 0;
  if (key.ctrl) {
    if (key.name === 'c') interrupt(this);
    else if (key.name === 'd') this.close();
    if (key.name === 'c' || key.name === 'd') return;
  }
  if (key.name === 'return' || key.name === 'enter') {
    plain[key.name](this);
  } else if (typeof text === 'string' && text) {
    this.line += text;
    this.cursor += text.length;
    this._writeToOutput(text);
  }
}

module.exports = { dumbWrite, methods };
