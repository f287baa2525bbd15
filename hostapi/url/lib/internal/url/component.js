'use strict';

// Percent-encoded text, with Node's error for what is malformed.

const natives = internalBinding('url');

function decodeComponent(text) {
  const decoded = natives.decodeComponent(text);
  if (decoded === undefined) throw new URIError('URI malformed');
  return decoded;
}

module.exports = { decodeComponent };
