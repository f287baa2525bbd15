'use strict';
// Attaches reporters to a run of tests: those of the command line, or the one that suits stdout.

const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { testConfig } = require('internal/test/options');

const builtin = new Set(['spec', 'tap', 'dot', 'junit', 'lcov']);

function defaultReporter() { return process.stdout.isTTY ? 'spec' : 'tap'; }

// wanted returns pairs of a reporter's name and where its output goes.
function wanted() {
  const { reporters, destinations } = testConfig();
  if (reporters.length === 0 && destinations.length === 0) return [[defaultReporter(), 'stdout']];
  const names = reporters.length === 0 ? [defaultReporter()] : reporters;
  const places = names.length === 1 && destinations.length === 0 ? ['stdout'] : destinations;
  if (names.length !== places.length) {
    throw new ERR_INVALID_ARG_VALUE('--test-reporter', reporters,
      'must match the number of specified \'--test-reporter-destination\'');
  }
  return names.map((name, i) => [name, places[i]]);
}

async function load(name) {
  if (builtin.has(name)) return require('test/reporters')[name];
  const { pathToFileURL } = require('url');
  const { importModule } = require('internal/modules/esm/loader');
  const parent = pathToFileURL(`${process.cwd()}/`).href;
  const loaded = await importModule(name, parent);
  const reporter = loaded.default ?? loaded;
  if (reporter === undefined || reporter === null) {
    throw new ERR_INVALID_ARG_VALUE('Reporter', name, 'is not a valid reporter');
  }
  return reporter;
}

function open(place) {
  if (place === 'stdout') return process.stdout;
  if (place === 'stderr') return process.stderr;
  return require('fs').createWriteStream(place);
}

// A class, or a function made by util.inherits, is made first.
function instance(reporter) {
  const isStream = typeof reporter === 'function' && reporter.prototype !== undefined &&
    Object.getOwnPropertyDescriptor(reporter.prototype, 'constructor') !== undefined &&
    typeof reporter.prototype.pipe === 'function';
  return isStream ? new reporter() : reporter;
}

async function setUp(root) {
  if (testConfig().isChild) {
    require('internal/test/child').report(root.reporter);
    return;
  }
  await attach(root.reporter);
}

// attach pipes the events of a stream through the reporters to where they belong.
async function attach(stream) {
  const { compose } = require('stream');
  for (const [name, place] of wanted()) {
    const reporter = instance(await load(name));
    compose(stream, reporter).pipe(open(place));
  }
}

module.exports = { attach, setUp, wanted };
