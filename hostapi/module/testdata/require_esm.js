// require of ES modules, and import() from CommonJS.
'use strict';
const clean = (text) => text.replaceAll(__dirname, '');
console.log(require('./fixtures/esm/all-forms.mjs'));
console.log(require('./fixtures/esm/nested.mjs'), require('./fixtures/esm/nested.mjs') === require('./fixtures/esm/nested.mjs'));
console.log(require('./fixtures/esm/arrow.mjs').default.name, require('./fixtures/esm/arrow.mjs').__esModule);
for (const file of ['await-a', 'throws', 'cyc-b', 'as-exports', 'detected-folder/detected', 'missing-name']) {
  try {
    console.log(file, require(`./fixtures/esm/${file}${file.includes('/') ? '.js' : '.mjs'}`));
  } catch (e) {
    console.log(file, e.name, e.code, clean(e.message));
  }
}
console.log(require.cache[require.resolve('./fixtures/esm/nested.mjs')].exports.deep);
console.log(typeof require('module').createRequire(__filename)('./fixtures/esm/nested.mjs'));
import('./fixtures/esm/nested.mjs').then(async (m) => {
  console.log(m === require('./fixtures/esm/nested.mjs'), m.deep);
  console.log((await require('./fixtures/esm/common.cjs').later()).default.name);
  console.log(await import('./require_esm.js').then((self) => Object.keys(self)));
  await import('./no-such.js').catch((e) => console.log(e.code, clean(e.message)));
});
