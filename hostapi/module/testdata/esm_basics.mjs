// Imports and exports of every form, live and in order.
import def, { a, b as renamed, 'odd name' as odd, count, increment } from './fixtures/esm/all-forms.mjs';
import * as all from './fixtures/esm/all-forms.mjs';
import { default as again } from './fixtures/esm/all-forms.mjs';
import anonymous from './fixtures/esm/anonymous-function.mjs';
import AnonymousClass from './fixtures/esm/anonymous-class.mjs';
import arrow from './fixtures/esm/arrow.mjs';
import expression from './fixtures/esm/expression.mjs';
import { star1, star2, nested } from './fixtures/esm/stars.mjs';
import data from './fixtures/data.json' with { type: 'json' };
import common, { answer } from './fixtures/esm/common.cjs';
import fs, { readFileSync } from 'node:fs';
import path from 'path';
export { a as 'exported again', def as default };
export * as self from './esm_basics.mjs';
import { self } from './esm_basics.mjs';

console.log(def.name, def === again, a, renamed, odd, count);
increment();
console.log(count, all.count);
console.log(all);
console.log(anonymous.name, anonymous(), AnonymousClass.name, new AnonymousClass().x, arrow.name, expression);
console.log(anonymous.toString());
console.log(String(AnonymousClass));
console.log(star1, star2, nested.deep);
console.log(data, common, answer, typeof require, typeof module, typeof exports, typeof __filename, this);
console.log(fs.readFileSync === readFileSync, path.sep);
console.log(Object.keys(self), self['exported again']);
console.log(import.meta.url.startsWith('file:///'), import.meta.url.endsWith('/esm_basics.mjs'));
console.log(path.basename(import.meta.filename), path.basename(import.meta.dirname));
console.log(import.meta === import.meta, Object.getPrototypeOf(import.meta), Object.keys(import.meta));
console.log(import.meta.resolve('fs'), import.meta.resolve('./x.js').endsWith('/testdata/x.js'));
for (const attempt of [() => { count = 1; }, () => { all = 1; }, () => { increment++; }, () => { [def] = []; }]) {
  try { attempt(); } catch (e) { console.log(e.name, e.message); }
}
console.log(typeof count, `${(() => { let count = 'shadowed'; return count; })()}`, ((def) => def)('parameter'));
const { stack } = (() => { const failed = function here() { return new Error('x'); }; return failed(); })();
console.log(/here \(file:\/\/.*esm_basics\.mjs:37:68/.test(stack) || stack);
label: for (const x of [/re/g, 4 / 2 / 1]) { console.log(`${x}`); continue label; }
console.log((await import('./fixtures/esm/common.cjs')).default === common, await import('./fixtures/esm/arrow.mjs') === await import('./fixtures/esm/arrow.mjs'));
