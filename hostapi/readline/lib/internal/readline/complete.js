'use strict';
// The Tab key: what a completer proposes is inserted as far as all proposals
// agree, and listed when Tab is pressed again.

const { getStringWidth } = require('internal/util/inspect/text');

function commonPrefix(texts) {
  if (texts.length === 0) return '';
  const sorted = texts.slice().sort();
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  let length = 0;
  while (length < first.length && first[length] === last[length]) length++;
  return first.slice(0, length);
}

// list lays proposals out in columns. An empty one begins a group.
function list(proposals, columns) {
  const widths = proposals.map((text) => getStringWidth(text));
  const width = Math.max(...widths) + 2;
  let perLine = Math.floor(columns / width) || 1;
  if (perLine === Infinity) perLine = 1;
  let output = '\r\n';
  let inLine = 0;
  let gap = 0;
  proposals.forEach((text, i) => {
    if (text === '' || inLine === perLine) {
      output += '\r\n';
      inLine = 0;
      gap = 0;
    } else {
      output += ' '.repeat(gap);
    }
    if (text === '') {
      output += '\r\n';
      return;
    }
    output += text;
    gap = width - widths[i];
    inLine++;
  });
  return inLine === 0 ? output : `${output}\r\n\r\n`;
}

module.exports = {
  async _tabComplete(pressedAgain) {
    this.pause();
    const text = this.line.slice(0, this.cursor);
    let value;
    try {
      value = await completions(this.completer, text);
    } catch (error) {
      this._writeToOutput(`Tab completion error: ${require('util').inspect(error)}`);
      return;
    } finally {
      this.resume();
    }
    this._showCompletions(pressedAgain, value);
  },

  _showCompletions(pressedAgain, [proposals, completeOn]) {
    if (!proposals || proposals.length === 0) return;
    const prefix = commonPrefix(proposals.filter((text) => text !== ''));
    if (prefix.startsWith(completeOn) && prefix.length > completeOn.length) {
      this._insertString(prefix.slice(completeOn.length));
      return;
    }
    if (!completeOn.startsWith(prefix)) {
      this._replace(this.cursor - completeOn.length, this.cursor, prefix);
      return;
    }
    if (!pressedAgain) return;
    this._beforeEdit(this.line, this.cursor);
    this._writeToOutput(list(proposals, this.columns));
    this._refreshLine();
  },
};

// completions asks a completer: one with two parameters calls back, others
// return the value or a promise of it.
function completions(completer, text) {
  if (completer.length !== 2) return completer(text);
  return new Promise((resolve, reject) => {
    completer(text, (error, value) => (error ? reject(error) : resolve(value)));
  });
}
