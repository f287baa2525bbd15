// Top-level await: order among modules, errors, and what waits for what.
import './fixtures/esm/await-a.mjs';
import { value } from './fixtures/esm/await-b.mjs';
import './fixtures/esm/sync-c.mjs';
console.log('main', value);
export const own = await Promise.resolve('own');
console.log(own);
try {
  await import('./fixtures/esm/await-throws.mjs');
} catch (e) {
  console.log('caught', e.message);
}
try {
  await import('./fixtures/esm/await-throws.mjs');
} catch (e) {
  console.log('again', e.message);
}
try {
  await import('./fixtures/esm/throws.mjs');
} catch (e) {
  console.log('caught', e.message);
}
const results = await Promise.allSettled([import('./fixtures/esm/throws.mjs'), import('./fixtures/esm/uses-throws.mjs'), import('./fixtures/esm/nested.mjs')]);
console.log(results.map((r) => r.reason?.message ?? r.status));
for (const f of [async () => 1, () => 2]) console.log(await f());
{ const inner = await new Promise((resolve) => setTimeout(resolve, 1, 'waited')); console.log(inner); }
console.log(await import('./fixtures/esm/await-b.mjs'));
