'use strict';

// The methods of a console. They call each other through the console, so that a program which
// replaces console.log sees what console.table writes.

// In the order in which node lists them.
const methodNames = ['log', 'warn', 'dir', 'time', 'timeEnd', 'timeLog', 'trace', 'assert', 'clear',
  'count', 'countReset', 'group', 'groupEnd', 'table', 'debug', 'info', 'dirxml', 'error',
  'groupCollapsed'];

function outputMethods(state) {
  return {
    log(...args) { state.write(1, state.format(1, args)); },
    debug(...args) { state.write(1, state.format(1, args)); },
    info(...args) { state.write(1, state.format(1, args)); },
    dirxml(...args) { state.write(1, state.format(1, args)); },
    warn(...args) { state.write(2, state.format(2, args)); },
    error(...args) { state.write(2, state.format(2, args)); },
    dir(object, options) {
      const { inspect } = require('internal/util/inspect');
      state.write(1, inspect(object, { customInspect: false, ...state.optionsFor(1), ...options }));
    },
  };
}

function checkMethods(self, state) {
  return {
    assert(expression, ...args) {
      if (expression) return;
      if (args.length > 0) args[0] = `Assertion failed: ${args[0]}`;
      else args.push('Assertion failed');
      self.warn(...args);
    },
    trace: function trace(...args) {
      const holder = { name: 'Trace', message: state.format(2, args) };
      Error.captureStackTrace(holder, trace);
      self.error(holder.stack);
    },
    table(tabularData, properties) {
      if (tabularData === null || typeof tabularData !== 'object') {
        self.log(tabularData);
        return;
      }
      if (properties !== undefined) {
        require('internal/validators').validateArray(properties, 'properties');
      }
      const { tableText } = require('internal/console/table');
      self.log(tableText(tabularData, properties, state.optionsFor(1)));
    },
    clear() {
      // Only on a terminal there is something to clear.
      const stream = state.streamOf(1);
      if (!stream.isTTY || process.env.TERM === 'dumb') return;
      stream.write('\u001b[1;1H');
      stream.write('\u001b[0J');
    },
  };
}

function countMethods(self, state) {
  return {
    count(label = 'default') {
      const name = `${label}`;
      const count = (state.counts.get(name) ?? 0) + 1;
      state.counts.set(name, count);
      self.log(`${name}: ${count}`);
    },
    countReset(label = 'default') {
      const name = `${label}`;
      if (!state.counts.delete(name)) process.emitWarning(`Count for '${name}' does not exist`);
    },
  };
}

function groupMethods(self, state) {
  return {
    group(...data) {
      if (data.length > 0) self.log(...data);
      state.indent();
    },
    groupCollapsed(...data) {
      if (data.length > 0) self.log(...data);
      state.indent();
    },
    groupEnd() { state.outdent(); },
  };
}

function timers() {
  return require('internal/console/timers');
}

function timeMethods(self, state) {
  const write = (line) => {
    if (line !== undefined) self.log('%s', line);
  };
  return {
    time(label = 'default') { timers().start(state.times, `${label}`); },
    timeEnd(label = 'default') {
      write(timers().describe(state.times, `${label}`, 'timeEnd', []));
      state.times.delete(`${label}`);
    },
    timeLog(label = 'default', ...data) {
      write(timers().describe(state.times, `${label}`, 'timeLog', data));
    },
  };
}

// The methods for the console `self`, by name.
function createMethods(self, state) {
  return {
    ...outputMethods(state),
    ...checkMethods(self, state),
    ...countMethods(self, state),
    ...groupMethods(self, state),
    ...timeMethods(self, state),
  };
}

module.exports = { createMethods, methodNames };
