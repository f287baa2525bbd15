// options: --enable-source-maps
// Stacks, and what module says, of modules whose sources are somewhere else.
const { SourceMap, findSourceMap } = require('module');
const { pathToFileURL } = require('url');
const folder = `${__dirname}/fixtures/mapped`;
const plain = (text) => text.replaceAll(pathToFileURL(__dirname).href, 'URL').replaceAll(__dirname, '');
const own = (error) => plain(error.stack.split('\n').filter((line) => !/node:|\.js:\d+:\d+\)?$/.test(line) || /mapped.*js/.test(line)).join('\n'));
function show(f) {
  try { f(); } catch (error) { console.log(own(error)); }
}

console.log(process.sourceMapsEnabled);
for (const name of ['shapes', 'inlined', 'index']) {
  const { first, rejects, ...tries } = require(`${folder}/${name}.js`);
  if (first) show(first);
  for (const one of Object.values(tries)) show(one);
  rejects().catch((error) => console.log(name, own(error)));
  let map = findSourceMap(`${folder}/${name}.js`);
  if (name === 'index') { // for those only who read it themselves
    console.log(map);
    map = new SourceMap(require(`${folder}/index.js.json`));
  }
  console.log(Object.keys(map.payload), map.lineLengths?.length, map.payload.sources?.map(plain), map.payload.sections?.length);
  for (const [line, column] of [[24, 3], [25, 2], [26, 20], [40, 9], [1, 30]]) {
    const { originalSource, ...entry } = map.findEntry(line, column);
    console.log(line, column, originalSource && plain(originalSource), JSON.stringify(entry), plain(JSON.stringify(map.findOrigin(line, column))));
  }
}

// What cannot be read is as good as none.
for (const name of ['no_file', 'not_json', 'no_mappings', 'garbage', 'no_sources', 'null', 'outside', 'bad_base64', 'bad_type']) {
  try {
    show(require(`${folder}/${name}.js`));
    console.log(name, findSourceMap(`${folder}/${name}.js`) !== undefined);
  } catch (error) {
    console.log(name, error.name, error.message);
  }
}

(async () => {
  const { fail } = await import('./fixtures/mapped/module.mjs');
  show(() => fail(null));
  console.log(findSourceMap(`${folder}/module.mjs`) !== undefined, findSourceMap(pathToFileURL(`${folder}/module.mjs`).href) !== undefined);
  const { run } = await import('./fixtures/mapped/small.mjs');
  show(run);
  // Call sites are those of the code that runs.
  Error.prepareStackTrace = (error, sites) => `${sites[0].getLineNumber()}:${sites[0].getColumnNumber()}`;
  show(() => fail(null));
  Error.prepareStackTrace = undefined;
  process.setSourceMapsEnabled(false);
  show(() => fail(null));
  console.log(findSourceMap(`${folder}/module.mjs`) !== undefined, findSourceMap(`${folder}/nothing.js`));
})();
