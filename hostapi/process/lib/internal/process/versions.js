'use strict';
// What programs read to find out which APIs they may use.
module.exports = Object.freeze({
  node: '20.20.2', jsrr: '0.1.0', goja: '0.0.0-20260917113740', uv: '1.46.0', modules: '115', v8: '11.3.244.8-node.37',
  zlib: '1.3.1', openssl: '3.0.17', unicode: '15.0', ares: '1.34.5', napi: '9',
});
