// What it costs to load every core module.
for (const id of require('module').builtinModules) {
  if (!id.startsWith('_') && id !== 'sys' && id !== 'punycode' && id !== 'wasi') require(id);
}
