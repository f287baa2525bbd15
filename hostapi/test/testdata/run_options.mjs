// run(): what it says of its options.
import { run } from 'node:test';
const show = (name, f) => { try { const s = f(); console.log(name, typeof s.on); s.resume?.(); } catch (e) { console.log(name, e.name, e.code, e.message); } };
for (const o of [5, null, { files: 5 }, { setup: 5 }, { signal: 5 }, { concurrency: 'x' }, { concurrency: -1 }, { timeout: -1 }, { timeout: 'x' }, { testNamePatterns: 5 }, { testNamePatterns: [5] }, { shard: 5 }, { shard: { index: 0, total: 2 } }, { shard: { index: 3, total: 2 } }, { shard: { index: 1 } }, { shard: { index: 1, total: 2 }, watch: true }, { forceExit: 5 }, { forceExit: true, watch: true }, { only: 5 }, { inspectPort: 'x' }, { inspectPort: 99999999 }, { coverage: 1 }]) show(JSON.stringify(o), () => run({ ...(o ?? {}), ...(typeof o === 'object' && o && !o.files ? { files: [] } : {}), ...(typeof o !== 'object' || o === null ? {} : {}) }));
show('5', () => run(5)); show('null', () => run(null));
