'use strict';
// Hashes and ciphers that are half done, work for the thread pool, keys.
const crypto = require('crypto');
const names = ['md5', 'sha1', 'sha256', 'sha384', 'sha512', 'sha3-256', 'ripemd160', 'blake2b512'].filter((n) => crypto.getHashes().includes(n));
const hashes = names.map((name) => crypto.createHash(name));
const hmac = crypto.createHmac('sha256', 'key');
const key = Buffer.alloc(32, 7);
const ciphers = ['aes-256-cbc', 'aes-256-ctr', 'aes-256-gcm'].map((name) => crypto.createCipheriv(name, key, Buffer.alloc(name.endsWith('gcm') ? 12 : 16, 3)));
const decipher = crypto.createDecipheriv('aes-256-ctr', key, Buffer.alloc(16, 3));
const texts = [];
let plain = '';
let round = 0;
(function step() {
  const text = `round ${round} `;
  for (const h of hashes) h.update(text);
  hmac.update(text);
  ciphers.forEach((c, i) => texts.push([i, c.update(text, 'utf8', 'hex')]));
  plain += decipher.update(texts[texts.length - 2][1], 'hex', 'utf8');
  if (round === 2) console.log(hashes[0].copy().digest('hex'));
  if (++round < 5) return setTimeout(step, 1);
  console.log(names.map((n, i) => `${n} ${hashes[i].digest('hex').slice(0, 16)}`).join('\n'), hmac.digest('base64'));
  ciphers.forEach((c) => console.log(c.final('hex')));
  console.log(plain + decipher.final('utf8'), ciphers[2].getAuthTag().toString('hex'));
})();
crypto.randomBytes(8, (error, b) => console.log(b.toString('hex')));
crypto.pbkdf2('password', 'salt', 10, 16, 'sha1', (error, b) => console.log(b.toString('hex')));
crypto.scrypt('password', 'salt', 16, { N: 16 }, (error, b) => console.log(b.toString('hex')));
crypto.webcrypto.subtle.digest('SHA-256', Buffer.from('web')).then((b) => console.log(Buffer.from(b).toString('hex')));
setTimeout(() => console.log(crypto.randomUUID().length, crypto.randomInt(1000) < 1000), 3);
