'use strict';

// The iterator helpers of readable streams: those which make streams (map, filter, …) and those
// which make promises (toArray, reduce, …). operator_methods.js makes methods of them.

const { AbortError, codes } = require('internal/errors');
const {
  validateAbortSignal, validateInteger, validateObject,
} = require('internal/validators');
const {
  AsyncGenerator, collect, delegate, forAwait, iteratorOf,
} = require('internal/streams/async_generator');

// What a mapping function returns for a value which has no successor.
const kEmpty = Symbol('kEmpty');

function checkFunction(fn, name = 'fn') {
  if (typeof fn === 'function') return;
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['Function', 'AsyncFunction'], fn);
}

function checkOptions(options) {
  if (options !== undefined && options !== null) validateObject(options, 'options');
  if (options?.signal !== undefined && options.signal !== null) {
    validateAbortSignal(options.signal, 'options.signal');
  }
}

// Makes a number of what says how many items to take or drop.
function toCount(number) {
  number = Number(number);
  if (Number.isNaN(number)) return 0;
  if (number < 0) throw new codes.ERR_OUT_OF_RANGE('number', '>= 0', number);
  return number;
}

function mapGenerator(stream, fn, options) {
  checkFunction(fn);
  checkOptions(options);
  let concurrency = 1;
  if (options?.concurrency !== undefined && options.concurrency !== null) {
    concurrency = Math.floor(options.concurrency);
  }
  let highWaterMark = concurrency - 1;
  if (options?.highWaterMark !== undefined && options.highWaterMark !== null) {
    highWaterMark = Math.floor(options.highWaterMark);
  }
  validateInteger(concurrency, 'options.concurrency', 1);
  validateInteger(highWaterMark, 'options.highWaterMark', 0);
  const { results } = require('internal/streams/concurrent_map');
  return new AsyncGenerator(results(stream, fn, {
    concurrency, limit: highWaterMark + concurrency, signal: options?.signal, empty: kEmpty,
  }));
}

function filterGenerator(stream, fn, options) {
  checkFunction(fn);
  async function keep(value, mapOptions) {
    return await fn(value, mapOptions) ? value : kEmpty;
  }
  return mapGenerator(stream, keep, options);
}

function* dropped(stream, count, options) {
  if (options?.signal?.aborted) throw new AbortError();
  yield* forAwait(stream, function*(value) {
    if (options?.signal?.aborted) throw new AbortError();
    if (count-- <= 0) yield value;
  });
}

function* taken(stream, count, options) {
  if (options?.signal?.aborted) throw new AbortError();
  yield* forAwait(stream, function*(value) {
    if (options?.signal?.aborted) throw new AbortError();
    if (count-- > 0) yield value;
    // Not one more is asked for than is given.
    return count <= 0;
  });
}

function* indexed(stream, options) {
  let index = 0;
  yield* forAwait(stream, function*(value) {
    if (options?.signal?.aborted) throw new AbortError(undefined, { cause: options.signal.reason });
    yield [index++, value];
  });
}

function* flattened(values) {
  yield* forAwait(values, function*(value) {
    return yield* delegate(value);
  });
}

function asIndexedPairs(options = undefined) {
  checkOptions(options);
  return new AsyncGenerator(indexed(this, options));
}

// Each returns an async iterable, of which its method makes a stream.
const streamReturning = {
  asIndexedPairs: require('internal/util').deprecate(
    asIndexedPairs, 'readable.asIndexedPairs will be removed in a future version.'),
  drop: function drop(number, options = undefined) {
    checkOptions(options);
    return new AsyncGenerator(dropped(this, toCount(number), options));
  },
  filter: function filter(fn, options) {
    return filterGenerator(this, fn, options);
  },
  flatMap: function flatMap(fn, options) {
    return new AsyncGenerator(flattened(mapGenerator(this, fn, options)));
  },
  map: function map(fn, options) {
    return mapGenerator(this, fn, options);
  },
  take: function take(number, options = undefined) {
    checkOptions(options);
    return new AsyncGenerator(taken(this, toCount(number), options));
  },
  compose: function compose(stream, options) {
    checkOptions(options);
    const { isNodeStream, isWritable } = require('internal/streams/utils');
    if (isNodeStream(stream) && !isWritable(stream)) {
      throw new codes.ERR_INVALID_ARG_VALUE('stream', stream, 'must be writable');
    }
    const composed = require('internal/streams/compose').compose(this, stream);
    if (options?.signal) {
      require('internal/streams/add-abort-signal').addAbortSignal(options.signal, composed);
    }
    return composed;
  },
};

function rejectEmptyReduce() {
  const error = new codes.ERR_MISSING_ARGS('reduce');
  error.message = 'Reduce of an empty stream requires an initial value';
  throw error;
}

// Gives the reducer a signal of its own, which aborts with the outer one and at the end.
function innerController(outer) {
  const controller = new AbortController();
  if (outer) {
    const { kResistStopPropagation } = require('internal/event_target');
    outer.addEventListener('abort', () => controller.abort(), {
      once: true, [kResistStopPropagation]: true,
    });
  }
  return controller;
}

// Called with the stream as its this and the arguments of reduce().
async function reduce(reducer, initialValue, options) {
  checkFunction(reducer, 'reducer');
  checkOptions(options);
  if (options?.signal?.aborted) {
    const error = new AbortError(undefined, { cause: options.signal.reason });
    this.once('error', () => {});
    await require('internal/streams/end-of-stream').finished(this.destroy(error));
    throw error;
  }
  const controller = innerController(options?.signal);
  const iterator = iteratorOf(this);
  let hasValue = arguments.length > 1;
  let value = initialValue;
  let open = false;
  try {
    for (;;) {
      const { value: chunk, done } = await iterator.next();
      if (done) break;
      open = true;
      if (options?.signal?.aborted) throw new AbortError();
      value = hasValue ? await reducer(value, chunk, { signal: controller.signal }) : chunk;
      hasValue = true;
      open = false;
    }
    if (!hasValue) rejectEmptyReduce();
  } finally {
    if (open) await iterator.return().catch(() => {});
    controller.abort();
  }
  return value;
}

function some(fn, options = undefined) {
  let found = false;
  return collect(() => filterGenerator(this, fn, options), () => found = true, () => found);
}

// Each is a method as it is.
const promiseReturning = {
  every: async function every(fn, options = undefined) {
    checkFunction(fn);
    return !(await some.call(this, async (...args) => !(await fn(...args)), options));
  },
  forEach: function forEach(fn, options) {
    async function visit(value, mapOptions) {
      await fn(value, mapOptions);
      return kEmpty;
    }
    const open = () => {
      checkFunction(fn);
      return mapGenerator(this, visit, options);
    };
    return collect(open, () => false, () => undefined);
  },
  reduce,
  toArray: function toArray(options) {
    const items = [];
    const open = () => {
      checkOptions(options);
      return this;
    };
    const each = (value) => {
      if (options?.signal?.aborted) {
        throw new AbortError(undefined, { cause: options.signal.reason });
      }
      items.push(value);
    };
    return collect(open, each, () => items);
  },
  some,
  find: function find(fn, options) {
    let found;
    const each = (value) => {
      found = value;
      return true;
    };
    return collect(() => filterGenerator(this, fn, options), each, () => found);
  },
};

module.exports = { promiseReturning, streamReturning };
