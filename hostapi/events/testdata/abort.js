// AbortController and AbortSignal.
const { addAbortListener, getEventListeners } = require('events');
const { inspect } = require('util');
const log = console.log;
const failing = (name, run) => {
  try {
    log(name, run());
  } catch (error) {
    log(name, error.name, error.code ?? 'no code', error.message);
  }
};
process.on('uncaughtException', (error) => log('uncaught', error));

const controller = new AbortController();
const { signal } = controller;
log(controller.signal === signal, signal.aborted, signal.reason, signal.onabort);
signal.addEventListener('abort', () => log('first'));
signal.onabort = () => log('never');
signal.addEventListener('abort', (event) => log('third', event.type, event.isTrusted, event.target === signal));
signal.onabort = null;
log(signal.onabort);
signal.onabort = 5;
log(signal.onabort);
signal.onabort = function(event) { log('handler', this === signal, event.constructor.name); };
log(typeof signal.onabort);
controller.abort();
controller.abort('again');
log(signal.aborted, signal.reason.name, signal.reason.code, signal.reason.message, signal.reason instanceof DOMException);
failing('throwIfAborted', () => signal.throwIfAborted());
log(new AbortController().signal.throwIfAborted());

log('-- static functions');
log(AbortSignal.abort().reason.message, AbortSignal.abort('mine').reason, AbortSignal.abort(null).reason);
const a = new AbortController();
const b = new AbortController();
const either = AbortSignal.any([a.signal, b.signal]);
const nested = AbortSignal.any([either, new AbortController().signal]);
a.signal.addEventListener('abort', () => log('a', either.aborted, nested.aborted));
either.addEventListener('abort', () => log('either', a.signal.aborted, nested.aborted));
nested.addEventListener('abort', () => log('nested', either.aborted));
a.abort('because');
b.abort('too late');
log(either.reason, nested.reason, AbortSignal.any([]).aborted, AbortSignal.any([a.signal, b.signal]).reason);
const timeout = AbortSignal.timeout(1);
timeout.onabort = () => log('timeout', timeout.reason.name, timeout.reason.code, timeout.reason.message);
setTimeout(() => log('timer'), 20);

log('-- wrong arguments');
failing('new AbortSignal', () => new AbortSignal());
failing('timeout', () => AbortSignal.timeout(-1));
failing('timeout', () => AbortSignal.timeout());
failing('any', () => AbortSignal.any(1));
failing('any', () => AbortSignal.any([1]));
failing('aborted', () => AbortSignal.prototype.aborted);
failing('addAbortListener', () => addAbortListener());
failing('addAbortListener', () => addAbortListener({}, log));
failing('addAbortListener', () => addAbortListener(b.signal, 1));

log('-- addAbortListener');
const c = new AbortController();
const removed = addAbortListener(c.signal, () => log('removed'));
addAbortListener(c.signal, (event) => log('listener', event.type));
c.signal.addEventListener('abort', (event) => event.stopImmediatePropagation());
addAbortListener(c.signal, () => log('in spite of the stop'));
c.signal.addEventListener('abort', () => log('stopped'));
removed[Symbol.dispose]();
log(getEventListeners(c.signal, 'abort').length);
c.abort();
log(getEventListeners(c.signal, 'abort').length);
addAbortListener(c.signal, (...args) => log('already aborted', args.length));

log('-- shapes');
log(controller, { a: { b: { signal, controller } } }, inspect(signal, { depth: -1 }), String(signal), String(controller));
log(Object.keys(AbortSignal.prototype), Object.keys(AbortController.prototype), AbortSignal.any.length);
const throwing = new AbortController();
throwing.signal.onabort = () => { throw 'thrown by the handler'; };
throwing.signal.addEventListener('abort', () => log('next one'));
throwing.abort();
