'use strict';
// One of each kind of value that the language has, as it is compiled here: what goja lacks is
// lowered, written in JavaScript or put behind objects of goja's.
const never = new Promise(() => {});
const sloppy = (0, eval);
const tag = (strings) => strings;

async function* count(to, gate) {
  try {
    for (let i = 0; i < to; i++) yield i;
    await gate;
  } finally {
    log.push('generator ends');
  }
}
const log = [];
const running = count(2, never);
const finished = count(1);
const steps = [];
running.next().then(({ value }) => { steps.push(value); return running.next(); }).then(({ value }) => steps.push(value));
(async () => { for await (const x of finished) log.push(`for await ${x}`); })();
Array.fromAsync([1, Promise.resolve(2), count(1)]).then((all) => log.push(`fromAsync ${all.length}`));

class Base {
  #hidden = 1;
  static #shared = [];
  static { this.made = Base.#shared.push('static block'); }
  get #secret() { return this.#hidden++; }
  static async *values() { yield* this.#shared; }
  read() { return [this.#secret, #hidden in this, #hidden in {}]; }
  direct() { return [eval('() => this.#hidden'), eval('(v) => { this.#hidden = v; }'), eval('() => super.toString === Object.prototype.toString')]; }
}
class Derived extends Base { #own = this.read(); own() { return this.#own; } }
const derived = new Derived();
const direct = new Base().direct();
const template = (() => tag`a${1}b\n`);
const firstTemplate = template();
const locals = (() => { let n = 0; return [eval('() => ++n'), sloppy('(function () { return typeof n; })'), new Function('a', 'b', 'return [a, b, this === undefined].join()')]; })();
const AsyncGeneratorFunction = count.constructor;
const made = [new AsyncGeneratorFunction('yield 1'), new (async () => {}).constructor('await 1; return 2'), new (function* () {}).constructor('yield 3')];

const patterns = [/(?<=\$)\d+(\.\d\d)?/g, /(?<year>\d{4})-(?<month>\d\d)/d, /[\p{L}--[a-z]]/v, /a/y, new RegExp('\\u{1F600}', 'u')];
patterns[3].lastIndex = 1;
const matches = 'a1b2c3'.matchAll(/\d/g);
matches.next();

const target = { name: 'target' };
const weak = { ref: new WeakRef(target), registry: new FinalizationRegistry(() => {}), map: new WeakMap([[target, 'kept']]) };
weak.registry.register(target, 'held', target);
const shared = new SharedArrayBuffer(16);
const binary = { ints: new Int32Array(shared), big: new BigUint64Array([5n, 2n ** 63n]), buffer: Buffer.from('text'), view: new DataView(shared, 4) };
const clone = structuredClone({ map: new Map([[{ k: 1 }, new Set([1n])]]), date: new Date(5), error: new RangeError('cloned'), pattern: /x/gi, bytes: new Uint8Array([1, 2]) });

function failing(options) { return new Error('failed', options); }
const errors = [failing({ cause: new TypeError('cause') }), new AggregateError([failing()], 'several'), (() => { try { null.x; } catch (e) { return e; } })()];
const captured = {};
Error.captureStackTrace(captured);
let sites;
Error.prepareStackTrace = (_, all) => { sites = all; return 'prepared'; };
const prepared = failing().stack;
Error.prepareStackTrace = undefined;

const bound = [parseInt.bind(null, '11'), Date.bind(null, 7), JSON.stringify.bind(JSON), Promise.resolve.bind(Promise), String.prototype.replaceAll.bind('aba', 'a'), RegExp.bind(null, 'r', 'g'), (async (v) => v).bind(null, 'async')];
const proxies = [new Proxy(parseInt, {}), new Proxy(Derived, {}), new Proxy({}, { get: (_, key) => String(key) })];
const revocable = Proxy.revocable({}, {});
const intl = { number: new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' }), date: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC' }), compare: new Intl.Collator('de').compare };
const promises = { all: Promise.all([never, 1]), any: Promise.any([never]), race: Promise.race([never]), settled: Promise.allSettled([1, never]), resolvers: Promise.withResolvers(), end: never.finally(() => {}) };
promises.resolvers.promise.then((v) => log.push(v));
const grouped = [Object.groupBy([1, 2, 3], (n) => (n % 2 ? 'odd' : 'even')), Map.groupBy([1, 2], (n) => n > 1)];
const iterable = { [Symbol.asyncIterator]() { return this; }, [Symbol.iterator]: function* () { yield 1; yield 2; } };

let turns = 0;
const check = () => [
  turns, steps, log, derived.read(), derived.own(), Base.made, direct[0](), direct[1](direct[0]() + 1), direct[2](), template() === firstTemplate, firstTemplate.raw[1],
  locals[0](), locals[1](), locals[2](1, 2), made.map((f) => f.name + f.constructor.name), made[2]().next().value, Object.prototype.toString.call(running), typeof running.return,
  'cost $12.50'.match(patterns[0]), patterns[1].exec('2026-11').groups.month, patterns[1].exec('2026-11').indices.groups.year, patterns[2].test('Q'), patterns[2].test('q'), patterns[3].test('ba'), patterns[3].lastIndex, patterns[4].source,
  [...matches].length, weak.ref.deref() === target, weak.map.get(target), weak.registry.unregister(target), weak.registry.unregister(target),
  Atomics.add(binary.ints, 1, 5), binary.view.getInt32(0, true), binary.big[1], binary.buffer.toString('hex'), shared instanceof SharedArrayBuffer,
  [...clone.map.keys()][0].k, [...clone.map.values()][0].has(1n), clone.date.getTime(), clone.error.message, clone.pattern.flags, clone.bytes.length,
  errors.map((e) => e.stack), errors[0].cause.stack, errors[1].errors[0].message, captured.stack, prepared, sites.map(String), sites[0].getFunctionName(), sites[0].getFileName() === __filename,
  bound[0](2), new bound[1]().getTime(), bound[2]([1]), bound[3](1) instanceof Promise, bound[4]('c'), new bound[5]().flags, bound[6]() instanceof Promise, proxies[0]('9'), new proxies[1]().own(), proxies[2].any,
  (() => { try { revocable.proxy.x; revocable.revoke(); return revocable.proxy.x; } catch (e) { return e.message; } })(),
  intl.number.format(1234.5), intl.date.format(0), ['z', 'ä', 'a'].sort(intl.compare), Object.keys(promises).map((k) => String(promises[k])),
  Object.keys(grouped[0]), [...grouped[1].keys()], [...iterable], iterable[Symbol.asyncIterator]() === iterable,
].join('\n');
(function step() {
  console.log(check());
  if (++turns === 2) promises.resolvers.resolve('resolved');
  if (turns < 4) setTimeout(step, 1);
})();
