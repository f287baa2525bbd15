'use strict';

// Names of hosts in url.parse.

const { domainToASCII } = internalBinding('url');

// ASCII without encoded labels.
const plain = /^(?!.*xn--)[\0-\x7f]*$/s;

// The ASCII form of a lower-case name, or "" when it has none.
function toASCII(hostname) {
  return plain.test(hostname) ? hostname : domainToASCII(hostname);
}

module.exports = { toASCII };
