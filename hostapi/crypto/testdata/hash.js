// Hash, Hmac and hash().
const c = require('crypto');

function t(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name, e.code, e.message, Object.keys(e));
  }
}

t(() => c.createHash('nope'));
t(() => c.createHash());
t(() => c.createHash('sha256',{outputLength:5}).digest('hex'));
t(() => c.createHash('sha256',{outputLength:32}).digest('hex'));
t(() => c.createHash('shake128',{outputLength:5}).digest('hex'));
t(() => c.createHash('shake128',{outputLength:0}).digest('hex'));
t(() => c.createHash('shake128').digest('hex'));
t(() => c.createHash('shake256').digest('hex'));
t(() => c.createHash('md5').update(5));
t(() => c.createHash('md5').update('abc','hex').digest('hex'));
t(() => c.createHash('md5').update('zz','hex').digest('hex'));
t(() => {const h=c.createHash('md5');h.digest();h.update('x')});
t(() => {const h=c.createHash('md5');h.digest();h.digest()});
t(() => {const h=c.createHash('md5');h.digest();h.copy()});
t(() => c.createHash('md5').digest('nope'));
t(() => c.createHash('md5').digest('latin1'));
t(() => c.createHash('md5').digest('buffer'));
t(() => c.createHash('md5').digest('base64url'));
t(() => c.createHash('MD5').update('a').copy().update('b').digest('hex'));
t(() => c.createHash('RSA-SHA256').digest('hex'));
t(() => c.createHash('md5'));
t(() => c.createHmac('md5'));
t(() => c.createHmac('nope','x'));
t(() => c.createHmac('md5','k').update('x').digest('hex'));
t(() => {const h=c.createHmac('md5','k');h.digest();return h.digest('hex')});
t(() => {const h=c.createHmac('md5','k');h.digest();h.update('x')});
t(() => c.createHmac('md5','k'));
t(() => c.createHmac('md5',5));
t(() => c.createHmac(5,5));
t(() => c.Hash('md5') instanceof c.Hash);
t(() => c.hash);
t(() => c.hash&&c.hash('sha1','abc'));
t(() => c.hash&&c.hash('sha1','abc','buffer'));
t(() => c.hash('nope','abc'));
t(() => c.hash('md5',5));

// Every algorithm, in pieces, of several sizes.
const names = ['md5', 'md5-sha1', 'ripemd160', 'rmd160', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-224', 'sha512-256',
  'sha3-224', 'sha3-256', 'sha3-384', 'sha3-512', 'shake128', 'shake256', 'blake2b512', 'blake2s256', 'RSA-SHA512/256', 'SHA2-256'];
for (const name of names) {
  for (const size of [0, 1, 63, 64, 65, 127, 128, 129, 1000]) {
    const data = Buffer.from('0123456789abcdef'.repeat(64)).subarray(0, size);
    const h = c.createHash(name);
    for (let i = 0; i < size; i += 37) h.update(data.subarray(i, i + 37));
    const copy = h.copy();
    const m = c.createHmac(name.startsWith('shake') ? 'sha1' : name, data).update(data);
    console.log(name, size, h.digest('base64'), copy.update('more').digest('base64url'), m.digest('hex'));
  }
}

// Data of every kind.
for (const data of ['é', Buffer.from('é'), new Uint16Array([1, 2]), new DataView(new ArrayBuffer(3), 1), new Float64Array([1.5])]) {
  console.log(c.createHash('sha1').update(data).digest('hex'), c.createHmac('sha1', data).update(data).digest('hex'), c.hash('md5', data));
}
for (const encoding of ['utf8', 'latin1', 'hex', 'base64', 'base64url', 'utf16le', 'ascii', 'buffer', undefined]) {
  console.log(encoding, c.createHash('sha1').update('c3a9ff', encoding).digest('hex'));
}

// As streams.
const { pipeline, Readable } = require('stream');
const h = c.createHash('sha256');
console.log(h instanceof require('stream').Transform, h.readable, h.writable);
h.on('data', (d) => console.log('data', d));
h.on('end', () => console.log('end'));
h.write('one');
h.write('two', 'utf8', () => console.log('written'));
h.end();
const hex = c.createHmac('sha512', 'key', { encoding: 'utf8' });
hex.setEncoding('hex');
pipeline(Readable.from(['a', 'b', Buffer.from('c')]), hex, (error) => console.log('pipeline', error));
hex.on('data', (d) => console.log('hmac', d));
c.createHash('md5').once('readable', function() { console.log('readable', this.read().toString('hex')); }).end('x');
console.log(c.getHashes().filter((name) => name.startsWith('sha')).includes('sha256'), c.getHashes() !== c.getHashes());
