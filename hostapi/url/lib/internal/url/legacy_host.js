'use strict';

// Names of hosts in url.parse.

const { domainToASCII } = internalBinding('url');

const ascii = /^[\0-\x7f]*$/;

// The ASCII form of a lower-case name, or "" when it has none.
function toASCII(hostname) {
  return ascii.test(hostname) ? hostname : domainToASCII(hostname);
}

module.exports = { toASCII };
