// mocha: hooks, nesting, async tests, failures, retries, reporters.
const Mocha = require('mocha');
const assert = require('assert');
const { EventEmitter } = require('events');

function define(mocha, log) {
  mocha.suite.emit('pre-require', {}, null, mocha);
  const { Suite, Test } = Mocha;
  const context = {};
  mocha.suite.emit('pre-require', context, 'file.js', mocha);
  const { describe, it, before, after, beforeEach, afterEach, specify, xit } = context;
  before('root before', () => log('root before'));
  after(() => log('root after'));
  describe('sync', function() {
    this.slow(10000);
    beforeEach(function() { log('before', this.currentTest.title); });
    afterEach(function() { log('after', this.currentTest.title, this.currentTest.state); });
    it('passes', () => assert.ok(true));
    it('fails with a difference', () => assert.deepStrictEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }));
    it('fails with text', () => assert.strictEqual('one\ntwo', 'one\n2'));
    it('throws no error', () => { throw 'text'; });
    it('is pending');
    xit('is skipped', () => log('never'));
    it('skips itself', function() { this.skip(); });
    describe('inside', () => { specify('nested', function() { log(this.test.fullTitle()); }); });
  });
  describe('async', () => {
    it('calls back', (done) => setTimeout(done, 2));
    it('calls back with an error', (done) => done(new TypeError('from callback')));
    it('calls back twice', (done) => { done(); done(); });
    it('resolves', async () => { await new Promise((r) => setTimeout(r, 1)); log('resolved'); });
    it('rejects', async () => { throw Object.assign(new Error('rejected'), { code: 'E1' }); });
    it('rejects with nothing', () => Promise.reject());
    it('is too slow', function(done) { this.timeout(10); setTimeout(() => {}, 20); });
    it('both', function(done) { this.timeout(10); return Promise.resolve(); });
    it('uncaught', (done) => { setTimeout(() => { throw new RangeError('in a timer'); }, 1); });
    let tries = 0;
    it('is tried again', function() { this.retries(3); log('try', ++tries); if (tries < 3) throw new Error(`try ${tries}`); });
  });
  describe('hooks that fail', () => {
    before('broken', () => { throw new Error('hook'); });
    it('never runs', () => log('never'));
  });
  describe('hooks in order', () => {
    for (const name of ['one', 'two']) {
      before(`before ${name}`, async () => log(`before ${name}`));
      beforeEach((done) => { log(`beforeEach ${name}`); setImmediate(done); });
      afterEach(() => log(`afterEach ${name}`));
      after(() => log(`after ${name}`));
    }
    it('first', () => log('first'));
    it('second', () => log('second'));
  });
  const suite = Suite.create(mocha.suite, 'made by hand');
  suite.addTest(new Test('by hand', () => new EventEmitter().emit('x')));
}

// Times depend on the machine, and what stands at the bottom of stacks on the runtime.
const clean = (text) => text.replace(/<\/failure><\/testcase>/g, '').replace(/\(?\b\d+ms\)?/g, '(ms)').replace(/"(start|end)": ?"[^"]*"/g, '$1').replace(/duration(_ms)?"?:? ?[\d.]+/g, 'duration').replace(/time="[\d.]+"/g, 'time').replace(/timestamp="[^"]*"/g, 'timestamp').replace(/"(start|end)": "[^"]*"/g, '$1').replace(/"speed": ?"\w+"/g, 'speed')
  .split('\n').filter((line) => !/^\s*at |^\s+$/.test(line)).join('\n').replace(/\\n\s+at [^"]*/g, '').replace(/\n\s+at .*/g, '');
function run(reporter, options = {}) {
  return new Promise((resolve) => {
    const mocha = new Mocha({ reporter, color: false, ui: 'bdd', timeout: 2000, ...options });
    const lines = [];
    const events = [];
    define(mocha, (...args) => lines.push(args.join(' ')));
    const { log } = console;
    const { write } = process.stdout;
    let output = '';
    const capture = (...args) => { output += `${require('util').format(...args)}\n`; };
    Mocha.reporters.Base.consoleLog = capture;
    process.stdout.write = (chunk) => { output += chunk; return true; };
    const runner = mocha.run((failures) => {
      process.stdout.write = write;
      runner.dispose();
      console.log = log;
      log(`==== ${reporter}: ${failures} failures`);
      log(clean(output));
      if (reporter === 'spec') log(lines.join('\n'), '\n', events.join(','));
      resolve();
    });
    for (const name of ['suite', 'test', 'hook', 'pass', 'fail', 'pending', 'retry']) runner.on(name, (x) => events.push(`${name} ${x.title}`));
  });
}
(async () => {
  for (const reporter of ['spec', 'dot', 'tap', 'min', 'list', 'progress', 'json-stream', 'xunit', 'landing', 'nyan', 'markdown']) await run(reporter);
  await run('dot', { grep: /passes|first/ });
  await run('spec', { bail: true });
  await run('list', { fgrep: 'async', invert: true, forbidPending: true });
  console.log(Mocha.utils.stringify({ b: [1, { a: undefined }], a: new Date(0), f() {}, s: 'x' }), Object.keys(Mocha.interfaces), Object.keys(Mocha.reporters).sort().join());
})();
