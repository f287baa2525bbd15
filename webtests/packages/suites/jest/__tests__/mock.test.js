jest.mock('../lib/sum', () => ({ sum: jest.fn(() => 42) }));
const { sum } = require('../lib/sum');
test('mocked', () => { expect(sum(1, 2)).toBe(42); expect(sum).toHaveBeenCalledWith(1, 2); });
test('spy', () => { const o = { m: () => 1 }; const s = jest.spyOn(o, 'm').mockReturnValue(7); expect(o.m()).toBe(7); expect(s).toHaveBeenCalledTimes(2); });
test('fake timers', () => { jest.useFakeTimers(); const f = jest.fn(); setTimeout(f, 1000); jest.advanceTimersByTime(1000); expect(f).toHaveBeenCalled(); jest.useRealTimers(); });
test('actual', () => { expect(jest.requireActual('../lib/sum').sum(1, 1)).toBe(2); });
test('isolate', () => { let a, b; jest.isolateModules(() => { a = jest.requireActual('../lib/sum'); }); jest.isolateModules(() => { b = jest.requireActual('../lib/sum'); }); expect(a).not.toBe(b); });
test('globals', () => { expect(typeof setImmediate).toBe('function'); expect(process.env.NODE_ENV).toBe('test'); expect(this).toEqual({}); globalThis.leak = 1; });
