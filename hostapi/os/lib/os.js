'use strict';
// provisional
exports.EOL = '\n';
exports.tmpdir = () => process.env.TMPDIR || '/tmp';
exports.platform = () => process.platform;
exports.constants = { signals: { SIGINT: 2, SIGTERM: 15, SIGKILL: 9 }, errno: {} };
