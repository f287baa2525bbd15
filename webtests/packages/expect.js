// jest's expect: matchers that pass, and the messages of those that fail.
const { expect } = require('expect');
const assert = require('assert');

let passed = 0;
function fails(name, check) {
  try { check(); } catch (e) { console.log(`${name}: ${e.constructor.name} ${e.message.replace(/\x1b\[\d+m/g, '')}`); return; }
  console.log(`${name}: passed`);
  passed++;
}
const object = { a: 1, b: { c: [1, 2, { d: 'x' }] }, f() {}, u: undefined, s: new Set([1]), m: new Map([['k', { v: 1 }]]), date: new Date(0), re: /x/g, [Symbol.for('sym')]: 1 };
const mock = Object.assign((...args) => args, { _isMockFunction: true, getMockName: () => 'mock', mock: { calls: [[1, 2], ['a']], results: [{ type: 'return', value: 3 }, { type: 'throw', value: new Error('m') }], lastCall: ['a'] } });
const checks = {
  toBe: () => expect(1).toBe(2), toBeObject: () => expect({ a: 1 }).toBe({ a: 1 }), notToBe: () => expect(NaN).not.toBe(NaN), zero: () => expect(0).toBe(-0),
  toEqual: () => expect(object).toEqual({ ...object, b: { c: [1, 3, { d: 'y' }] } }), toEqualUndefined: () => expect({ a: undefined, b: 2 }).toEqual({ b: 2 }), toStrictEqual: () => expect({ a: undefined, b: 2 }).toStrictEqual({ b: 2 }),
  classes: () => expect(new (class A { constructor() { this.x = 1; } })()).toStrictEqual({ x: 1 }), sparse: () => expect([, 1]).toStrictEqual([undefined, 1]), text: () => expect('one\ntwo\nthree').toEqual('one\n2\nthree'), words: () => expect('the quick brown').toBe('the quiet brown'),
  sets: () => expect(new Set([1, { a: 2 }])).toEqual(new Set([{ a: 3 }, 1])), maps: () => expect(new Map([[{ k: 1 }, 'a']])).toEqual(new Map([[{ k: 1 }, 'b']])), typed: () => expect(new Uint8Array([1, 2])).toEqual(new Uint8Array([1, 3])), errors: () => expect(new Error('a')).toEqual(new Error('b')), dates: () => expect(new Date(0)).toEqual(new Date(1)), bigint: () => expect(1n).toBe(2n), symbols: () => expect(Symbol.for('a')).toBe(Symbol.for('b')),
  match: () => expect(object).toMatchObject({ b: { c: [1, 2, { d: expect.stringMatching(/^y/) }] } }), asymmetric: () => expect({ a: 'abc', n: 5, l: [3, 1, 2], o: { x: 1, y: 2 } }).toEqual({ a: expect.stringContaining('b'), n: expect.any(Number), l: expect.arrayContaining([1, 2]), o: expect.objectContaining({ x: 1 }) }), notAsymmetric: () => expect({ a: 1 }).toEqual({ a: expect.not.objectContaining({}) }), closeTo: () => expect({ x: 0.1 + 0.2 }).toEqual({ x: expect.closeTo(0.3) }), anything: () => expect(null).toEqual(expect.anything()),
  truthy: () => expect(0).toBeTruthy(), falsy: () => expect('').toBeFalsy(), defined: () => expect(undefined).toBeDefined(), isNull: () => expect(undefined).toBeNull(), nan: () => expect(1).toBeNaN(), greater: () => expect(1).toBeGreaterThan(2n), close: () => expect(0.1 + 0.2).toBeCloseTo(0.31), instance: () => expect([]).toBeInstanceOf(Map),
  contain: () => expect([1, 2]).toContain(3), containText: () => expect('abc').toContain('x'), containEqual: () => expect([{ a: 1 }]).toContainEqual({ a: 2 }), length: () => expect([1]).toHaveLength(2), lengthBad: () => expect(5).toHaveLength(1), property: () => expect(object).toHaveProperty('b.c.2.d', 'y'), propertyPath: () => expect(object).toHaveProperty(['b', 'z']), matchText: () => expect('abc').toMatch(/^b/), matchBad: () => expect(5).toMatch('x'),
  throws: () => expect(() => {}).toThrow(), throwsText: () => expect(() => { throw new TypeError('real'); }).toThrow('other'), throwsClass: () => expect(() => { throw new TypeError('real'); }).toThrow(RangeError), throwsRegExp: () => expect(() => { throw new Error('real'); }).toThrow(/real/), throwsNot: () => expect(() => { throw new Error('unwanted'); }).not.toThrow('unwanted'), throwsObject: () => expect(() => { throw new Error('a'); }).toThrow(new Error('b')),
  called: () => expect(mock).toHaveBeenCalledWith(1, 3), calledTimes: () => expect(mock).toHaveBeenCalledTimes(3), lastCalled: () => expect(mock).toHaveBeenLastCalledWith('b'), nthCalled: () => expect(mock).toHaveBeenNthCalledWith(1, 1, 2), returned: () => expect(mock).toHaveReturnedWith(4), notMock: () => expect(() => {}).toHaveBeenCalled(), noMatcherArgument: () => expect(1).toBeGreaterThan('x'), deep: () => expect({ a: { b: { c: { d: [1, { e: 'f' }] } } } }).toEqual({ a: { b: { c: { d: [1, { e: 'g' }] } } } }), circular: () => { const a = { x: 1 }; a.self = a; const b = { x: 2 }; b.self = b; expect(a).toEqual(b); },
};
for (const name in checks) fails(name, checks[name]);

expect.extend({
  toBeWithin(received, low, high) { const pass = received >= low && received <= high; return { pass, message: () => `${this.utils.matcherHint('toBeWithin', undefined, undefined, { isNot: this.isNot })}\n${this.utils.printReceived(received)} in ${this.utils.printExpected([low, high])}` }; },
  async toResolveTo(received, value) { const got = await received; return { pass: this.equals(got, value), message: () => `resolved to ${got}` }; },
});
fails('extended', () => expect(5).toBeWithin(6, 9));
fails('extended not', () => expect(5).not.toBeWithin(1, 9));
fails('extended asymmetric', () => expect({ a: 5 }).toEqual({ a: expect.toBeWithin(1, 3) }));
(async () => {
  const problem = (p) => p.then(() => 'passed', (e) => e.message.replace(/\x1b\[\d+m/g, ''));
  console.log(await problem(expect(Promise.resolve(1)).resolves.toBe(2)));
  console.log(await problem(expect(Promise.reject(new Error('rejected'))).resolves.toBe(2)));
  console.log(await problem(expect(Promise.reject(new Error('rejected'))).rejects.toThrow('rej')));
  console.log(await problem(expect(Promise.resolve(1)).rejects.toBe(1)));
  console.log(await problem(expect(Promise.resolve(3)).toResolveTo(4)));
  expect.assertions(2);
  expect(1).toBe(1);
  console.log(expect.extractExpectedAssertionsErrors().map((e) => e.actual), passed);
  const { equals } = require('@jest/expect-utils');
  console.log(equals([1, { a: NaN }], [1, { a: NaN }]), equals(new Set([[1]]), new Set([[1]])));
  const { diff } = require('jest-diff');
  console.log(diff({ a: [1, 2, 3], b: 'x\ny' }, { a: [1, 3], b: 'x\nz' }, { expand: false, aColor: String, bColor: String, commonColor: String, changeColor: String, patchColor: String }));
  const { format, plugins } = require('pretty-format');
  console.log(format(object, { plugins: [plugins.AsymmetricMatcher], min: false, printFunctionName: true }), format([new Error('e'), -0, 1n, () => {}, new (class Named {})(), Buffer.from('b'), new WeakMap(), Promise.resolve(), function named() {}, Object.create(null)], { highlight: false, maxDepth: 2 }));
})();
