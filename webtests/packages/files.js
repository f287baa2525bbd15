// mkdirp, glob, minimatch, rimraf; pino, winston, debug; p-limit, p-queue.
const fs = require('fs');
const os = require('os');
const path = require('path');
const { mkdirp, mkdirpSync } = require('mkdirp');
const { glob, globSync, Glob, hasMagic, escape } = require('glob');
const { minimatch, Minimatch } = require('minimatch');
const { rimraf } = require('rimraf');
const pLimit = require('p-limit');
const { default: PQueue } = require('p-queue');
const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'files-')));
const shown = (p) => (p ?? 'none').split(root).join('');

(async () => {
  console.log(shown(await mkdirp(path.join(root, 'a/b/c'))), await mkdirp(path.join(root, 'a/b')), shown(mkdirpSync(path.join(root, 'x/y'))), shown(require('mkdirp05').sync(path.join(root, 'o/p'))));
  await new Promise((r) => require('mkdirp03')(path.join(root, 'q/r'), (e, made) => { console.log(e, shown(made)); r(); }));
  for (const f of ['a/one.js', 'a/b/two.js', 'a/b/c/three.ts', 'x/four.js', '.hidden.js', 'a/[odd].js', 'a/b/.dot/five.js']) { await mkdirp(path.dirname(path.join(root, f))); fs.writeFileSync(path.join(root, f), f); }
  fs.symlinkSync('../a', path.join(root, 'x/link'));
  for (const pattern of ['**/*.js', '*', 'a/**', '{a,x}/*.js', '**/b/**/*.{js,ts}', '!(a)/*.js', 'a/?ne.js', '[a-b]/*', '**/.*', 'a/\\[odd\\].js', 'none/*', './a/*.js', '**/t@(wo|hree).*']) console.log(pattern, (await glob(pattern, { cwd: root })).sort());
  console.log((await glob('**/*.js', { cwd: root, dot: true, ignore: ['**/b/**'], posix: true, mark: true })).sort(), globSync('**', { cwd: root, nodir: true, maxDepth: 2 }).sort(), (await glob('*', { cwd: root, withFileTypes: true })).map((p) => [p.name, p.isDirectory()]).sort(), hasMagic('a*'), escape('a*[b]'), new Glob('a/{b,c}', { cwd: root }).patterns.length, (await glob('**/*.js', { cwd: root, follow: true })).length);
  for (const [p, s] of [['a.bar', '*.foo'], ['foo/bar/baz', 'foo/**/baz'], ['.x', '*'], ['a/b', '*'], ['abc', 'a?c'], ['x.js', '!*.ts'], ['a/b/c.js', '**/*.js'], ['foo', '+(f|o)'], ['ab', '[!b]b'], ['é', '?'], ['a{1,2}', 'a\\{1,2\\}'], ['file12', 'file{01..13}'], ['b', '[[:alpha:]]']]) console.log(p, s, minimatch(p, s), minimatch(p, s, { dot: true, nocase: true, matchBase: true }));
  console.log(new Minimatch('a/{b,c}/**/*.js').makeRe().source, minimatch.braceExpand('{a,b}{1..3}'), ['a.js', 'b.ts'].filter(minimatch.filter('*.js')));

  const limit = pLimit(2);
  let active = 0;
  console.log(await Promise.all([3, 1, 2, 1].map((n, i) => limit(async () => { active++; const most = active; await new Promise((r) => setTimeout(r, n)); active--; return [i, most <= 2]; }))), limit.activeCount, limit.pendingCount);
  const queue = new PQueue({ concurrency: 1 });
  const order = [];
  queue.on('idle', () => order.push('idle'));
  for (const [n, priority] of [['a', 0], ['b', 1], ['c', 5]]) queue.add(async () => { order.push(n); }, { priority });
  await queue.onIdle();
  await null;
  console.log(order, queue.size, queue.pending);

  const lines = [];
  const pino = require('pino')({ level: 'debug', base: { app: 'x' }, timestamp: () => ',"time":0', redact: ['user.password', '*.secret'], serializers: { err: (e) => ({ type: e.name, message: e.message }) }, formatters: { level: (label) => ({ level: label }) } }, { write: (s) => lines.push(s) });
  pino.info({ user: { name: 'a', password: 'p' }, o: { secret: 1 } }, 'hello %s %d %j', 'w', 5, { a: 1 });
  pino.child({ module: 'm' }).debug('child'); pino.trace('never'); pino.error(new TypeError('bad')); pino.fatal({ err: new Error('x') }, 'dead');
  console.log(lines.join('').trim());
  const winston = require('winston');
  const { Writable } = require('stream');
  const out = [];
  const logger = winston.createLogger({ level: 'silly', format: winston.format.combine(winston.format.label({ label: 'L' }), winston.format.splat(), winston.format.errors({ stack: false }), winston.format.printf((i) => `${i.level} [${i.label}] ${i.message} ${JSON.stringify(i.meta ?? {})}`)), transports: [new winston.transports.Stream({ stream: new Writable({ write(c, e, cb) { out.push(String(c).trim()); cb(); } }) })] });
  logger.info('text %s', 'arg', { meta: { a: 1 } }); logger.warn(new Error('an error')); logger.child({ c: 1 }).silly('low'); logger.log({ level: 'error', message: 'object' });
  await new Promise((r) => { logger.on('finish', r); logger.end(); });
  console.log(out);
  const debug = require('debug');
  debug.log = (...args) => console.log(require('util').format(...args).replace(/\+\d+ms|^\S+Z /g, '').trim());
  debug.enable('app:*,-app:quiet');
  debug('app:one')('format %o %s', { a: 1 }, 's'); debug('app:quiet')('never'); debug('other')('never'); debug('app:one').extend('two')('extended %d', 5);
  console.log(debug.enabled('app:x'), debug.enabled('nope'), debug.disable());
  await rimraf(path.join(root, 'a')); await rimraf([path.join(root, 'x/*.js')], { glob: true });
  console.log(fs.readdirSync(root).sort(), fs.readdirSync(path.join(root, 'x')));
  await rimraf(root);
  console.log(fs.existsSync(root));
})();
