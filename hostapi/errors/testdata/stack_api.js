// Error.captureStackTrace, Error.stackTraceLimit, Error.prepareStackTrace and call sites.
const first = (stack, n = 1) => String(stack).split('\n').slice(0, n).join('|').replaceAll(__dirname, '');
const d = Object.getOwnPropertyDescriptor;

// The property.
{
  const { value, ...rest } = d(new Error('x'), 'stack');
  console.log(typeof value, rest, Reflect.ownKeys(new Error('x', { cause: 1 })), Object.keys(new Error('x')), JSON.stringify(new Error('x')));
  const e = new Error('m');
  console.log('stack' in e, Object.hasOwn(e, 'stack'), delete e.stack, e.stack, Object.hasOwn(e, 'stack'));
  e.stack = 'own'; console.log(e.stack, d(e, 'stack'));
  const inherits = Object.create(new Error('proto'));
  console.log(first(inherits.stack), Object.getOwnPropertyNames(inherits)); inherits.stack = 'z'; console.log(d(inherits, 'stack'));
  const frozen = Object.freeze(new Error('frozen')); console.log(first(frozen.stack), d(frozen, 'stack').writable);
  const sealed = Object.preventExtensions(new Error('sealed')); console.log(first(sealed.stack));
  const defined = Object.defineProperty(new Error('defined'), 'stack', { enumerable: true }); console.log(first(defined.stack), Object.keys(defined));
  const assigned = new Error('a'); assigned.stack = 5; console.log(assigned.stack, Object.getOwnPropertyNames(assigned));
  for (const key in Object.assign(new Error('f'), { k: 1 })) console.log(key);
  const { stack, ...others } = Object.assign(new Error('s'), { k: 1 }); console.log(typeof stack, others);
  const spread = { ...new Error('sp') }; console.log(spread, Object.entries(new Error('q')));
  console.log(Object.getOwnPropertyNames(Error('called')), first(Error('called').stack, 2), first(new TypeError().stack), first(RangeError('r').stack, 2));
}

// The header has the name and the message of the moment when it is read first.
{
  const e = new Error('a'); e.message = 'b'; e.name = 'N'; console.log(first(e.stack)); e.message = 'c'; console.log(first(e.stack));
  class Plain extends Error {} console.log(first(new Plain('x').stack));
  class Named extends Error { constructor(m) { super(m); this.name = 'Foo' } } console.log(first(new Named('x').stack, 2));
  class Getter extends Error { get name() { return 'G' } } console.log(first(new Getter('x').stack, 2));
  class Default extends Named {} class Default2 extends Default {} console.log(first(new Default('x').stack, 2), first(new Default2('x').stack, 2), first(Reflect.construct(Error, ['r'], Named).stack, 2));
  class Deep extends Named { constructor() { super('deep') } } console.log(first(new Deep().stack, 2));
  console.log(first(new Error('two\nlines').stack, 2), first(new Error('').stack, 1), first(Object.assign(new Error('m'), { name: '' }).stack));
  function Old(m) { this.message = m; Error.captureStackTrace(this, Old) }
  Old.prototype = Object.create(Error.prototype); Old.prototype.name = 'Old';
  console.log(first(new Old('x').stack, 2), Object.keys(new Old('x')), new Old('x') instanceof Error, Object.prototype.toString.call(new Old('x')));
  const thrower = new Error('t'); Object.defineProperty(thrower, 'name', { get() { throw 1 } }); try { thrower.stack } catch (x) { console.log('thrown', x) }
}

// captureStackTrace.
{
  const plain = {}; console.log(Error.captureStackTrace(plain), first(plain.stack, 2), Object.keys(plain), d(plain, 'stack').enumerable);
  function outer() { return inner() } function inner() { const o = {}; Error.captureStackTrace(o, outer); return o }
  console.log(first(outer().stack, 2)); const none = {}; Error.captureStackTrace(none, () => {}); console.log(none.stack);
  for (const target of [1, null, undefined, 'x']) try { Error.captureStackTrace(target) } catch (e) { console.log(e.name) }
  try { Error.captureStackTrace(Object.freeze({})) } catch (e) { console.log(e.name, e.message) }
  const array = [1]; Error.captureStackTrace(array); console.log(first(array.stack), array.length);
  const fn = () => {}; Error.captureStackTrace(fn); console.log(first(fn.stack, 2));
  const again = new Error('again'); again.stack; Error.captureStackTrace(again); console.log(first(again.stack), Reflect.ownKeys(again));
  const known = { a: 1, b: 2 }; Error.captureStackTrace(known); known.c = 3; console.log(Object.getOwnPropertyNames(known), known);
}

// stackTraceLimit.
{
  const descriptor = d(Error, 'stackTraceLimit'); console.log(descriptor, d(Error, 'captureStackTrace'), Error.captureStackTrace.length);
  const recurse = (n) => (n === 0 ? new Error('z') : recurse(n - 1));
  for (const limit of [0, 1, 2.7, -1, NaN, Infinity, 'x', undefined, null, {}, true, 3n]) {
    Error.stackTraceLimit = limit;
    const { stack } = recurse(20); console.log(limit, stack === undefined ? stack : limit === Infinity ? stack.split('\n').length > 20 : stack.split('\n').length - 1);
  }
  delete Error.stackTraceLimit; console.log(new Error('z').stack); Error.stackTraceLimit = 10;
}

// prepareStackTrace.
{
  let calls = 0;
  Error.prepareStackTrace = function (e, s) { calls++; return [this === Error, e.message, Array.isArray(s), String(s[0]).replace(__dirname, '')].join() };
  const e = new Error('later'); console.log(calls); console.log(e.stack); console.log(e.stack, calls);
  const unread = new Error('unread'); Error.prepareStackTrace = undefined; console.log(first(unread.stack), calls);
  Error.prepareStackTrace = () => { throw new Error('in prepare') };
  const bad = new Error('bad'); try { bad.stack } catch (x) { Error.prepareStackTrace = undefined; console.log('caught', x.message) }
  Error.prepareStackTrace = () => typeof new Error('nested').stack; console.log(new Error('x').stack);
  Error.prepareStackTrace = 5; console.log(first(new Error('num').stack));
  Error.prepareStackTrace = (x, s) => s;
  const [site] = (function fn() { return new Error('q') }).call({ a: 1 }).stack;
  console.log(Object.getOwnPropertyNames(Object.getPrototypeOf(site)), Reflect.ownKeys(site), String(site).replace(__dirname, ''), site, JSON.stringify(site), Object.prototype.toString.call(site));
  for (const k of Object.getOwnPropertyNames(Object.getPrototypeOf(site))) if (!/constructor|Hash|Position/.test(k)) console.log(k, String(site[k]()).replace(__dirname, ''));
  console.log(d(Object.getPrototypeOf(site), 'getThis'), site.getThis(), site.getFunction());
  const strict = (function () { 'use strict'; return new Error('q').stack[0] }).call({});
  console.log(strict.getThis(), strict.getFunction(), strict.getTypeName(), strict.isToplevel(), strict.getFunctionName(), strict.getMethodName());
  const native = [1].map(() => new Error('q').stack)[0][1];
  console.log(native.toString(), native.isNative(), native.getFileName(), native.getLineNumber(), native.getColumnNumber(), native.getTypeName(), native.getFunctionName(), native.getMethodName());
  const made = new (class Q { constructor() { this.s = new Error('q').stack[0] } })().s;
  console.log(made.isConstructor(), made.getTypeName(), made.getFunctionName(), made.getMethodName(), made.isToplevel());
  const method = { go() { return new Error('q').stack[0] } }.go(); console.log(method.getTypeName(), method.getMethodName(), method.getFunctionName());
  try { Object.getPrototypeOf(site).getFileName.call({}) } catch (x) { console.log(x.message) }
  try { Object.getPrototypeOf(site).getFileName.call(Object.setPrototypeOf(new Error('no'), Object.getPrototypeOf(site))) } catch (x) { console.log(x.message) }
  Error.stackTraceLimit = 0; console.log(new Error('none').stack); Error.stackTraceLimit = 'a'; console.log(new Error('none').stack);
  Error.stackTraceLimit = 2; const o = {}; Error.captureStackTrace(o); console.log(o.stack.length); Error.captureStackTrace(o, () => {}); console.log(o.stack.length);
  delete Error.prepareStackTrace; Error.stackTraceLimit = 10;
}

// Libraries look at their caller like this.
function callsites() { const prepare = Error.prepareStackTrace; Error.prepareStackTrace = (_, s) => s; const { stack } = new Error(); Error.prepareStackTrace = prepare; return stack.slice(1) }
(function caller() { const [s] = callsites(); console.log(s.getFunctionName(), s.getLineNumber(), s.getColumnNumber(), s.getFileName() === __filename) })();

// Awaiting functions.
async function leaf() { await null; return new Error('async') }
async function middle() { const e = await leaf(); return e }
class R { async go() { return await middle() } }
(async function main() { console.log((await new R().go()).stack.split('\n').filter((l) => !l.includes('node:')).map((l) => l.replace(__dirname, '').replace(/:\d+\)/, ')')).join('\n')) })();
