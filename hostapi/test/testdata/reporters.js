'use strict';
const { Readable, Transform } = require('stream');
const reporters = require('node:test/reporters');
console.log(Object.keys(reporters).filter((name) => name !== 'lcov'), typeof reporters.tap, reporters.spec === reporters.spec);
const loc = { file: '/dir/file.js', line: 3, column: 7 };
const failure = (cause, failureType = 'testCodeFailure') => Object.assign(new Error(String(cause)), { code: 'ERR_TEST_FAILURE', failureType, cause, stack: 'Error: x' });
const plainError = Object.assign(new TypeError('plain'), { stack: 'TypeError: plain\n    at f (/dir/file.js:1:2)\n    at /dir/other.js:3:4' });
const events = [
  { type: 'test:enqueue', data: { nesting: 0, name: 'a', ...loc } },
  { type: 'test:start', data: { nesting: 0, name: 'parent', ...loc } },
  { type: 'test:start', data: { nesting: 1, name: 'child', ...loc } },
  { type: 'test:pass', data: { name: 'child', nesting: 1, testNumber: 1, details: { duration_ms: 1.25 }, ...loc } },
  { type: 'test:stdout', data: { message: 'to stdout\n', ...loc } },
  { type: 'test:stderr', data: { message: 'to stderr # \\ \n', ...loc } },
  { type: 'test:start', data: { nesting: 1, name: 'failing', ...loc } },
  { type: 'test:fail', data: { name: 'failing', nesting: 1, testNumber: 2, details: { duration_ms: 0, error: failure(plainError) }, ...loc } },
  { type: 'test:diagnostic', data: { nesting: 1, message: 'a -- diagnostic', ...loc } },
  { type: 'test:plan', data: { nesting: 1, count: 2, ...loc } },
  { type: 'test:fail', data: { name: 'parent', nesting: 0, testNumber: 1, details: { duration_ms: 20.5, type: 'suite', error: failure('1 subtest failed', 'subtestsFailed') }, ...loc } },
  { type: 'test:start', data: { nesting: 0, name: 'skipped', ...loc } },
  { type: 'test:pass', data: { name: 'skipped', nesting: 0, testNumber: 2, details: { duration_ms: 3 }, skip: true, ...loc } },
  { type: 'test:start', data: { nesting: 0, name: 'todo <&">', ...loc } },
  { type: 'test:pass', data: { name: 'todo <&">', nesting: 0, testNumber: 3, details: { duration_ms: 3 }, todo: 'why # not', ...loc } },
  { type: 'test:start', data: { nesting: 0, name: 'no place' } },
  { type: 'test:fail', data: { name: 'no place', nesting: 0, testNumber: 4, details: { duration_ms: 1, error: failure({ code: 'X', message: 'object' }) } } },
  { type: 'test:plan', data: { nesting: 0, count: 4 } },
  { type: 'test:diagnostic', data: { nesting: 0, message: 'tests 4' } },
  { type: 'test:unknown', data: {} },
];
(async () => {
  process.chdir('/');
  for (const [name, reporter] of Object.entries({ tap: reporters.tap, spec: new reporters.spec(), 'spec without new': reporters.spec(), dot: reporters.dot, junit: reporters.junit })) {
    console.log(`== ${name}`);
    let text = '';
    const out = Readable.from(events).compose(reporter);
    for await (const chunk of out) text += chunk;
    console.log(text.replace(/hostname="[^"]*"/g, 'hostname="*"'));
  }
})();
