const { sum } = require('../lib/sum');
describe('sum', () => {
  beforeEach(() => { global.counter = (global.counter || 0) + 1; });
  test('adds', () => { expect(sum(1, 2)).toBe(3); });
  test('fails', () => { expect(sum(1, 2)).toBe(4); });
  test('deep', () => { expect({ a: [1, { b: 2 }] }).toEqual({ a: [1, { b: 3 }] }); });
  test('async', async () => { await new Promise((r) => setTimeout(r, 5)); expect(counter).toBe(4); });
  test('rejects', async () => { await expect(Promise.reject(new Error('no'))).rejects.toThrow('no'); });
  test('arrays', () => { expect([1, 2]).toBeInstanceOf(Array); expect([] instanceof Array).toBe(true); expect(globalThis.Array === Array).toBe(true); });
  test('throws', () => { expect(() => { throw new TypeError('bad'); }).toThrow(TypeError); });
  test.skip('skipped', () => {});
  test.todo('todo');
  test.each([[1, 1, 2], [2, 2, 5]])('each %i+%i', (a, b, c) => { expect(sum(a, b)).toBe(c); });
});
test('snapshot inline', () => { expect({ a: 1 }).toMatchObject({ a: 1 }); });
test('error thrown', () => { null.foo; });
