// Packages that are ES modules: chalk 5, uuid 11, and whole graphs of them through import().
(async () => {
  const { default: chalk, Chalk, supportsColor, modifierNames } = await import('chalk5');
  const three = new Chalk({ level: 3 });
  console.log(JSON.stringify([three.red.bold('x'), three.hex('#abc')('y'), three.bgRgb(1, 2, 3).underline('z\nw'), chalk.red('plain')]), supportsColor, modifierNames, chalk.level);
  try { new Chalk({ level: 7 }); } catch (e) { console.log(e.message); }
  const uuid = await import('uuid11');
  console.log(Object.keys(uuid).sort(), uuid.v5('x', uuid.v5.URL), uuid.validate(uuid.v4()), uuid.version(uuid.v7()), uuid.v7({ msecs: 0x017f22e279b0, random: new Uint8Array(16) }), uuid.v1ToV6('92f62d9e-22c4-11ef-97e9-325096b39f47'), uuid.parse(uuid.MAX)[3]);
  const ids = Array.from({ length: 200 }, () => uuid.v7());
  console.log(ids.every((id, i) => i === 0 || id > ids[i - 1]), new Set(ids).size);
  const prettier = await import('prettier');
  console.log(await prettier.format('a  =  {b:1}', { parser: 'babel' }), Object.keys(prettier).length, prettier.default.version === prettier.version);
  const { default: yaml, load } = await import('js-yaml');
  const rxjs = await import('rxjs');
  const { z } = await import('zod');
  const { marked } = await import('marked');
  const { Command } = await import('commander');
  const { default: yargs } = await import('yargs');
  const { mkdirp } = await import('mkdirp');
  const { LRUCache } = await import('lru-cache').catch((e) => ({ LRUCache: e.code }));
  console.log(load === yaml.load, await rxjs.firstValueFrom(rxjs.of(1)), z.string().parse('s'), marked.parse('*x*').trim(), new Command('c').name(), (await yargs(['--a', '1']).parse()).a, typeof mkdirp, typeof LRUCache);
  for (const name of ['no-such-package', 'chalk5/none', './nothing.js', 'node:nope']) { try { await import(name); } catch (e) { console.log(name, e.code); } }
  console.log((await import('chalk5')).default === chalk, typeof require('module').createRequire(__filename)('lodash').map, typeof (await import('lodash')).default.map);
})();
