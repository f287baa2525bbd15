test('no leak', () => { expect(typeof leak).toBe('undefined'); });
test('vars', () => { global.zork = 1; expect(zork).toBe(1); delete global.zork; expect(typeof zork).toBe('undefined'); });
test('buffer', () => { expect(Buffer.from('a')).toEqual(Buffer.from('a')); expect(Buffer.from('a') instanceof Uint8Array).toBe(true); });
test('errors', () => { expect(new Error('x') instanceof Error).toBe(true); try { require('fs').readFileSync('/nope'); } catch (e) { expect(e.code).toBe('ENOENT'); } });
test('console', () => { console.log('hello from test'); });
