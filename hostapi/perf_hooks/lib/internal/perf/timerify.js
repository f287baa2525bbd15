'use strict';

// performance.timerify: a function whose calls are measured.

const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateFunction, validateObject } = require('internal/validators');
const { createFunctionEntry, nanosPerMilli, now } = require('internal/perf/entry');
const { enqueue } = require('internal/perf/observe');

function timerify(fn, options = {}) {
  validateFunction(fn, 'fn');
  validateObject(options, 'options');
  const { histogram } = options;
  if (histogram !== undefined) {
    const { RecordableHistogram } = require('internal/perf/histogram');
    if (!(histogram instanceof RecordableHistogram)) {
      throw new ERR_INVALID_ARG_TYPE('options.histogram', 'RecordableHistogram', histogram);
    }
  }
  function done(start, args) {
    const duration = now() - start;
    histogram?.record(Math.max(1, Math.ceil(duration * nanosPerMilli)));
    enqueue(createFunctionEntry(fn.name, start, duration, args));
  }
  function timerified(...args) {
    const start = now();
    const result = new.target === undefined ?
      Reflect.apply(fn, this, args) : Reflect.construct(fn, args, fn);
    if (new.target === undefined && typeof result?.finally === 'function') {
      return result.finally(() => done(start, args));
    }
    done(start, args);
    return result;
  }
  Object.defineProperties(timerified, {
    length: { configurable: false, enumerable: true, value: fn.length },
    name: { configurable: false, enumerable: true, value: `timerified ${fn.name}` },
  });
  return timerified;
}

module.exports = { timerify };
