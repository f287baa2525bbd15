'use strict';

// The names of the module 'dns': error codes, and functions that ask a server.

const codeNames = ['NODATA', 'FORMERR', 'SERVFAIL', 'NOTFOUND', 'NOTIMP', 'REFUSED', 'BADQUERY', 'BADNAME', 'BADFAMILY',
  'BADRESP', 'CONNREFUSED', 'TIMEOUT', 'EOF', 'FILE', 'NOMEM', 'DESTRUCTION', 'BADSTR', 'BADFLAGS', 'NONAME', 'BADHINTS',
  'NOTINITIALIZED', 'LOADIPHLPAPI', 'ADDRGETNETWORKPARAMS', 'CANCELLED'];

const errorCodes = {};
for (const name of codeNames) errorCodes[name] = name === 'EOF' ? 'EOF' : `E${name}`;

const queries = ['resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveCaa', 'resolveCname', 'resolveMx', 'resolveNaptr',
  'resolveNs', 'resolvePtr', 'resolveSoa', 'resolveSrv', 'resolveTxt', 'reverse'];

// In which order the addresses of a name are wanted.
const orders = ['verbatim', 'ipv4first', 'ipv6first'];
let order = 'verbatim';
function getDefaultResultOrder() { return order; }
function setDefaultResultOrder(value) {
  require('internal/validators').validateOneOf(value, 'dnsOrder', orders);
  order = value;
}

module.exports = { errorCodes, getDefaultResultOrder, queries, setDefaultResultOrder };
