'use strict';
// What the methods of a console write to which stream.
const { Console } = require('console');
const { Writable } = require('stream');

function makeConsole(options) {
  let texts = ['', ''];
  const stream = (i) => new Writable({
    write(chunk, encoding, done) {
      texts[i] += chunk;
      done();
    },
  });
  const made = new Console({ stdout: stream(0), stderr: stream(1), ...options });
  const show = (fn) => {
    try {
      fn(made);
    } catch (error) {
      console.log('threw', error.name, error.code, error.message);
    }
    console.log(JSON.stringify(texts));
    texts = ['', ''];
  };
  return show;
}

const show = makeConsole();
for (const name of ['log', 'info', 'debug', 'error', 'warn', 'dirxml']) {
  show((c) => c[name]());
  show((c) => c[name]('a', 1, { b: 2 }));
  show((c) => c[name]('%s is %d%c', 'x', 5, 'css', 'more'));
  show((c) => c[name]('a\nb', [1, 2], null, undefined, Symbol('x')));
}
show((c) => c.dir({ a: { b: { c: { d: 1 } } } }));
show((c) => c.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 }));
show((c) => c.dir({ [Symbol.for('nodejs.util.inspect.custom')]() { return 'custom'; } }));
for (const args of [[true, 'x'], [false], [false, 'msg %s', 'q'], [false, { a: 1 }], [], [0, '']]) {
  show((c) => c.assert(...args));
}

// Groups.
show((c) => {
  c.group('G', 'x');
  c.log('in\nmulti');
  c.group();
  c.log({ a: 1 });
  c.error('e');
  c.groupEnd();
  c.warn('w');
  c.groupEnd();
  c.groupEnd();
  c.log('out');
});
show((c) => {
  c.groupCollapsed('GC');
  c.dir({ a: 1 });
  c.table([{ a: 1 }]);
  c.log({ a: 'x'.repeat(60), b: 2 });
  c.groupEnd();
});

// Counts and times.
show((c) => {
  for (const label of [undefined, undefined, 'x', 'default', null, 5, {}]) c.count(label);
  c.countReset();
  c.count();
  c.countReset('x');
  c.count('x');
});
show((c) => c.count(Symbol('s')));
const showTimes = (fn) => {
  let text = '';
  const timed = new Console(new Writable({ write(chunk, encoding, done) { text += chunk; done(); } }));
  fn(timed);
  console.log(JSON.stringify(text.replace(/[\d.]+m?s/g, 'N')));
};
showTimes((c) => {
  c.time();
  c.timeLog();
  c.timeLog('default', { a: 1 }, 2, '%s');
  c.timeEnd();
  c.time('q%s');
  c.timeEnd('q%s');
});

// Traces.
const trace = (...args) => {
  let text = '';
  const stream = new Writable({ write(chunk, encoding, done) { text += chunk; done(); } });
  new Console({ stdout: stream, stderr: stream }).trace(...args);
  console.log(JSON.stringify(text.split('\n')[0]), /\n {4}at /.test(text));
};
trace();
trace('message %s', 1);
trace({ a: 1 });

// A console calls itself through its methods.
show((c) => {
  c.log = (...args) => c._stdout.write(`patched ${args}\n`);
  c.warn = () => c._stderr.write('patched warn\n');
  c.error = () => c._stderr.write('patched error\n');
  c.group('y');
  c.info(2);
  c.dirxml(1);
  c.count();
  c.table(5);
  c.table([1]);
  c.assert(false);
  c.trace(1);
  c.groupEnd();
});
const other = makeConsole({ groupIndentation: 4, inspectOptions: { depth: 0 } });
other((c) => {
  c.group('a');
  c.log({ x: { y: 1 } });
  c.groupEnd();
  c.dir({ x: { y: 1 } });
});
makeConsole({ colorMode: true })((c) => {
  c.log({ a: 1 }, 's');
  c.table([{ a: 1 }]);
  c.dir('text');
  c.error(new Map([[1, 'a']]));
});
makeConsole({ colorMode: false, inspectOptions: { compact: false } })((c) => c.log({ a: 1 }));
const detached = makeConsole();
detached(({ log, error }) => {
  log('detached');
  error('too');
});
