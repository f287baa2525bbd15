'use strict';

// Async generators by hand: the engine has only synchronous ones. The body is a synchronous
// generator which yields `new Await(promise)` where an async one would await, and anything else
// where it would yield. Requests queue and settle in the same microtasks as the language has it.

class Await {
  constructor(value) {
    this.value = value;
  }
}

// A value to be yielded as it is: yield* does not await the values of its iterator once more.
class Passed {
  constructor(value) {
    this.value = value;
  }
}

// What a helper which a body delegates to with yield* returns when the body is to return. The
// language forgets a return() once a delegate has awaited something in its finally block.
const kLeft = Symbol('kLeft');

const atStart = 0;
const atYield = 1;
const running = 2;
const done = 3;

class AsyncGenerator {
  #body;
  #state = atStart;
  #requests = [];
  #returned = undefined;

  constructor(body) {
    this.#body = body;
  }

  next(value) {
    return this.#request('next', value);
  }

  return(value) {
    return this.#request('return', value);
  }

  throw(error) {
    if (this.#state === atStart) this.#state = done;
    return this.#request('throw', error);
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  #request(kind, value) {
    return new Promise((resolve, reject) => {
      this.#requests.push({ kind, value, resolve, reject });
      if (this.#requests.length > 1 || this.#state === running) return;
      if (this.#state === done) this.#answerRest();
      else if (this.#state === atStart && kind === 'return') this.#awaitReturn();
      else this.#resume(this.#requests[0]);
    });
  }

  #resume({ kind, value }) {
    this.#state = running;
    if (kind === 'return') this.#await(value, this.#runReturn);
    else this.#run(kind, value);
  }

  #runNext = (value) => this.#run('next', value);
  #runThrow = (error) => this.#run('throw', error);
  #runReturn = (value) => {
    this.#returned = value;
    this.#run('return', value);
  };
  #emit = (value) => this.#yield(value);

  #await(value, onFulfilled) {
    Promise.resolve(value).then(onFulfilled, this.#runThrow);
  }

  #run(kind, value) {
    let result;
    try {
      result = this.#body[kind](value);
    } catch (error) {
      this.#state = done;
      this.#requests.shift().reject(error);
      this.#answerRest();
      return;
    }
    const { value: yielded } = result;
    if (result.done) this.#finish(yielded === kLeft ? this.#returned : yielded);
    else if (yielded instanceof Await) this.#await(yielded.value, this.#runNext);
    else if (yielded instanceof Passed) this.#yield(yielded.value);
    else this.#await(yielded, this.#emit);
  }

  #yield(value) {
    this.#requests.shift().resolve({ value, done: false });
    if (this.#requests.length > 0) this.#resume(this.#requests[0]);
    else this.#state = atYield;
  }

  #finish(value) {
    this.#state = done;
    this.#requests.shift().resolve({ value, done: true });
    this.#answerRest();
  }

  // Answers requests which came too late. return() waits for its value even then.
  #answerRest() {
    while (this.#requests.length > 0) {
      const { kind, value, resolve, reject } = this.#requests[0];
      if (kind === 'return') {
        this.#awaitReturn();
        return;
      }
      this.#requests.shift();
      if (kind === 'throw') reject(value);
      else resolve({ value: undefined, done: true });
    }
  }

  #awaitReturn() {
    this.#state = running;
    Promise.resolve(this.#requests[0].value).then((value) => this.#finish(value), (error) => {
      this.#state = done;
      this.#requests.shift().reject(error);
      this.#answerRest();
    });
  }
}

delete AsyncGenerator.prototype.constructor;
Object.defineProperty(AsyncGenerator.prototype, Symbol.toStringTag, {
  value: 'AsyncGenerator', configurable: true,
});

function iteratorOf(iterable) {
  const method = iterable[Symbol.asyncIterator];
  return method === undefined ? fromSync(iterable[Symbol.iterator]()) : method.call(iterable);
}

// Not async functions: they would settle some microtasks later.
function settle(result) {
  const { value, done: isDone } = result;
  return Promise.resolve(value).then((settled) => ({ value: settled, done: isDone }));
}

function settleCall(call) {
  try {
    return settle(call());
  } catch (error) {
    return Promise.reject(error);
  }
}

// The async iterator which `for await` makes of a synchronous one: it waits for the values.
function fromSync(iterator) {
  return {
    next() { return settleCall(() => iterator.next()); },
    return(value) {
      if (iterator.return === undefined) return Promise.resolve({ value, done: true });
      return settleCall(() => iterator.return(value));
    },
  };
}

// `for await (const value of iterable)` in a body. each is a generator function; the loop ends
// early when it returns true. Returns kLeft when the body is to return.
function* forAwait(iterable, each) {
  const iterator = iteratorOf(iterable);
  for (;;) {
    const { value, done: isDone } = yield new Await(iterator.next());
    if (isDone) return undefined;
    let outcome = kLeft;
    let failed = false;
    try {
      outcome = yield* each(value);
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      const leaving = outcome === kLeft || outcome === true;
      // An error of the loop's body goes before one of return().
      if (leaving && typeof iterator.return === 'function') yield* close(iterator, failed);
      if (leaving && !failed) return outcome;
    }
  }
}

function* close(iterator, quietly) {
  try {
    yield new Await(iterator.return());
  } catch (error) {
    if (!quietly) throw error;
  }
}

// The same loop as a promise of result(), with a synchronous each. What throws anywhere rejects it.
async function collect(open, each, result) {
  const iterator = iteratorOf(open());
  for (;;) {
    const { value, done: isDone } = await iterator.next();
    if (isDone) return result();
    let leaving = true;
    try {
      leaving = each(value) === true;
    } finally {
      if (leaving) await iterator.return?.();
    }
    if (leaving) return result();
  }
}

// `yield* iterable` in a body. Returns kLeft when the body is to return.
function* delegate(iterable) {
  const iterator = iteratorOf(iterable);
  for (;;) {
    const { value, done: isDone } = yield new Await(iterator.next());
    if (isDone) return undefined;
    let leaving = true;
    try {
      yield new Passed(value);
      leaving = false;
    } finally {
      if (leaving) {
        yield* close(iterator, false);
          return kLeft;
      }
    }
  }
}

module.exports = { AsyncGenerator, Await, collect, delegate, forAwait, iteratorOf };
