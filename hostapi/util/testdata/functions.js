'use strict';
// The functions of util apart from inspect and format.
const util = require('util');

const show = (...values) => console.log(...values);
function attempt(fn) {
  try {
    show(fn());
  } catch (error) {
    show(error.name, error.code, error.message);
  }
}
show(Object.keys(util).sort().join());

// promisify
function plus(x, callback) { callback(null, x + 1); }
const promised = util.promisify(plus);
show(promised.name, promised.length, promised[util.promisify.custom] === promised, util.promisify(promised) === promised);
promised(1).then((value) => show('promised', value));
util.promisify((callback) => callback(new Error('bad')))().catch((error) => show('rejected', error.message));
util.promisify((callback) => callback(null, 1, 2))().then((value) => show('first value', value));
const object = { x: 5, method(callback) { callback(null, this.x); } };
object.promised = util.promisify(object.method);
object.promised().then((value) => show('this', value));
plus[util.promisify.custom] = () => 'custom';
show(util.promisify(plus)());
plus[util.promisify.custom] = 5;
attempt(() => util.promisify(plus));
attempt(() => util.promisify());
show(util.promisify.custom);

// callbackify
util.callbackify(async (a) => a * 2)(4, (error, value) => show('called back', error, value));
util.callbackify(async () => { throw new Error('no'); })((error) => show('error', error.message));
for (const reason of [null, 0, '', 'text']) {
  util.callbackify(() => Promise.reject(reason))((error) => show('reason', error.message, error.code, error.reason));
}
const callbackified = util.callbackify(async function abc(a, b) {});
show(callbackified.name, callbackified.length);
attempt(() => callbackified());
attempt(() => callbackified(5));
attempt(() => util.callbackify(5));

// deprecate
process.emitWarning = (...args) => show('warning', ...args.map((arg) => (typeof arg === 'function' ? arg.name : arg)));
const deprecated = util.deprecate(function foo(a) { return [this?.q, a]; }, 'old', 'DEP9');
show(deprecated.call({ q: 1 }, 2), deprecated.call({ q: 1 }, 3));
const withoutCode = util.deprecate(() => 1, 'old too');
show(withoutCode(), withoutCode(), util.deprecate(() => 2, 'same code', 'DEP9')());
class Old { constructor(a) { this.a = a; } }
const OldClass = util.deprecate(Old, 'class');
show(new OldClass(5), new OldClass(1) instanceof Old);
attempt(() => util.deprecate(() => {}, 'x', 5));

// inherits
function Base() {}
function Derived() {}
util.inherits(Derived, Base);
show(new Derived() instanceof Base, Derived.super_ === Base, Object.getOwnPropertyDescriptor(Derived, 'super_'));
attempt(() => util.inherits());
attempt(() => util.inherits(class {}, 5));
attempt(() => util.inherits(class {}, {}));

// System errors
attempt(() => util.getSystemErrorName(-2));
attempt(() => util.getSystemErrorName(-99999));
attempt(() => util.getSystemErrorName(2));
attempt(() => util.getSystemErrorName('x'));
attempt(() => util.getSystemErrorName(-1.5));
for (const [errno, [name, text]] of util.getSystemErrorMap()) show(errno, name, text);
attempt(() => util._errnoException(-2, 'call').message);
attempt(() => Object.entries(util._exceptionWithHostPort(-111, 'connect', '1.2.3.4', 80, 'here')));

// Texts
attempt(() => util.toUSVString('a\ud800b\udc00\ud83d\ude00'));
attempt(() => util.toUSVString(5));
attempt(() => util.stripVTControlCharacters('\x1b[31mx\x1b[0m\u009b1my\x1b]8;;http://a\x07z'));
attempt(() => util.stripVTControlCharacters(5));
attempt(() => util.styleText(['red', 'bold'], 'x', { validateStream: false }).replaceAll('\x1b', '^'));
attempt(() => util.styleText('grey', 'x', { validateStream: false }).replaceAll('\x1b', '^'));
attempt(() => util.styleText('nocolor', 'x', { validateStream: false }));
attempt(() => util.styleText('red', 5, { validateStream: false }));
attempt(() => util.parseEnv('A=1\nB="x y"\n# c\nexport C=\'q\'\nD=a b # comment\nE="multi\nline"\nF=\n  G  =  h  \n' +
  'H=`a"b\'`\nI="a\\nb"\nJ=\'a\\nb\'\nK=x#y\nL="unclosed\nM=1'));
attempt(() => util.parseEnv(5));

// Old predicates
const samples = [[], true, null, undefined, 1, 'x', Symbol('s'), /x/, {}, new Date(0), new Error('e'), () => 1];
for (const name of Object.keys(util).filter((key) => /^is[A-Z]/.test(key) && key !== 'isDeepStrictEqual').sort()) {
  show(name, samples.map((value) => +util[name](value)).join(''));
}
attempt(() => util._extend({ a: 1 }, { b: 2 }));
attempt(() => util._extend({ a: 1 }, 5));

// debuglog without NODE_DEBUG
const log = util.debuglog('section', (write) => show('first call', typeof write));
show(log.enabled, log('nothing'), log.name, util.debug === util.debuglog);
