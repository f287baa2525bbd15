'use strict';
// wasi: there is no WebAssembly to give a system to.

const { codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } } = require('internal/errors');
const { refuse } = require('internal/absent/refuse');

class WASI {
  constructor() { throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('new WASI()'); }
}
for (const name of ['finalizeBindings', 'start', 'initialize', 'getImportObject']) WASI.prototype[name] = refuse('WASI', name);

module.exports = { WASI };
