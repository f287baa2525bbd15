'use strict';
// The descriptor of a terminal's stream.

const { codes: { ERR_INVALID_FD, ERR_TTY_INIT_FAILED } } = require('internal/errors');
const binding = internalBinding('tty');

const maxDescriptor = 2 ** 31 - 1;

function isDescriptor(fd) { return Number.isInteger(fd) && fd >= 0 && fd <= maxDescriptor; }

function isatty(fd) { return isDescriptor(fd) && binding.kind(fd) === 'TTY'; }

// check throws when fd is not that of a terminal.
function check(fd) {
  if (fd >> 0 !== fd || fd < 0) throw new ERR_INVALID_FD(fd);
  if (binding.kind(fd) !== 'TTY') {
    throw new ERR_TTY_INIT_FAILED({ errno: -22, code: 'EINVAL', message: 'invalid argument', syscall: 'uv_tty_init' });
  }
}

module.exports = { check, isatty };
