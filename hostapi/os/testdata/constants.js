// The old module constants.
const constants = require('constants');
const names = Object.keys(constants).filter((name) => !/^SSL_OP|^default/.test(name));
console.log(names.length, Object.isFrozen(constants), names.join());
console.log(constants.O_RDONLY, constants.ENOENT, constants.SIGINT, constants.S_IFMT, constants.RSA_PKCS1_PADDING, constants.PRIORITY_LOW);
