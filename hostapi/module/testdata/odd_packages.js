// package.json files that nobody should write.
'use strict';
const { attempt, load } = require('./fixtures/node_modules/odd');
const clean = (text) => text.replaceAll(__dirname, '').split('\nRequire stack')[0];
const count = 30;
(async () => {
  for (let i = 1; i <= count; i++) {
    if (i === 3) continue; // null, on which node's reader itself fails
    for (const s of [`p${i}`, `p${i}/index`]) {
      try { console.log('require', s, attempt(s)); } catch (e) { console.log('require', s, e.name, e.code, clean(e.message)); }
      await load(s).then((m) => console.log('import', s, m.default), (e) => console.log('import', s, e.name, e.code, clean(e.message)));
    }
  }
})();
