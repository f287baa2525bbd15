'use strict';
// How strictly a session reads its input.

module.exports = Object.freeze({ modeSloppy: Symbol('repl-sloppy'), modeStrict: Symbol('repl-strict') });
