'use strict';
// domain: errors of what a piece of a program started go to one place. A domain
// is entered again for each callback that was started within it.

const EventEmitter = require('events');
const { createHook, executionAsyncResource } = require('async_hooks');
const { codes: { ERR_DOMAIN_CALLBACK_NOT_AVAILABLE, ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE } } = require('internal/errors');
const errors = require('internal/process/errors');

if (errors.hasCaptureCallback()) throw new ERR_DOMAIN_CALLBACK_NOT_AVAILABLE();

// The domains that were entered, innermost last.
let stack = [];
const self = exports;
self._stack = stack;

let current = null;
Object.defineProperty(process, 'domain', {
  configurable: true,
  enumerable: true,
  get() { return current; },
  set(domain) { current = domain; },
});

process.setUncaughtExceptionCaptureCallback = function setUncaughtExceptionCaptureCallback() {
  throw new ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE();
};

function hidden(object, value) {
  Object.defineProperty(object, 'domain', { configurable: true, enumerable: false, value, writable: true });
}

const isObject = (value) => typeof value === 'object' && value !== null || typeof value === 'function';

function activate(domain) { self.active = process.domain = domain; }

// updateExceptionCapture has uncaught errors come to the innermost domain, as long as one of
// those that were entered listens.
function updateExceptionCapture() {
  errors.setCaptureCallback(null);
  if (stack.some((domain) => domain.listenerCount('error') > 0)) {
    errors.setCaptureCallback((error) => process.domain._errorHandler(error));
  }
}

function leaveAll() {
  stack.length = 0;
  activate(null);
  updateExceptionCapture();
}

const domains = new WeakMap(); // of resources

const hook = createHook({
  init(asyncId, type, triggerAsyncId, resource) {
    if (process.domain === null || process.domain === undefined) return;
    domains.set(resource, process.domain);
    if (type === 'PROMISE') hidden(resource, process.domain);
  },
  before() { domains.get(executionAsyncResource())?.enter(); },
  after() { domains.get(executionAsyncResource())?.exit(); },
});

class Domain extends EventEmitter {
  constructor() {
    super();
    this.members = [];
    hook.enable();
    this.on('removeListener', updateExceptionCapture);
    this.on('newListener', updateExceptionCapture);
  }
}

Object.assign(Domain.prototype, {
  members: undefined,

  // _errorHandler takes an uncaught error. It says whether somebody listened.
  _errorHandler(error) {
    if (isObject(error)) {
      hidden(error, this);
      error.domainThrown = true;
    }
    while (self.active === this) this.exit();
    let caught = false;
    if (stack.length > 0) {
      caught = emitOrPass(this, error);
    } else if (this.listenerCount('error') > 0) {
      errors.setCaptureCallback(null); // what the listener throws is nobody's
      try {
        caught = this.emit('error', error);
      } finally {
        updateExceptionCapture();
      }
    }
    leaveAll();
    return caught;
  },

  enter() {
    activate(this);
    stack.push(this);
    updateExceptionCapture();
  },

  exit() {
    const index = stack.lastIndexOf(this);
    if (index < 0) return;
    stack.splice(index);
    activate(stack[stack.length - 1]);
    updateExceptionCapture();
  },

  add(emitter) {
    if (emitter.domain === this) return;
    if (emitter.domain) emitter.domain.remove(emitter);
    if (this.domain && emitter instanceof Domain) {
      for (let outer = this.domain; outer; outer = outer.domain) {
        if (emitter === outer) return; // it would be within itself
      }
    }
    hidden(emitter, this);
    this.members.push(emitter);
  },

  remove(emitter) {
    emitter.domain = null;
    const index = this.members.indexOf(emitter);
    if (index >= 0) this.members.splice(index, 1);
  },

  run(fn, ...args) {
    this.enter();
    const result = Reflect.apply(fn, this, args);
    this.exit();
    return result;
  },

  intercept(callback) {
    const domain = this;
    return function runIntercepted(error, ...args) {
      if (!(error instanceof Error)) return enterAndCall(domain, callback, this, args);
      error.domainBound = callback;
      error.domainThrown = false;
      hidden(error, domain);
      domain.emit('error', error);
      return undefined;
    };
  },

  bind(callback) {
    const domain = this;
    function runBound(...args) { return enterAndCall(domain, callback, this, args); }
    hidden(runBound, domain);
    return runBound;
  },
});

// emitOrPass emits an error while other domains are entered: what its listener
// throws is theirs.
function emitOrPass(domain, error) {
  try {
    return domain.emit('error', error);
  } catch (second) {
    updateExceptionCapture();
    if (stack.length === 0) throw second;
    activate(stack[stack.length - 1]);
    return process.domain._errorHandler(second);
  }
}

function enterAndCall(domain, callback, receiver, args) {
  domain.enter();
  const result = Reflect.apply(callback, receiver, args);
  domain.exit();
  return result;
}

self.Domain = Domain;
self.createDomain = function createDomain() { return new Domain(); };
self.create = self.createDomain;
self.active = null;

require('internal/domain/emitters').install(self, {
  hidden,
  // without calls fn while the innermost domain and its duplicates are not entered.
  without(fn) {
    const outer = stack;
    const active = process.domain;
    let length = stack.length;
    while (length > 0 && stack[length - 1] === active) length--;
    self._stack = stack = stack.slice(0, length);
    activate(length > 0 ? stack[length - 1] : null);
    updateExceptionCapture();
    fn();
    self._stack = stack = outer;
    activate(active);
    updateExceptionCapture();
  },
});

errors.setRejectionEmitter((reason, promise) => {
  const domain = domains.get(promise);
  return domain === undefined ? process.emit('unhandledRejection', reason, promise) : domain.emit('error', reason);
});
