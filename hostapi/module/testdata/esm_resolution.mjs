// Where specifiers lead, and the errors of those that lead nowhere.
const here = import.meta.dirname;
const clean = (text) => String(text).replaceAll(here, '');
async function attempt(specifier, options) {
  const { load } = await import('./fixtures/load.mjs');
  try {
    console.log(specifier, await load(specifier, options));
  } catch (e) {
    console.log(specifier, e.name, e.code, clean(e.message), Object.keys(e).join());
  }
}
for (const s of ['./dir', './dir/', './f.txt', './nofile.js', './data.json', 'nopkg', 'nopkg/sub', '@scope/none', 'pk', 'pk/a', 'pk/b/a',
  'pk/zz', 'pk/bad', 'pk/no', 'pk/cond', '#x', '#', '@bad', '.hidden', './a%2fb', 'http://x/y', 'node:nope', 'nope:x', 'bare/../x', 'ms', 'exporter',
  'exporter/feature', 'plain', 'folder', 'nomain', 'data:text/javascript,export default 5', 'data:text/javascript;base64,ZXhwb3J0IGxldCB4ID0gMQ==',
  'data:application/json,{}', 'data:text/plain,x', 'file:///nonexist.mjs']) await attempt(s);
await attempt('./data.json', { with: { type: 'json' } });
await attempt('./data.json', { with: { type: 'css' } });
await attempt('./resolution.js', { with: { type: 'json' } });
await attempt('data:application/json,{"a":1}', { with: { type: 'json' } });
await attempt('./resolution.js', 1);
await attempt('./resolution.js', { with: 1 });
await attempt('./resolution.js', { with: { type: 1 } });
await attempt({ toString() { throw new Error('from toString'); } });
console.log(await import('./fixtures/load.mjs?one') === await import('./fixtures/load.mjs?two'));
