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

function start(times, label) {
  if (times.has(label)) {
    process.emitWarning(`Label '${label}' already exists for console.time()`);
  } else {
    times.set(label, now());
  }
}

// The line for a label, or undefined when there is no such label.
function describe(times, label, method, data) {
  const started = times.get(label);
  if (started === undefined) {
    process.emitWarning(`No such label '${label}' for console.${method}()`);
    return undefined;
  }
  const more = data.length > 0 ? ` ${formatWithOptions({}, ...data)}` : '';
  return `${label}: ${formatTime(now() - started)}${more}`;
}

module.exports = { describe, start };
