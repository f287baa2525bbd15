'use strict';
// Every function of path.win32 on many paths.
const { win32 } = require('path');
process.cwd = () => '/base/dir';
const paths = ['', '.', '..', '\\', '/', '\\\\', '//', 'a', 'a\\b', 'a/b', '\\a', '/a', 'a\\', 'a\\..\\b', 'a\\..\\..\\b', 'C:', 'C:\\', 'C:/', 'C:a', 'C:\\a',
  'c:/a/b', 'C:\\a\\..', 'C:\\..', 'C:..', 'C:.', 'C:a\\..', 'C:a\\..\\..', 'C:\\a.b\\c.d', 'C:\\a\\b\\', '\\\\server', '\\\\server\\', '\\\\server\\share',
  '\\\\server\\share\\', '\\\\server\\share\\a', '//server/share/a/../b', '\\\\server\\share\\..', '\\\\\\server\\share', '//server//share//x', '\\\\.\\C:',
  '\\\\.\\C:\\', '\\\\.\\C:\\x\\..\\y', '\\\\?\\C:\\x', '\\\\?\\UNC\\s\\h\\f', '\\\\.\\pipe\\p', '\\\\?\\', '\\\\.', '//?/C:/x', '//./x', 'NUL', 'NUL:', 'nul:a',
  'a\\NUL:', 'COM1:x', 'com\u00b9:x', 'COM0:', 'LPT9:\\a\\..\\b', 'CON:..\\..\\x', 'CON:\\..\\x', '.\\CON:x', 'C:CON:x', 'a:b:', 'a\\b:c', ':', '::', 'a:',
  'ab:', 'ab:\\c', 'a\\..\\C:', '.file', 'file.', 'a.b.c', '..\\..\\a', 'C:\\file.js', 'C:file.js', 'D:\\x\\.y', '\\\\a\\b\\c.d', 'é:\\x', '1:\\x'];
for (const path of paths) {
  console.log(JSON.stringify(path), win32.normalize(path), win32.isAbsolute(path), JSON.stringify(win32.dirname(path)),
    JSON.stringify(win32.basename(path)), JSON.stringify(win32.extname(path)), JSON.stringify(win32.parse(path)),
    win32.format(win32.parse(path)), win32.join('C:\\x\\y', path), win32.join(path, '..', 'z'), win32.join(path, '\\\\s', 't'),
    win32.resolve('C:\\x\\y', path), win32.resolve('D:\\q', 'C:\\x', path, '../r'));
}
const absolute = ['C:\\', 'C:\\a', 'c:\\A\\b', 'C:\\a\\b\\c', 'C:\\a\\bc', 'C:\\ab', 'D:\\a', 'C:\\a\\', '\\\\s\\h', '\\\\s\\h\\a', '\\\\s\\H\\a\\b', 'C:/a/../b'];
for (const from of absolute) console.log(from, absolute.map((to) => win32.relative(from, to)).join(' | '));
for (const path of ['C:\\a', 'C:\\a\\..\\b', 'c:/a', '\\\\s\\h\\a', '\\\\?\\C:\\a', '\\\\.\\pipe\\a', 'C:\\', '']) {
  console.log(JSON.stringify(path), win32.toNamespacedPath(path), win32._makeLong(path));
}
console.log(win32.toNamespacedPath(5), win32.toNamespacedPath(null), win32.toNamespacedPath());
for (const [path, suffix] of [['a.js', '.js'], ['C:a.js', '.js'], ['C:\\a.js\\', '.js'], ['C:', 'C:'], ['C:a', 'a'], ['a\\b', '\\b'], ['aaa', 'aa'], ['x\\aaa', 'y\\aaa'], ['\\\\', '\\']]) {
  console.log(path, suffix, JSON.stringify(win32.basename(path, suffix)));
}
for (const object of [{}, { dir: 'C:\\a', base: 'b' }, { root: 'C:\\', base: 'b' }, { root: 'C:\\', dir: 'C:\\', base: 'b' }, { name: 'n', ext: 'e' }]) {
  console.log(JSON.stringify(object), win32.format(object));
}
for (const name of ['resolve', 'normalize', 'isAbsolute', 'join', 'relative', 'dirname', 'basename', 'extname', 'format', 'parse']) {
  try {
    console.log(name, JSON.stringify(win32[name](5)));
  } catch (error) {
    console.log(name, error.name, error.code, error.message);
  }
}
console.log(win32.sep, win32.delimiter, win32.win32 === win32, require('path/win32') === win32);
console.log(Object.keys(win32).filter((name) => name !== 'matchesGlob').join());
