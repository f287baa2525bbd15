// globalThis.crypto and crypto.webcrypto.
const c = require('crypto');

function t(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
}

t(() => crypto);
t(() => crypto.subtle);
t(() => c.webcrypto === crypto);
t(() => c.subtle === crypto.subtle);
t(() => c.getRandomValues === crypto.getRandomValues);
t(() => [typeof Crypto, typeof CryptoKey, typeof SubtleCrypto]);
t(() => new Crypto());
t(() => new SubtleCrypto());
t(() => new CryptoKey());
t(() => Object.prototype.toString.call(crypto) + Object.prototype.toString.call(crypto.subtle));
t(() => crypto.getRandomValues(new Uint8Array(4)).length);
t(() => crypto.getRandomValues(new Float64Array(4)).length);
t(() => crypto.getRandomValues());
t(() => crypto.getRandomValues.call({}, new Uint8Array(1)));
t(() => crypto.randomUUID().length);
t(() => crypto.randomUUID.call({}));
t(() => Object.keys(Crypto.prototype));
t(() => typeof Object.getOwnPropertyDescriptor(globalThis, 'crypto').get, Object.getOwnPropertyDescriptor(globalThis, 'crypto').enumerable);
const data = Buffer.from('abc');
(async () => {
  for (const name of ['SHA-1', 'sha-256', { name: 'SHA-384' }, 'SHA-512', 'MD5', '', undefined, { name: 'nope' }]) {
    try {
      console.log(Buffer.from(await crypto.subtle.digest(name, data)).toString('hex'));
    } catch (e) {
      console.log(e.name, e.code, e.message);
    }
  }
  for (const args of [['SHA-1', 'abc'], ['SHA-1'], [], ['SHA-1', null], ['SHA-1', new Uint16Array([1, 2])], ['SHA-1', new ArrayBuffer(2)]]) {
    try {
      console.log(Buffer.from(await crypto.subtle.digest(...args)).toString('hex'));
    } catch (e) {
      console.log(e.name, e.code, e.message);
    }
  }
  const changing = Buffer.from('abc');
  const promise = crypto.subtle.digest('SHA-1', changing);
  changing[0] = 0;
  console.log(Buffer.from(await promise).toString('hex'));
})();
