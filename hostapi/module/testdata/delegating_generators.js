// clock: virtual
'use strict';
// yield* in generators, beside asynchronous ones and in them.
function* tree(n) {
  try {
    if (n > 0) {
      yield* tree(n - 1);
      yield n;
      yield* tree(n - 1);
    }
    return `tree ${n}`;
  } finally { yield `end ${n}`; }
}
const walk = tree(2);
console.log(walk.next(), walk.next(), walk.return('stop'), [...walk]);
class Both {
  *[Symbol.iterator]() { console.log('iterator'); yield 1; yield 2; }
  async *[Symbol.asyncIterator]() { console.log('asyncIterator'); yield 3; }
  *all() { const result = yield* this; yield typeof result; }
  async *later() { yield* this; yield* [Promise.resolve(4)]; return yield* tree(0); }
  static *of(...items) { yield* items; yield* 'ab'; yield* new Map([[1, 2]]); }
}
console.log([...new Both().all()], [...Both.of(7, 8)]);
const sent = (function* () { const got = yield* (function* () { try { return yield 1; } catch (e) { return `caught ${e}`; } })(); yield got; })();
console.log(sent.next('lost'), sent.next('sent'), sent.next());
const thrown = (function* () { yield* (function* () { try { yield 1; } catch (e) { yield `caught ${e}`; } })(); })();
console.log(thrown.next(), thrown.throw('it'), thrown.next());
const object = { *g() { yield* { [Symbol.iterator]: () => ({ next: (v) => ({ done: v === 'x', value: v }) }) }; } };
const g = object.g();
console.log(g.next(), g.next('y'), g.next('x'));
try { [...(function* () { yield* 5; })()]; } catch (e) { console.log(e.name); }
console.log([...eval('(async function* () {}, function* () { yield* [1, 2]; })')()]);
(async () => {
  const later = new Both().later();
  for (let i = 0; i < 5; i++) console.log(await later.next());
})();
