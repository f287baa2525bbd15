// jasmine, uvu, libtap (what tap's tests are made of).
const { join } = require('path');
const Jasmine = require('jasmine');
const libtap = require('libtap');
const { suite } = require('uvu');
const assert = require('uvu/assert');

process.env.FORCE_COLOR = '0';
// Times depend on the machine, and what stands at the bottom of stacks on the runtime.
const clean = (text) => text.replace(/[\d.]+ ?(ms|seconds)\b/g, 'TIME').replace(/time=[\d.]+ms/g, 'time').replace(/duration_ms.*/g, 'duration')
  .replace(/\n\s+at .*/g, '').replace(/\n +[\w.<> ]+ \(\/.*\)$/gm, '').replace(/^\s+(at|stack|source|line|column|file|function|method|typeName):.*\n/gm, '');

async function jasmine() {
  const runner = new Jasmine({ projectBaseDir: join(__dirname, 'suites') });
  runner.exitOnCompletion = false;
  runner.randomizeTests(false);
  runner.configureDefaultReporter({ showColors: false, print: (...parts) => process.stdout.write(clean(parts.join(' '))) });
  const specs = [];
  runner.addReporter({ specDone: (spec) => specs.push(`${spec.status} ${spec.fullName} ${spec.failedExpectations.map((f) => f.message).join('; ')}`) });
  const result = await runner.execute(['calc_spec.js']);
  console.log(result.overallStatus, specs);
}

async function tap() {
  let text = '';
  const t = new libtap.Test({ name: 'libtap' });
  t.on('data', (chunk) => { text += chunk; });
  t.test('compare', (t) => { t.equal(1, 1); t.same({ a: 1 }, { a: '1' }); t.strictSame({ a: 1, b: [1] }, { a: 1, b: [2] }, 'differs'); t.match({ a: 'xyz' }, { a: /y/ }); t.end(); });
  t.test('waits', async (t) => { await null; t.pass('waited'); t.throws(() => { throw new TypeError('q'); }, TypeError); await t.rejects(Promise.reject(new Error('r'))); });
  t.test('plans', (t) => { t.plan(2); setTimeout(() => t.ok(1), 1); t.ok(0, 'not ok'); });
  t.test('nests', (t) => { t.beforeEach(() => t.comment('before')); t.teardown(() => t.comment('torn down')); t.test('inner', async (t) => t.ok(true)); t.skip('skipped'); t.todo('todo'); t.end(); });
  t.test('throws', () => { throw new RangeError('thrown'); });
  t.end();
  await new Promise((resolve) => t.on('end', resolve));
  console.log(clean(text), t.passing(), t.counts);
}

async function uvu() {
  globalThis.UVU_DEFER = 1;
  require('uvu');
  const s = suite('uvu');
  const order = [];
  s.before((context) => { context.x = 1; order.push('before'); });
  s.before.each(() => order.push('each'));
  s.after(() => order.push('after'));
  s('context', (context) => assert.is(context.x, 1));
  s('waits', async () => { await new Promise((r) => setTimeout(r, 1)); assert.throws(() => { throw new Error('q'); }, /q/); });
  s.skip('skipped', () => {});
  s.run();
  const { write } = process.stdout;
  process.stdout.write = (text, ...rest) => write.call(process.stdout, clean(`${text}`), ...rest);
  for (const check of [() => assert.equal({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }), () => assert.snapshot('a\nb', 'a\nc'), () => assert.match('abc', /x/),
    () => assert.not.ok(1), () => assert.instance([], Map), () => assert.type(1, 'string'), () => assert.unreachable('never'), () => assert.fixture('x', 'y')]) {
    try { check(); } catch (error) { console.log(error.name, error.code, error.message, error.operator, error.details); }
  }
  const { exec } = require('uvu');
  if (exec) await exec();
  process.stdout.write = write;
  console.log(order);
}

jasmine().then(tap).then(uvu).catch((error) => console.log('failed', error));
