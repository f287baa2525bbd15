'use strict';
// Every function of path.posix on many paths.
const { posix } = require('path');
process.cwd = () => '/base/dir';
const paths = ['', '.', '..', '/', '//', '///', 'a', '/a', 'a/', '/a/', 'a/b', '/a/b', '/a/b/', 'a//b', '//a//b//', './a', '../a',
  'a/.', 'a/..', 'a/./b', 'a/../b', 'a/../../b', '/..', '/../a', '/./', './', '../', '../../', 'a/b/../..', 'a/b/../../..',
  '/a/b/../../..', 'file.js', 'file.', '.file', '..file', 'file..js', 'a.b/c', 'a.b/c.d.e', '/a/.b', '/a/b.', 'a/b.js/', 'a/b.js//',
  '...', '....', '/...', 'a\\b', 'C:\\a', ' ', 'a b/c d', 'é/ü', './../.', './/a', 'a/b/c/../../d', '.a.b', 'a..', '/a..b/', '-', '~/x'];
for (const path of paths) {
  console.log(JSON.stringify(path), posix.normalize(path), posix.isAbsolute(path), JSON.stringify(posix.dirname(path)),
    JSON.stringify(posix.basename(path)), JSON.stringify(posix.extname(path)), JSON.stringify(posix.parse(path)),
    posix.format(posix.parse(path)), posix.join('/x/y', path), posix.join(path, '..', 'z'), posix.resolve('/x/y', path),
    posix.resolve('/q', path, '../r'), posix.toNamespacedPath(path));
}
const absolute = ['/', '/a', '/a/b', '/a/b/c', '/a/bc', '/ab', '/b', '/a/', '//a', '/a/../b', '/c/d/e'];
for (const from of absolute) console.log(from, absolute.map((to) => posix.relative(from, to)).join(' | '));
for (const [path, suffix] of [['a.js', '.js'], ['a.js', 'js'], ['a.js', 'a.js'], ['/x/a.js', 'a.js'], ['a.js', 's'], ['a.js', ''],
  ['a.js/', '.js'], ['a.js//', '.js'], ['/a/b', 'b'], ['b', 'b'], ['a/b', '/b'], ['a/b', 'a/b'], ['aaa', 'aa'], ['aaa', 'aaaa'],
  ['x/aaa', 'x/aaa'], ['x/aaa', 'y/aaa'], ['//', '/'], ['a.js', '.ts'], ['a.js.js', '.js'], ['.js', '.js'], ['/.js', '.js']]) {
  console.log(path, suffix, JSON.stringify(posix.basename(path, suffix)));
}
for (const object of [{}, { dir: '/a', base: 'b' }, { root: '/', base: 'b' }, { root: '/', dir: '/', base: 'b' }, { root: '/x', dir: '/y', base: 'b' },
  { name: 'n', ext: '.e' }, { name: 'n', ext: 'e' }, { base: 'b', name: 'n', ext: 'e' }, { dir: 'd', name: 'n' }, { ext: '.e' }, { dir: '' }]) {
  console.log(JSON.stringify(object), posix.format(object));
}
for (const name of ['resolve', 'normalize', 'isAbsolute', 'join', 'relative', 'dirname', 'basename', 'extname', 'format', 'parse']) {
  for (const value of [null, undefined, 5, {}, [], true, () => {}]) {
    try {
      console.log(name, String(value), JSON.stringify(posix[name](value)));
    } catch (error) {
      console.log(name, String(value), error.name, error.code, error.message);
    }
  }
}
for (const f of [() => posix.basename('a', 5), () => posix.basename(5, 'a'), () => posix.relative('/a', 5), () => posix.join('a', 5), () => posix.resolve('/', 'a', null)]) {
  try { console.log(f()); } catch (error) { console.log(error.code, error.message); }
}
console.log(posix.join(), posix.join('', ''), posix.join('a', '', 'b'), posix.join('', '/a'), posix.join('/', '/', 'a'));
const path = require('path');
console.log(path === posix, path.posix === posix, posix.posix === posix, path.win32.posix === posix, require('path/posix') === posix, require('node:path') === path);
console.log(path.sep, path.delimiter, Object.keys(path).filter((name) => name !== 'matchesGlob').join());
console.log(Object.keys(path).filter((name) => typeof path[name] === 'function').map((name) => `${path[name].name}/${path[name].length}`).join(' '));
const cwd = process.cwd();
console.log(path.resolve() === cwd, path.resolve('') === cwd, path.resolve('x') === `${cwd}/x`, path.relative('', 'x'), path.relative('x', ''), path.relative('x/y', 'x/z'));
