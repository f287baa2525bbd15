'use strict';
// Ctrl+R and Ctrl+S: looks for what is typed in the history, backwards or forwards.

const { moveCursor, cursorTo } = require('internal/readline/cursor');

const labels = { r: 'bck-i-search', s: 'fwd-i-search' };

// A Search lasts until a key is pressed that does not belong to it.
class Search {
  #server;
  #direction = 'r';
  #text = '';
  #index = -1;      // of the entry that is shown; -1: the line as it was
  #seen = new Set(); // entries that were shown: equal ones are skipped
  #failed = false;
  #before;

  constructor(server) {
    this.#server = server;
    this.#before = { line: server.line, cursor: server.cursor };
  }

  // go starts, or goes on to the next entry.
  go(direction) {
    if (direction !== this.#direction) this.#seen.clear();
    this.#direction = direction;
    this.#find(false);
  }

  type(text) {
    this.#text += text;
    this.#restart();
  }

  erase() {
    this.#text = Array.from(this.#text).slice(0, -1).join('');
    this.#restart();
  }

  #restart() {
    this.#seen.clear();
    this.#find(true);
  }

  // find shows the next entry that holds the text; includesShown: or the one that is shown.
  #find(includesShown) {
    const { history } = this.#server;
    const step = this.#direction === 'r' ? 1 : -1;
    this.#failed = false;
    if (this.#text === '') {
      this.#index = -1;
      this.#show(this.#before.line, this.#before.cursor);
      return;
    }
    const first = includesShown && this.#index >= 0 ? this.#index : this.#index + step;
    for (let i = first; i >= 0 && i < history.length; i += step) {
      const at = history[i].lastIndexOf(this.#text);
      if (at < 0 || this.#seen.has(history[i])) continue;
      this.#seen.add(history[i]);
      this.#index = i;
      this.#show(history[i], at);
      return;
    }
    this.#failed = true;
    this.#show(this.#server.line, this.#server.cursor);
  }

  // show shows a line, and below it what is looked for.
  #show(line, cursor) {
    const server = this.#server;
    server.line = line;
    server.cursor = cursor;
    server._refreshLine();
    const { rows, cols } = server.getCursorPos();
    server.cursor = line.length;
    const down = server.getCursorPos().rows - rows;
    server.cursor = cursor;
    const label = `${this.#failed ? 'failed-' : ''}${labels[this.#direction]}: ${this.#text}_`;
    moveCursor(server.output, 0, down);
    server.output.write(`\r\n${label.slice(0, Math.max((server.output.columns || 80) - 1, 1))}`);
    moveCursor(server.output, 0, -down - 1);
    cursorTo(server.output, cols);
  }

  // end leaves the entry in the line, or brings back what was there.
  end(isCancelled) {
    if (isCancelled) Object.assign(this.#server, this.#before);
    this.#server._refreshLine();
  }
}

// belongs gives a search the keys that change its text, and says so.
function belongs(search, text, key) {
  if (key.ctrl || key.meta) return false;
  if (key.name === 'backspace') search.erase();
  else if (typeof text === 'string' && text !== '' && !/[\x00-\x1f\x7f]/.test(text)) search.type(text);
  else return false;
  return true;
}

// watch lets a session's keys begin a search.
function watch(server) {
  const { _ttyWrite } = server;
  let search;
  server._ttyWrite = function(text, key = {}) {
    const direction = key.ctrl && !key.meta && labels[key.name] !== undefined ? key.name : undefined;
    if (direction !== undefined && !server.editorMode) {
      search ??= new Search(server);
      search.go(direction);
      return;
    }
    if (search !== undefined) {
      if (belongs(search, text, key)) return;
      const isCancelled = key.name === 'escape' || (key.ctrl && (key.name === 'c' || key.name === 'g'));
      search.end(isCancelled);
      search = undefined;
      if (isCancelled) return;
    }
    Reflect.apply(_ttyWrite, server, [text, key]);
  };
}

module.exports = { watch };
