'use strict';
// util.parseArgs.
const { parseArgs } = require('util');

function show(config) {
  try {
    const result = parseArgs(config);
    console.log(JSON.stringify(result), Object.getPrototypeOf(result.values));
  } catch (error) {
    console.log(error.code, error.message);
  }
}

const options = {
  foo: { type: 'string', short: 'f' },
  bar: { type: 'boolean', short: 'b' },
  multi: { type: 'string', multiple: true, short: 'm' },
  verbose: { type: 'boolean', multiple: true, short: 'v' },
  word: { type: 'string', default: 'dd' },
  flag: { type: 'boolean', default: true },
  words: { type: 'string', multiple: true, default: ['x'] },
};
const lines = ['', '--foo x', '--foo=x', '-f x', '-fx', '-bf x', '-bfx', '-bvv', '-fb', '--bar', '--bar=x', '--foo',
  '-f', '--foo --bar', '-f -b', '--foo -', '-f -', '--foo=--bar', '--nope', '-n', '-bn', 'pos', '-- pos --foo',
  '--bar -- x', '--multi a --multi b -mc', '--verbose --verbose', '--word q', '--words y', '-', '--',
  '--foo a --foo b', '--no-bar', '--no-foo', '--no-no', '--=x', '---x', '--foo=', '--no-bar=x', '--no-verbose --verbose'];
const modes = [{}, { strict: false }, { allowPositionals: true }, { tokens: true, strict: false },
  { allowNegative: true, tokens: true }, { allowNegative: true, strict: false }];
for (const line of lines) {
  console.log(`> ${line}`);
  for (const mode of modes) show({ args: line === '' ? [] : line.split(' '), options, ...mode });
}
show({ args: ['--foo', ''], options });
show({ args: ['x'], strict: false });
show({ args: ['-abc'], strict: false });
show({ args: ['--a=b', 'c', '-d'], strict: false, tokens: true });

// Mistakes in the configuration.
show({ args: 5 });
for (const key of ['strict', 'allowPositionals', 'tokens', 'allowNegative', 'options']) show({ args: [], [key]: 5 });
for (const a of [5, {}, { type: 'x' }, { type: 'string', short: 5 }, { type: 'string', short: 'ab' },
  { type: 'string', short: '' }, { type: 'string', multiple: 1 }, { type: 'string', default: 1 },
  { type: 'boolean', default: 1 }, { type: 'string', multiple: true, default: 'x' },
  { type: 'boolean', multiple: true, default: [1] }]) {
  show({ args: [], options: { a } });
}
