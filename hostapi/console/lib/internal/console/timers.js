'use strict';

// console.time and its relatives.

const { formatWithOptions } = require('internal/util/inspect');

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

function now() {
  return internalBinding('console').now();
}

function pad(value) {
  return `${value}`.padStart(2, '0');
}

// 3.14ms, 1.500s, 1:05.000 (m:ss.mmm), 1:00:00.000 (h:mm:ss.mmm)
function formatTime(ms) {
  if (ms < second) return `${Number(ms.toFixed(3))}ms`;
  if (ms < minute) return `${(ms / second).toFixed(3)}s`;
  const hours = Math.floor(ms / hour);
  const minutes = Math.floor((ms % hour) / minute);
  const [seconds, fraction] = ((ms % minute) / second).toFixed(3).split('.');
  const start = hours > 0 ? `${hours}:${pad(minutes)}` : `${minutes}`;
  return `${start}:${pad(seconds)}.${fraction} (${hours > 0 ? 'h:m' : ''}m:ss.mmm)`;
}

// The labels of one console.
class Timers {
  started = new Map();

  start(label) {
    const name = `${label}`;
    if (this.started.has(name)) {
      process.emitWarning(`Label '${name}' already exists for console.time()`);
      return;
    }
    this.started.set(name, now());
  }

  // The line for a label, or undefined when there is no such label.
  line(label, method, data) {
    const name = `${label}`;
    const start = this.started.get(name);
    if (start === undefined) {
      process.emitWarning(`No such label '${name}' for console.${method}()`);
      return undefined;
    }
    const elapsed = formatTime(now() - start);
    const more = data.length > 0 ? ` ${formatWithOptions({}, ...data)}` : '';
    return `${name}: ${elapsed}${more}`;
  }

  end(label) {
    const line = this.line(label, 'timeEnd', []);
    this.started.delete(`${label}`);
    return line;
  }
}

module.exports = { Timers };
