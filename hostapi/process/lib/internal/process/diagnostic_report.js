'use strict';
// process.report: its settings can be read and changed; there are no reports.
// A recording says more.

const { codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } } = require('internal/errors');
const { validateBoolean, validateString } = require('internal/validators');

const report = {
  writeReport() { throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('process.report.writeReport()'); },
  getReport() { throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('process.report.getReport()'); },
};

function setting(name, value, argument, validate) {
  Object.defineProperty(report, name, {
    enumerable: true,
    configurable: true,
    get() { return value; },
    set(replacement) {
      validate(replacement, argument);
      value = replacement;
    },
  });
}

setting('directory', '', 'directory', validateString);
setting('filename', '', 'filename', validateString);
setting('compact', false, 'compact', validateBoolean);
setting('excludeNetwork', false, 'excludeNetwork', validateBoolean);
setting('signal', 'SIGUSR2', 'signal', validateString);
setting('reportOnFatalError', false, 'trigger', validateBoolean);
setting('reportOnSignal', false, 'trigger', validateBoolean);
setting('reportOnUncaughtException', false, 'trigger', validateBoolean);

module.exports = report;
