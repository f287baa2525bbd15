'use strict';

// The names by which the web knows encodings, for those that are there.

const labels = new Map();

function add(encoding, names) {
  for (const name of names.split(' ')) labels.set(name, encoding);
}

add('utf-8', 'unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8');
add('utf-16le', 'csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le');
add('utf-16be', 'unicodefffe utf-16be');
add('windows-1252', 'ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 ' +
  'iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252');

// The encoding with a label, or undefined.
function encodingOf(label) {
  return labels.get(label.replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, '').toLowerCase());
}

module.exports = { encodingOf };
