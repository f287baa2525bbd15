// options: --experimental-test-coverage --test-reporter=lcov
// Coverage of functions, branches and lines of many constructs, in the form of lcov.
const test = require('node:test');
process.chdir(__dirname);
test('all', async () => {
  const shapes = require('./fixtures/covered/shapes.js');
  shapes.abs(-1);
  shapes.pick(1, 2);
  shapes.loop([1, 2]);
  shapes.safe(() => 1);
  new shapes.K().m();
  shapes.sw(2);
  for (const n of shapes.gen()) shapes.abs(n - 2);
  require('./fixtures/covered/constructs.js');
  require('./fixtures/covered/more.js');
  await import('./fixtures/covered/module.mjs');
});
/* node:coverage ignore next */
function ignored() { return 1; }
/* node:coverage disable */
function alsoIgnored() {
  return 2;
}
/* node:coverage enable */
function seen() {
  return 3;
}
/* node:coverage ignore next 2 */
function twice() {
  return 4;
}
