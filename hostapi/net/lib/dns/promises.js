'use strict';

// The module 'dns/promises' without a network.

const { absentClass, absentError, addAbsent } = require('internal/errors/absent');
const { errorCodes, getDefaultResultOrder, queries, setDefaultResultOrder } = require('internal/dns/names');

const Resolver = absentClass('dns.promises', 'Resolver');
addAbsent(Resolver.prototype, 'dns.promises.Resolver', queries);

Object.assign(exports, { Resolver, getDefaultResultOrder, setDefaultResultOrder, ...errorCodes });
addAbsent(exports, 'dns.promises', ['setServers', 'getServers']);
for (const name of ['lookup', 'lookupService', ...queries]) {
  exports[name] = { async [name]() { throw absentError(`dns.promises.${name}`); } }[name];
}
