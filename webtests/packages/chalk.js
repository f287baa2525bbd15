// chalk 4: styles, colours, templates, levels.
const chalk = require('chalk');
const one = new chalk.Instance({ level: 1 });
const three = new chalk.Instance({ level: 3 });
const none = new chalk.Instance({ level: 0 });
const styles = ['bold', 'dim', 'italic', 'underline', 'inverse', 'hidden', 'strikethrough', 'black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white', 'gray', 'redBright', 'bgRed', 'bgCyanBright', 'visible', 'reset'];
for (const style of styles) console.log(JSON.stringify([one[style]('text'), three[style].bold('a', 'b', 5), none[style]('plain')]));
console.log(JSON.stringify(one.red(`outer ${one.blue('inner')} outer ${one.bold('bold\nnext')} end`)), JSON.stringify(one.red.bgWhite.underline('a\nb\r\nc')));
for (const level of [0, 1, 2, 3]) {
  const c = new chalk.Instance({ level });
  console.log(level, JSON.stringify([c.rgb(15, 100, 204)('rgb'), c.hex('#DEADED')('hex'), c.bgHex('#abc')('bg'), c.keyword('orange')('keyword'), c.hsl(32, 100, 50)('hsl'), c.hwb(32, 0, 50)('hwb'), c.ansi(31)('ansi'), c.ansi256(194)('256'), c.bgAnsi256(194)('bg256'), c.hsv(1, 2, 3)('hsv'), c.bgKeyword('rebeccapurple').italic('both')]));
}
console.log(JSON.stringify(three`{bold name} {red.bgBlue ${1 + 1} and {underline deep}} {rgb(1,2,3) x} {hex('#ff0000') y} \u{41} \\ {bgKeyword('red') k}`));
for (const bad of ['{bold', '{bold x}}', '{none y}', '{bold.nope x}']) {
  try { console.log(three(Object.assign([bad], { raw: [bad] }))); } catch (e) { console.log(e.message); }
}
const warning = one.bold.yellow;
const { red } = one;
console.log(JSON.stringify(warning('w') + red('r') + warning.underline('both')), one.red === one.red, typeof one.red, Object.keys(one.red).length, one.level, warning.level);
console.log(JSON.stringify([one(), one(''), one.red(''), one.red(undefined), one.red(null, 5, [1, 2], { a: 1 }), one('a', 'b')]));
warning.level = 0;
console.log(warning('off'), one.level);
console.log(chalk.level, chalk.supportsColor, chalk.stderr.supportsColor, chalk.red('not a terminal'));
try { new chalk.Instance({ level: 9 }); } catch (e) { console.log(e.message); }
one.level = 3;
console.log(JSON.stringify(one.hex('#123456')('changed')), one.visible.level);
const supports = require('supports-color');
console.log(supports.supportsColor({ isTTY: true }), supports.supportsColor({ isTTY: false }), supports.stdout);
const styles2 = require('ansi-styles');
console.log(styles2.red, styles2.color.ansi16m.hex('#fff'), [...styles2.codes].slice(0, 4), Object.keys(styles2));
