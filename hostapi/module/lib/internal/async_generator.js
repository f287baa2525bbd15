'use strict';
// Async generators for lowered code: a generator that yields Await for each
// await, and its values for each yield, becomes an async generator whose promises
// settle in the order of the ECMAScript specification.

// Await is what lowered code yields for an await. With whole set the value is a
// promise of an iteration result, which the generator receives as such.
class Await {
  constructor(value, whole) {
    this.value = value;
    this.whole = whole;
  }
}

// Delegated is a value that another async generator yielded: it was awaited there.
class Delegated {
  constructor(value) { this.value = value; }
}

const AsyncIteratorPrototype = {
  [Symbol.asyncIterator]() { return this; },
};
Object.defineProperty(AsyncIteratorPrototype, Symbol.asyncIterator, { enumerable: false });

const bodies = new WeakMap(); // async generator object → Body

class Body {
  constructor(generator) {
    this.generator = generator;
    this.state = 'start'; // 'yield', 'running', 'done'
    this.queue = [];      // requests: { kind, value, resolve, reject }
  }

  enqueue(kind, value) {
    return new Promise((resolve, reject) => {
      this.queue.push({ kind, value, resolve, reject });
      if (this.state !== 'running') this.next();
    });
  }

  // next serves the first request.
  next() {
    while (this.queue.length > 0) {
      const { kind, value } = this.queue[0];
      if (this.state === 'start' && kind !== 'next') this.state = 'done';
      if (this.state === 'done') {
        if (kind === 'return') {
          this.finishReturn(value);
          return;
        }
        if (kind === 'throw') this.settle('reject', value);
        else this.settle('resolve', { value: undefined, done: true });
        continue;
      }
      if (kind === 'return' && this.state === 'yield') {
        this.state = 'running';
        this.await(value, (awaited) => this.step('return', awaited), (error) => this.step('throw', error));
        return;
      }
      this.state = 'running';
      this.step(kind, value);
      return;
    }
  }

  // finishReturn answers a return after the end: its value is awaited.
  finishReturn(value) {
    this.state = 'running';
    const finish = (outcome, result) => {
      this.state = 'done';
      this.settle(outcome, result);
      this.next();
    };
    this.await(value, (awaited) => finish('resolve', { value: awaited, done: true }), (error) => finish('reject', error));
  }

  await(value, fulfilled, rejected) {
    let promise;
    try {
      promise = Promise.resolve(value);
    } catch (error) {
      promise = Promise.reject(error);
    }
    promise.then(fulfilled, rejected);
  }

  // step runs the generator to its next yield or await.
  step(kind, value) {
    let result;
    try {
      result = this.generator[kind](value);
    } catch (error) {
      this.end('reject', error);
      return;
    }
    const { value: got, done } = result;
    if (got instanceof Await) this.stepAwait(kind, got);
    else if (done) this.end('resolve', { value: got, done }); // return statements await
    else if (got instanceof Delegated) this.yielded(got.value);
    else this.await(got, (awaited) => this.yielded(awaited), (error) => this.step('throw', error));
  }

  stepAwait(kind, { value, whole }) {
    this.await(value,
      (awaited) => this.step(whole && kind === 'return' ? kind : 'next', whole ? delegate(awaited) : awaited),
      (error) => this.step('throw', error));
  }

  yielded(value) {
    this.state = 'yield';
    this.settle('resolve', { value, done: false });
    if (this.queue.length > 0) this.next();
  }

  end(outcome, result) {
    this.state = 'done';
    this.settle(outcome, result);
    this.next();
  }

  settle(outcome, result) { this.queue.shift()[outcome](result); }
}

// delegate marks the value of a result of another async generator.
function delegate(result) {
  if (result === null || (typeof result !== 'object' && typeof result !== 'function')) {
    throw new TypeError(`Iterator result ${String(result)} is not an object`);
  }
  const { done } = result;
  return done ? { done, value: result.value } : { done: false, value: new Delegated(result.value) };
}

const hidden = { writable: false, enumerable: false, configurable: true };

// AsyncGeneratorFunction is what async generator functions are instances of.
function AsyncGeneratorFunction(...args) {
  const body = args.length === 0 ? '' : args.pop();
  const made = Function(`return async function* (${args.join(',')}\n) {\n${body}\n}`)();
  return Object.defineProperty(made, 'name', { value: 'anonymous' });
}

const AsyncGeneratorPrototype = Object.create(AsyncIteratorPrototype);
Object.setPrototypeOf(AsyncGeneratorFunction, Function);
Object.defineProperty(AsyncGeneratorFunction, 'length', { value: 1 });
Object.defineProperty(AsyncGeneratorFunction, 'prototype', {
  value: Object.create(Function.prototype, {
    prototype: { ...hidden, value: AsyncGeneratorPrototype },
    constructor: { ...hidden, value: AsyncGeneratorFunction },
    [Symbol.toStringTag]: { ...hidden, value: 'AsyncGeneratorFunction' },
  }),
  writable: false,
});
Object.defineProperty(AsyncGeneratorPrototype, 'constructor', { ...hidden, value: AsyncGeneratorFunction.prototype });
for (const kind of ['next', 'return', 'throw']) {
  const method = { [kind](value) {
    const body = bodies.get(this);
    if (body === undefined) {
      return Promise.reject(new TypeError(`${kind} method called on incompatible receiver ${String(this)}`));
    }
    return body.enqueue(kind, value);
  } }[kind];
  Object.defineProperty(AsyncGeneratorPrototype, kind, { value: method, writable: true, configurable: true, enumerable: false });
}
Object.defineProperty(AsyncGeneratorPrototype, Symbol.toStringTag, { value: 'AsyncGenerator', configurable: true });

// isAsyncGenerator says that an object is an async generator.
function isAsyncGenerator(object) { return bodies.has(object); }

// generator makes the async generator object of a call of the function callee.
function generator(self, args, body, callee) {
  const { prototype } = callee;
  const hasPrototype = prototype !== null && (typeof prototype === 'object' || typeof prototype === 'function');
  const object = Object.create(hasPrototype ? prototype : AsyncGeneratorPrototype);
  bodies.set(object, new Body(Reflect.apply(body, self, args ?? [])));
  return object;
}

// yieldStar is what "yield*" iterates over: each of its steps is first a promise
// of a result, then the result.
function yieldStar(iterable) {
  const make = iterable[Symbol.asyncIterator];
  const isAsync = make !== undefined && make !== null;
  const iterator = isAsync ? Reflect.apply(make, iterable, []) : iterable[Symbol.iterator]();
  let waiting = false;
  const step = (kind) => (value) => {
    if (waiting) {
      waiting = false;
      if (kind === 'throw') throw value;
      return value;
    }
    waiting = true;
    return { done: false, value: new Await(isAsync ? iterator[kind](value) : fromSync(iterator[kind](value)), true) };
  };
  const steps = { [Symbol.iterator]: () => steps, next: step('next') };
  steps.throw = iterator.throw === undefined ? closeAndFail(iterator) : step('throw');
  if (iterator.return !== undefined) steps.return = step('return');
  return steps;
}

// fromSync awaits the value of a result of an iterator that is not async.
async function fromSync({ value, done }) { return { value: await value, done }; }

function closeAndFail(iterator) {
  return () => {
    if (iterator.return !== undefined) iterator.return();
    throw new TypeError('The iterator does not provide a \'throw\' method');
  };
}

module.exports = { AsyncGeneratorFunction, Await, generator, isAsyncGenerator, yieldStar };
