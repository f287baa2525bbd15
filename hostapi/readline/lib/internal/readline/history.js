'use strict';
// The lines that were typed before, for the up and down keys. What stands
// before the cursor when the search begins must begin the lines that are found.

const kSearch = Symbol('kSubstringSearch');

const methods = {
  _addHistory() {
    if (this.line.length === 0) return '';
    if (!this.history || this.historySize === 0 || this.line.trim().length === 0) return this.line;
    if (this.history.length === 0 || this.history[0] !== this.line) {
      if (this.removeHistoryDuplicates) {
        const at = this.history.indexOf(this.line);
        if (at !== -1) this.history.splice(at, 1);
      }
      this.history.unshift(this.line);
      if (this.history.length > this.historySize) this.history.pop();
    }
    this.historyIndex = -1;
    const line = this.history[0];
    this.emit('history', this.history);
    return line;
  },

  _historyNext() {
    if (this.historyIndex < 0) return;
    this._beforeEdit(this.line, this.cursor);
    const search = this[kSearch] || '';
    let index = this.historyIndex - 1;
    while (index >= 0 && skips(this, index, search)) index--;
    showHistory(this, index, index === -1 ? search : this.history[index]);
  },

  _historyPrev() {
    if (this.historyIndex >= this.history.length || this.history.length === 0) return;
    this._beforeEdit(this.line, this.cursor);
    const search = this[kSearch] || '';
    let index = this.historyIndex + 1;
    while (index < this.history.length && skips(this, index, search)) index++;
    showHistory(this, index, index === this.history.length ? search : this.history[index]);
  },

  // _beginSearch and _endSearch stand around a row of up and down keys.
  _beginSearch() { if (this[kSearch] === null) this[kSearch] = this.line.slice(0, this.cursor); },
  _endSearch() {
    if (this[kSearch] === null) return;
    this[kSearch] = null;
    if (this.history.length === this.historyIndex) this.historyIndex = -1;
  },
};

function skips(self, index, search) {
  return !self.history[index].startsWith(search) || self.line === self.history[index];
}

function showHistory(self, index, line) {
  self.line = line;
  self.historyIndex = index;
  self.cursor = line.length;
  self._refreshLine();
}

module.exports = { kSearch, methods };
