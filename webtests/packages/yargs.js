// yargs: parsing, commands, help, validation, middleware, completion.
const yargs = require('yargs/yargs');

const lines = [
  'build src --out dist --minify -vvv', 'build src', 'build', 'build src --out', 'serve 8080 --host=::1 --no-open', 'serve abc', 'serve', 'deploy prod --dry-run --tags a b --tags c', 'deploy test', 'deploy nowhere',
  '--help', 'build --help', 'deploy --help', '--version', 'unknown', 'sum 1 2 3.5', 'sum 1 x', '--config.a.b 5 --config.list 1 --config.list 2 show', 'show -- --not-an-option x', 'show --json \'{"a":1}\' -n -5 --big 0x1F --text 007', 'fail', 'slow --wait 2', 'show --array 1 2 3 --flag false --count --count -c',
];

function cli(log) {
  return yargs([])
    .scriptName('tool').usage('$0 <command>').locale('en').wrap(90)
    .option('verbose', { alias: 'v', count: true, describe: 'more output', global: true })
    .command('build <source> [targets..]', 'builds it', (y) => y
      .positional('source', { describe: 'what to build', type: 'string' })
      .option('out', { alias: 'o', type: 'string', demandOption: true, describe: 'where to' })
      .option('minify', { boolean: true, default: false })
      .example('$0 build x -o y', 'an example'), (argv) => log('build', argv))
    .command('serve <port>', 'serves it', (y) => y.positional('port', { type: 'number' }).option('host', { default: 'localhost' }).option('open', { type: 'boolean', default: true }).check((argv) => { if (Number.isNaN(argv.port)) throw new Error('the port is no number'); return true; }), (argv) => log('serve', argv))
    .command({ command: 'deploy <stage>', aliases: ['d'], describe: 'deploys it', builder: { stage: { choices: ['prod', 'test'] }, 'dry-run': { type: 'boolean', conflicts: 'force' }, force: { type: 'boolean' }, tags: { type: 'array', implies: 'dry-run' } }, handler: (argv) => log('deploy', argv) })
    .command('sum <numbers..>', 'adds', (y) => y.positional('numbers', { type: 'number' }).coerce('numbers', (list) => list.map(Number)), (argv) => log('sum', argv.numbers.reduce((a, b) => a + b, 0)))
    .command('show', false, (y) => y.option('text', { string: true }).option('count', { alias: 'c', type: 'count' }).coerce('json', (s) => s && JSON.parse(s.replace(/'/g, ''))).option('flag', { boolean: true }), (argv) => log('show', argv))
    .command('fail', 'fails', {}, () => { throw new TypeError('handler failed'); })
    .command('slow', 'waits', { wait: { number: true } }, async (argv) => { await new Promise((r) => setTimeout(r, argv.wait)); log('slow', argv.wait); })
    .middleware((argv) => { argv.level = argv.verbose > 1 ? 'debug' : 'info'; })
    .demandCommand(1, 'a command is needed').recommendCommands().strictCommands().version('3.2.1').epilogue('The end.').group(['verbose'], 'Common:').help().exitProcess(false);
}

(async () => {
  for (const line of lines) {
    console.log(`$ tool ${line}`);
    const log = (...args) => console.log(...args);
    let output = '';
    try {
      await cli(log).fail((message, error, y) => { console.log('failed:', message ?? error.message, error?.name); }).parseAsync(line, (error, argv, text) => { output = text; });
    } catch (e) {
      console.log('threw', e.name, e.message);
    }
    if (output) console.log(output);
  }
  const parse = require('yargs-parser');
  console.log(parse('--foo=99 --bar 9 -abc x --no-baz -- rest', { alias: { foo: ['f'] }, array: ['bar'], configuration: { 'dot-notation': false } }));
  console.log(parse.detailed('--x 1 --y', { default: { z: 3 }, narg: { x: 1 } }).argv, yargs(['--some-flag', '1', 'a']).scriptName('tool').parse());
  console.log(yargs('--a.b 1').scriptName('tool').parserConfiguration({ 'dot-notation': false }).parse(), yargs('x --env 1').scriptName('tool').env('TOOL').strictOptions(false).parse());
  console.log(await yargs('').scriptName('tool').option('x', { default: () => 5 }).getHelp());
})();
