describe('calc', () => {
  let n = 0;
  beforeEach(() => { n++; });
  it('adds', () => { expect(1 + 1).toBe(2); });
  it('fails', () => { expect({ a: [1] }).toEqual({ a: [2] }); });
  it('async', async () => { await new Promise((r) => setTimeout(r, 1)); expect(n).toBe(3); });
  it('rejects', async () => { await expectAsync(Promise.reject(new Error('x'))).toBeRejectedWithError('x'); });
  it('done', (done) => setTimeout(done, 1));
  it('throws', () => { throw new TypeError('boom'); });
  xit('pending', () => {});
  it('spies', () => { const o = { m: () => 1 }; spyOn(o, 'm').and.returnValue(3); expect(o.m(1)).toBe(3); expect(o.m).toHaveBeenCalledWith(2); });
  it('clock', () => { jasmine.clock().install(); const f = jasmine.createSpy('f'); setTimeout(f, 100); jasmine.clock().tick(100); expect(f).toHaveBeenCalled(); jasmine.clock().uninstall(); });
  it('no expectations', () => {});
});
