'use strict';

// The ciphers, by all of their names.

const modes = { ecb: 0, cbc: 1, ctr: 2, gcm: 3 };
const numbers = {
  128: { ecb: 418, cbc: 419, ctr: 904, gcm: 895 },
  192: { ecb: 422, cbc: 423, ctr: 905, gcm: 898 },
  256: { ecb: 426, cbc: 427, ctr: 906, gcm: 901 },
};

function cipher(bits, mode) {
  return {
    name: mode === 'gcm' ? `id-aes${bits}-gcm` : `aes-${bits}-${mode}`,
    mode,
    modeNumber: modes[mode],
    nid: numbers[bits][mode],
    keyLength: bits / 8,
    ivLength: mode === 'ecb' ? 0 : mode === 'gcm' ? 12 : 16,
    blockSize: mode === 'ecb' || mode === 'cbc' ? 16 : 1,
  };
}

const ciphers = new Map();
for (const bits of [128, 192, 256]) {
  for (const mode in modes) ciphers.set(`aes-${bits}-${mode}`, cipher(bits, mode));
}
const aliases = ['128', '192', '256'];

// Returns what is known of a cipher; undefined for a name that is none.
function findCipher(name) {
  name = name.toLowerCase();
  const [, bits, suffix] = /^(?:id-)?aes(\d+)(-gcm)?$/.exec(name) ?? [];
  if (bits !== undefined) name = suffix ? `aes-${bits}-gcm` : `aes-${bits}-cbc`;
  return ciphers.get(name);
}

function getCiphers() {
  return [...ciphers.keys(), ...aliases.map((bits) => `aes${bits}`),
    ...aliases.map((bits) => `id-aes${bits}-GCM`)].sort();
}

module.exports = { ciphers, findCipher, getCiphers };
