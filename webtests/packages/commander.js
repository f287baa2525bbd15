// commander: options, arguments, subcommands, help, errors, hooks.
const { Command, Option, Argument, InvalidArgumentError, CommanderError } = require('commander');

function build() {
  const out = (text) => process.stdout.write(`[out] ${text}`);
  const program = new Command('tool').description('A tool that does things').version('1.2.3', '-v, --version', 'show the version').exitOverride().configureOutput({ writeOut: out, writeErr: (text) => process.stdout.write(`[err] ${text}`), getOutHelpWidth: () => 80, getErrHelpWidth: () => 80 });
  program
    .option('-d, --debug', 'more output')
    .option('-c, --config <file>', 'a file', 'tool.json')
    .option('--no-color', 'without colours')
    .option('-p, --port <number>', 'a port', (value, previous) => { const n = parseInt(value, 10); if (Number.isNaN(n)) throw new InvalidArgumentError('Not a number.'); return n + (previous || 0); })
    .option('-l, --list <items...>', 'several')
    .option('--maybe [value]', 'with or without a value')
    .addOption(new Option('-s, --size <size>', 'a size').choices(['small', 'large']).default('small', 'what fits'))
    .addOption(new Option('--secret <word>', 'not shown').hideHelp().env('TOOL_SECRET'))
    .addOption(new Option('--json').conflicts('xml').implies({ quiet: true }))
    .option('--xml');
  const action = (name) => (...args) => { const command = args.pop(); console.log(name, ...args, command.optsWithGlobals()); };
  program.command('build').alias('b').description('builds it').argument('<source>', 'what to build').argument('[targets...]', 'where to').option('-w, --watch').action(action('build'));
  program.command('serve').addArgument(new Argument('[mode]', 'a mode').choices(['dev', 'prod']).default('dev')).requiredOption('-h2, --host <host>', 'an address').summary('serves').action(action('serve'));
  const remote = program.command('remote').description('works with remotes');
  remote.command('add <name> <url>').description('adds one').option('-f').action(action('remote add'));
  remote.command('remove', { isDefault: false }).argument('<name>', 'a name', (v) => v.toUpperCase()).action(async (name) => { await null; console.log('removed', name); });
  program.hook('preAction', (that, command) => console.log('before', command.name(), command.args)).hook('postAction', () => console.log('after'));
  program.addHelpText('after', '\nExamples:\n  $ tool build x');
  return program;
}

const lines = ['build src', 'b src a b c -w -d', '--port 5 -p 7 build x', 'build', 'serve --host h', 'serve prod -h2 x --no-color', 'serve test -h2 x', 'serve', 'remote add origin git://x -f', 'remote remove me', 'remote', 'remote --help',
  '--help', 'help build', 'build --help', '-v', '--nope', 'buidl', '--port abc build x', '-l a b c -- build x', '--size medium build x', '--json --xml build x', '--json build x', '--maybe build x', '--maybe=5 build x', '-dc other.json build x', '-cother.json build x', 'build x --config=y'];
(async () => {
  for (const line of lines) {
    console.log(`$ tool ${line}`);
    try {
      await build().parseAsync(line.split(' '), { from: 'user' });
    } catch (e) {
      if (!(e instanceof CommanderError)) throw e;
      console.log('exit', e.exitCode, e.code);
    }
  }
  process.env.TOOL_SECRET = 'word';
  const program = build();
  await program.parseAsync(['node', 'script', 'build', 'x', '--', '-d']);
  console.log(program.getOptionValueSource('secret'), program.getOptionValueSource('config'), program.opts().secret, program.args, program.commands.map((c) => c.name()));
  const strict = new Command().exitOverride().configureOutput({ writeErr: (t) => console.log(t.trim()) }).allowExcessArguments(false).argument('[x]').action(() => {});
  try { strict.parse(['a', 'b'], { from: 'user' }); } catch (e) { console.log(e.code); }
  console.log(new Command().allowUnknownOption().option('-a').parseOptions(['-a', 'x', '--other', 'y', '--', 'z']));
  console.log(new Command('x').usage('[options] here').option('-a, --all <n>', 'd', parseFloat, 1.5).helpInformation());
})();
