'use strict';
// Begins to count what runs. In the process of a test file the figures go to the
// process that started it.

function start() {
  internalBinding('modules').countCoverage();
  if (process.env.NODE_TEST_CONTEXT === undefined) return;
  process.on('exit', () => {
    const { counted } = require('internal/test/coverage/collect');
    require('internal/test/child').send('coverage', counted());
  });
}

module.exports = { start };
