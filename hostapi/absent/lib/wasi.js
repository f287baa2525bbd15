'use strict';
// wasi: there is no WebAssembly to give a system to.

const { absentError, absentFunction } = require('internal/errors/absent');

class WASI {
  constructor() { throw absentError('new WASI()'); }
}
for (const name of ['finalizeBindings', 'start', 'initialize', 'getImportObject']) WASI.prototype[name] = absentFunction('WASI', name);

module.exports = { WASI };
