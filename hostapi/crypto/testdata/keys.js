// Secret keys.
const c = require('crypto');

function t(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name, e.code, e.message, Object.keys(e));
  }
}

t(() => c.createSecretKey('abc'));
t(() => c.createSecretKey(Buffer.from('abc')).export());
t(() => c.createSecretKey(Buffer.from('abc')).export({format:'jwk'}));
t(() => c.createSecretKey(''));
t(() => c.createSecretKey(Buffer.from('abc')).equals(c.createSecretKey('abc')));
t(() => c.createHmac('md5',c.createSecretKey('k')).update('x').digest('hex'));
t(() => c.createSecretKey('abc').symmetricKeySize);
t(() => new c.KeyObject('secret'));
t(() => c.createSecretKey('abc','hex'));
t(() => c.getFips());
t(() => c.secureHeapUsed());

t(() => c.createHmac('sha1', c.createSecretKey(Buffer.from('key'))).update('x').digest('hex'));
t(() => c.createSecretKey(5));
t(() => c.createSecretKey('abc').equals(5));
t(() => c.createSecretKey('abc').equals(c.createSecretKey('abd')));
t(() => c.createSecretKey('abc').type);
t(() => c.createSecretKey('abc').export({ format: 'pem' }));
t(() => String(c.createSecretKey('abc')));
t(() => c.generateKeySync('hmac', { length: 72 }).symmetricKeySize);
t(() => c.generateKeySync('aes', { length: 128 }).symmetricKeySize);
t(() => c.generateKeySync('aes', { length: 100 }));
t(() => c.generateKeySync('rsa', { length: 100 }));
t(() => c.createCipheriv('aes-128-cbc', c.createSecretKey('k'.repeat(16)), 'i'.repeat(16)).final('hex'));
const bytes = Buffer.from('abc');
const key = c.createSecretKey(bytes);
bytes[0] = 0;
console.log(key.export(), key instanceof c.KeyObject, JSON.stringify(c.constants));
c.generateKey('hmac', { length: 64 }, (error, generated) => console.log(error, generated.symmetricKeySize));
