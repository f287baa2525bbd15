// Packages: exports and imports maps, conditions, self reference, symbolic links,
// from import and from require.
import { createRequire } from 'module';
import { attempt, resolveFrom } from './fixtures/pkg/esm.js';
const here = import.meta.dirname;
const common = createRequire(import.meta.url)('./fixtures/pkg/cjs.cjs');
const clean = (text) => String(text).replaceAll(here, '');
const show = (e) => `${e.name} ${e.code} ${clean(e.message).split('\nRequire stack')[0]}`;
for (const s of ['pkg', 'pkg/deep/a', 'pkg/deep/b.cjs', 'pkg/deep/private-x', 'pkg/deep/none', 'pkg/nested', 'pkg/package.json', 'pkg/other', 'pkg/',
  '#a', '#dual', '#int/a', '#int/../a', '#bad', '#url', '#none', '#missing', '#nothing', '#', '#/', 'dual', 'dual/lib/index.mjs', '@s/c', '@s/c/x', '@s',
  'old', 'old/lib/index.js', 'old/lib', 'arr', './src/deep/a.js', './src/deep/a', './linked/a.js', './src/link-a.js', './linked/../esm.js', './src/deep',
  'fs', 'node:fs', 'fs/promises', 'test', './package.json']) {
  await attempt(s).then((m) => console.log('import', s, Object.keys(m).length > 9 ? 'many' : m), (e) => console.log('import', s, show(e)));
  try {
    const m = common.attempt(s);
    console.log('require', s, Object.keys(m).length > 9 && typeof m !== 'string' ? 'many' : m);
  } catch (e) { console.log('require', s, show(e)); }
  try { console.log('resolve', s, clean(resolveFrom(s))); } catch (e) { console.log('resolve', s, show(e)); }
  try { console.log('require.resolve', s, clean(common.resolve(s))); } catch (e) { console.log('require.resolve', s, show(e)); }
}
console.log(await attempt('#fs') === await import('fs'));
console.log(await attempt('./linked/a.js') === await attempt('./src/deep/a.js'));
console.log(common.module.children.map((m) => clean(m.filename)).sort(), common.module.paths.slice(0, 2).map(clean), common.module.loaded, clean(common.module.id));
console.log(clean(common.module.path), common.module.parent === undefined, common.resolve.paths('x').slice(0, 1).map(clean), common.resolve.paths('./x').map(clean), common.resolve.paths('fs'));
