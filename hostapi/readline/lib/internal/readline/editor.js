'use strict';
// The line editor of a terminal: what each key does to the line, and how the
// line is shown. The methods belong to Interface.

const { getStringWidth, stripVTControlCharacters } = require('internal/util/inspect/text');
const { clearScreenDown, cursorTo, moveCursor } = require('internal/readline/cursor');
const { charLengthAt, charLengthLeft } = require('internal/readline/keys');
const historyMethods = require('internal/readline/history');
const completeMethods = require('internal/readline/complete');
const keyMethods = require('internal/readline/bindings');

const undoMax = 2048;
const killRingMax = 32;

const kUndo = Symbol('_undoStack');
const kRedo = Symbol('_redoStack');
const kKillRing = Symbol('_killRing');
const kKillCursor = Symbol('_killRingCursor');
const kYanking = Symbol('_yanking');
const { kSearch } = historyMethods;

// prepare gives an interface the editor's state.
function prepare(self) {
  self[kSearch] = null;
  self[kUndo] = [];
  self[kRedo] = [];
  self[kKillRing] = [];
  self[kKillCursor] = 0;
  self[kYanking] = false;
  if (process.env.TERM === 'dumb') self._ttyWrite = keyMethods.dumbWrite.bind(self);
}

const wordBefore = /^\s*(?:[^\w\s]+|\w+)?/;
const wordBehind = /^(?:\s+|[^\w\s]+|\w+)\s*/;
const wordToDelete = /^(?:\s+|\W+|\w+)\s*/;

// lengthBefore is how many code units a pattern matches backwards from the
// cursor.
function lengthBefore(self) {
  const reversed = Array.from(self.line.slice(0, self.cursor)).reverse().join('');
  return wordBefore.exec(reversed)[0].length;
}

const editing = {
  _insertString(text) {
    this._beforeEdit(this.line, this.cursor);
    if (this.cursor < this.line.length) {
      this.line = this.line.slice(0, this.cursor) + text + this.line.slice(this.cursor);
      this.cursor += text.length;
      this._refreshLine();
      return;
    }
    const before = this.getCursorPos();
    this.line += text;
    this.cursor += text.length;
    // Of what came in one piece only the end makes the line be shown again.
    if (this.isCompletionEnabled && before.rows < this.getCursorPos().rows) this._refreshLine();
    else this._writeToOutput(text);
  },

  // replace puts text in place of what lies between two positions.
  _replace(from, to, text = '') {
    this._beforeEdit(this.line, this.cursor);
    this.line = this.line.slice(0, from) + text + this.line.slice(to);
    this.cursor = from + text.length;
    this._refreshLine();
  },

  _wordLeft() { if (this.cursor > 0) this._moveCursor(-lengthBefore(this)); },
  _wordRight() {
    if (this.cursor < this.line.length) this._moveCursor(wordBehind.exec(this.line.slice(this.cursor))[0].length);
  },
  _deleteLeft() {
    if (this.cursor > 0 && this.line.length > 0) this._replace(this.cursor - charLengthLeft(this.line, this.cursor), this.cursor);
  },
  _deleteRight() {
    if (this.cursor < this.line.length) this._replace(this.cursor, this.cursor + charLengthAt(this.line, this.cursor));
  },
  _deleteWordLeft() { if (this.cursor > 0) this._replace(this.cursor - lengthBefore(this), this.cursor); },
  _deleteWordRight() {
    if (this.cursor >= this.line.length) return;
    this._replace(this.cursor, this.cursor + wordToDelete.exec(this.line.slice(this.cursor))[0].length);
  },
  _deleteLineLeft() {
    this._kill(this.line.slice(0, this.cursor));
    this._replace(0, this.cursor);
  },
  _deleteLineRight() {
    this._kill(this.line.slice(this.cursor));
    this._replace(this.cursor, this.line.length);
  },

  // _kill keeps what was deleted, for yank.
  _kill(text) {
    const ring = this[kKillRing];
    if (!text || text === ring[0]) return;
    ring.unshift(text);
    this[kKillCursor] = 0;
    while (ring.length > killRingMax) ring.pop();
  },
  _yank() {
    if (this[kKillRing].length === 0) return;
    this[kYanking] = true;
    this._insertString(this[kKillRing][this[kKillCursor]]);
  },
  _yankPop() {
    const ring = this[kKillRing];
    if (!this[kYanking] || ring.length < 2) return;
    const last = ring[this[kKillCursor]];
    this[kKillCursor] = (this[kKillCursor] + 1) % ring.length;
    this._replace(this.cursor - last.length, this.cursor, ring[this[kKillCursor]]);
  },
  _endYank() { this[kYanking] = false; },

  _beforeEdit(text, cursor) {
    this[kUndo].push({ text, cursor });
    if (this[kUndo].length > undoMax) this[kUndo].shift();
  },
  _undo() { this._swap(this[kUndo], this[kRedo]); },
  _redo() { this._swap(this[kRedo], this[kUndo]); },
  _swap(from, to) {
    if (from.length === 0) return;
    to.push({ text: this.line, cursor: this.cursor });
    const { text, cursor } = from.pop();
    this.line = text;
    this.cursor = cursor;
    this._refreshLine();
  },

  // _line hands the line over.
  _line() {
    const line = this._addHistory();
    this[kUndo] = [];
    this[kRedo] = [];
    this.clearLine();
    this._onLine(line);
  },
  clearLine() {
    this._moveCursor(Infinity);
    this._writeToOutput('\r\n');
    this.line = '';
    this.cursor = 0;
    this.prevRows = 0;
  },
};

const showing = {
  _refreshLine() {
    const line = this._prompt + this.line;
    const end = this._getDisplayPos(line);
    const at = this.getCursorPos();
    const rowsBefore = this.prevRows || 0;
    if (rowsBefore > 0) moveCursor(this.output, 0, -rowsBefore);
    cursorTo(this.output, 0);
    clearScreenDown(this.output);
    this._writeToOutput(line);
    // The terminal is forced to begin the next line.
    if (end.cols === 0) this._writeToOutput(' ');
    cursorTo(this.output, at.cols);
    const up = end.rows - at.rows;
    if (up > 0) moveCursor(this.output, 0, -up);
    this.prevRows = at.rows;
  },

  // _getDisplayPos is where the cursor stands when text was written.
  _getDisplayPos(text) {
    let offset = 0;
    let rows = 0;
    const columns = this.columns;
    for (const ch of stripVTControlCharacters(text)) {
      if (ch === '\n') {
        rows += Math.ceil(offset / columns) || 1;
        offset = 0;
      } else if (ch === '\t') {
        offset += this.tabSize - (offset % this.tabSize);
      } else if (getStringWidth(ch, false) < 2) {
        offset += getStringWidth(ch, false);
      } else {
        if ((offset + 1) % columns === 0) offset++; // a wide character does not begin in the last column
        offset += 2;
      }
    }
    const cols = offset % columns;
    rows += (offset - cols) / columns;
    return { cols, rows };
  },
  getCursorPos() { return this._getDisplayPos(this._prompt + this.line.slice(0, this.cursor)); },
  _getCursorPos() { return this.getCursorPos(); },

  _moveCursor(distance) {
    if (distance === 0) return;
    const before = this.getCursorPos();
    this.cursor = Math.max(0, Math.min(this.cursor + distance, this.line.length));
    const after = this.getCursorPos();
    if (before.rows === after.rows) moveCursor(this.output, after.cols - before.cols, 0);
    else this._refreshLine();
  },
};

module.exports = {
  prepare,
  methods: { ...showing, ...editing, ...historyMethods.methods, ...completeMethods, ...keyMethods.methods },
};
