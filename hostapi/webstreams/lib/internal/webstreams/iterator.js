'use strict';

// Async iteration over readable streams, and streams over async iterables. Iterators are written
// by hand: their requests wait for each other in a chain of promises.

const { codes: { ERR_ARG_NOT_ITERABLE, ERR_INVALID_STATE } } = require('internal/errors');
const { AsyncIteratorPrototype } = require('internal/events/async_iterator');
const { createDeferredPromise, kState } = require('internal/webstreams/util');
const {
  ReadableStreamDefaultReader, controllerClose, controllerEnqueue, createReadableStream,
  readableStreamCancel, readerRead, releaseWithRequests,
} = require('internal/webstreams/readable');

const iteratorPrototype = Object.setPrototypeOf({
  next() { return this[kState].enqueue(() => nextStep(this[kState])); },
  return(value) { return this[kState].enqueue(() => returnStep(this[kState], value)); },
}, AsyncIteratorPrototype);

function createIterator(stream, preventCancel) {
  const state = {
    reader: new ReadableStreamDefaultReader(stream),
    preventCancel,
    done: false,
    last: undefined,
    enqueue(step) {
      state.last = state.last === undefined ? step() : state.last.then(step, step);
      return state.last;
    },
  };
  const iterator = Object.create(iteratorPrototype);
  Object.defineProperty(iterator, kState, { value: state });
  return iterator;
}

function nextStep(state) {
  if (state.done) return Promise.resolve({ done: true, value: undefined });
  const { reader } = state;
  if (reader[kState].stream === undefined) {
    return Promise.reject(
      new ERR_INVALID_STATE.TypeError('The reader is not bound to a ReadableStream'));
  }
  const { promise, resolve, reject } = createDeferredPromise();
  readerRead(reader, {
    chunk(value) { resolve({ value, done: false }); },
    close() {
      state.done = true;
      releaseWithRequests(reader, 'readRequests');
      resolve({ done: true, value: undefined });
    },
    error(reason) {
      state.done = true;
      releaseWithRequests(reader, 'readRequests');
      reject(reason);
    },
  });
  return promise;
}

async function returnStep(state, value) {
  if (state.done) return { done: true, value };
  state.done = true;
  const { reader, preventCancel } = state;
  const { stream } = reader[kState];
  if (stream === undefined) {
    throw new ERR_INVALID_STATE.TypeError('The reader is not bound to a ReadableStream');
  }
  const cancelled = preventCancel ? undefined : readableStreamCancel(stream, value);
  releaseWithRequests(reader, 'readRequests');
  await cancelled;
  return { done: true, value };
}

function iteratorOf(iterable) {
  const asynchronous = iterable[Symbol.asyncIterator];
  const make = asynchronous ?? iterable[Symbol.iterator];
  if (typeof make !== 'function') throw new ERR_ARG_NOT_ITERABLE(iterable);
  const iterator = Reflect.apply(make, iterable, []);
  if (typeof iterator !== 'object' || iterator === null) throw new ERR_ARG_NOT_ITERABLE(iterator);
  return { iterator, next: iterator.next, isSync: asynchronous === undefined || asynchronous === null };
}

function checkResult(result, name) {
  if (typeof result === 'object' && result !== null) return;
  throw new ERR_INVALID_STATE.TypeError(
    `The promise returned by the iterator.${name}() method must fulfill with an object`);
}

function from(iterable) {
  const { iterator, next, isSync } = iteratorOf(iterable);
  const stream = createReadableStream({
    start() {},
    async pull() {
      const result = await Reflect.apply(next, iterator, []);
      checkResult(result, 'next');
      const { controller } = stream[kState];
      if (result.done) {
        // A promise of a synchronous iterator is waited for, the end's too.
        if (isSync) await result.value;
        controllerClose(controller);
      } else {
        controllerEnqueue(controller, isSync ? await result.value : result.value);
      }
    },
    async cancel(reason) {
      const finish = iterator.return;
      if (finish === undefined || finish === null) return;
      checkResult(await Reflect.apply(finish, iterator, [reason]), 'return');
    },
  }, 0);
  return stream;
}

module.exports = { createIterator, from };
