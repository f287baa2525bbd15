'use strict';

// zlib's errors.

const numbers = { Z_NEED_DICT: 2, Z_DATA_ERROR: -3, Z_BUF_ERROR: -5 };

function zlibError(code, message) {
  const error = new Error(message);
  error.errno = numbers[code];
  error.code = code;
  return error;
}

module.exports = { dataError: (message) => zlibError('Z_DATA_ERROR', message), zlibError };
