// options: --enable-source-maps
'use strict';
// Source maps of code that is loaded, and of code that is made.
const Module = require('module');
const path = require('path');
const map = { version: 3, sources: ['original.ts'], names: ['fails'], mappings: 'AACA,SAASA;AAGP' };
const text = 'function f() {\nnull.x }\nmodule.exports = f;\n//# sourceMappingURL=data:application/json;base64,' +
  Buffer.from(JSON.stringify(map)).toString('base64');
const made = new Module(path.join(process.cwd(), 'made.js'));
made._compile(text, path.join(process.cwd(), 'made.js'));
const where = () => { try { made.exports(); } catch (e) { return e.stack.split('\n')[1].replace(process.cwd(), '').trim(); } };
(function step(i) {
  console.log(i, where());
  if (i === 2) process.setSourceMapsEnabled(false);
  if (i < 4) setTimeout(step, 1, i + 1);
})(0);
const found = Module.findSourceMap(path.join(process.cwd(), 'made.js'));
setTimeout(() => console.log(found && found.payload.sources.join(), found && found.findEntry(1, 0).originalSource), 3);
