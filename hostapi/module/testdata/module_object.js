// module, require, and the module module.
const path = require('path');
const Module = require('module');
console.log(module.id, module.loaded, module.parent, module.children.length, path.basename(module.filename), module === require.main);
console.log(module instanceof Module, path.basename(module.path), module.paths[0] === path.join(__dirname, 'node_modules'));
const data = require('./fixtures/data.json');
console.log(module.children.length, Object.keys(require.cache).map((f) => path.basename(f)));
delete require.cache[require.resolve('./fixtures/data.json')];
console.log(require('./fixtures/data.json') === data);
console.log(Object.keys(require.extensions), typeof Module.wrap('x'), Module.builtinModules.includes('fs'), Module.isBuiltin('node:fs'), Module.isBuiltin('nope'));
require.extensions['.txt'] = (m, file) => { m.exports = require('fs').readFileSync(file, 'utf8').trim(); };
console.log(require('./fixtures/node_modules/exporter/lib/nothing'));
const made = Module.createRequire(path.join(__dirname, 'fixtures', 'x.js'));
console.log(made('plain').who, made('./folder'));
const m = new Module('virtual', module);
m.filename = path.join(__dirname, 'virtual.js');
m.paths = Module._nodeModulePaths(__dirname);
m._compile('exports.answer = 42; exports.file = __filename.split("/").pop();', m.filename);
console.log(m.exports);
const { _load } = Module;
Module._load = function (request, ...rest) { return request === 'magic' ? 'patched' : _load.call(this, request, ...rest); };
console.log(require('magic'));
console.log(this === module.exports, typeof __filename, path.basename(__dirname), arguments.length);
console.log(require('fs') === require('node:fs'), require('process') === process, require('timers').setTimeout === setTimeout);
try { Module.createRequire('relative'); } catch (error) { console.log(error.code); }
exports.x = 1;
console.log(require.main.exports);
return;
