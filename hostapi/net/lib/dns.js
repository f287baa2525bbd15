'use strict';

// The module 'dns' without a network.

const { absentClass, addAbsent } = require('internal/errors/absent');
const { errorCodes, getDefaultResultOrder, queries, setDefaultResultOrder } = require('internal/dns/names');

const Resolver = absentClass('dns', 'Resolver');
addAbsent(Resolver.prototype, 'dns.Resolver', queries);

Object.assign(exports, {
  Resolver,
  getDefaultResultOrder,
  setDefaultResultOrder,
  ADDRCONFIG: 32,
  ALL: 16,
  V4MAPPED: 8,
  ...errorCodes,
});
addAbsent(exports, 'dns', ['lookup', 'lookupService', 'setServers', 'getServers', ...queries]);
Object.defineProperty(exports, 'promises', {
  get() { return require('dns/promises'); },
  enumerable: true,
  configurable: true,
});
