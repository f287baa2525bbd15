// AES in the modes ECB, CBC, CTR and GCM.
const c = require('crypto');

function t(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name, e.code, e.message, Object.keys(e));
  }
}

t(() => c.createCipheriv('nope','k','i'));
t(() => c.createCipheriv('aes-128-cbc','k','i'));
t(() => c.createCipheriv('aes-128-cbc','k'.repeat(16),'i'));
t(() => c.createCipheriv('aes-128-cbc','k'.repeat(16)));
t(() => c.createCipheriv('aes-128-cbc',5,'i'));
t(() => c.createCipheriv('aes-128-ecb','k'.repeat(16),null).update('x'));
t(() => c.createCipheriv('aes-128-ecb','k'.repeat(16),'x'));
t(() => c.createCipheriv('aes-128-cbc','k'.repeat(16),null));
const mk=() => c.createCipheriv('aes-128-cbc','k'.repeat(16),'i'.repeat(16)), md=() => c.createDecipheriv('aes-128-cbc','k'.repeat(16),'i'.repeat(16));
t(() => mk().update('hello','utf8','hex'));
t(() => {const x=mk();return x.update('hello','utf8','hex')+x.final('hex')});
t(() => {const x=mk();x.final();x.final()});
t(() => {const x=mk();x.final();x.update('x')});
t(() => mk().update(5));
t(() => {const x=md();x.update('00','hex');x.final()});
t(() => {const x=md();x.update('00'.repeat(16),'hex');x.final()});
t(() => md().final());
t(() => {const x=mk();x.setAutoPadding(false);x.update('abc');x.final()});
t(() => {const x=mk();x.update('a','utf8','hex');x.final('base64')});
t(() => mk().getAuthTag());
t(() => mk().setAAD(Buffer.alloc(1)));
t(() => mk().setAuthTag);
const gk=(o)=>c.createCipheriv('aes-256-gcm','k'.repeat(32),'i'.repeat(12),o), gd=(o)=>c.createDecipheriv('aes-256-gcm','k'.repeat(32),'i'.repeat(12),o);
t(() => gk().getAuthTag());
t(() => {const x=gk();x.setAAD(Buffer.from('aad'));const o=x.update('hello','utf8','hex')+x.final('hex');return o+x.getAuthTag().toString('hex')});
t(() => {const x=gd();x.update('00','hex');x.final()});
t(() => {const x=gd();x.setAuthTag(Buffer.alloc(16));x.update('00','hex');x.final()});
t(() => gd().setAuthTag(Buffer.alloc(3)));
t(() => gd().setAuthTag(Buffer.alloc(4)).constructor.name);
t(() => gk({authTagLength:5}));
t(() => gk({authTagLength:12}).final());
t(() => {const x=gd();x.setAuthTag(Buffer.alloc(16));x.setAuthTag(Buffer.alloc(16))});
t(() => {const x=gk();x.update('a');x.setAAD(Buffer.from('x'))});
t(() => {const x=gk();x.final();return x.getAuthTag().length+x.final().length});
t(() => c.createCipheriv('aes-256-gcm','k'.repeat(32),'i'.repeat(20)).update('hello','utf8','hex'));
t(() => c.createCipheriv('aes-256-gcm','k'.repeat(32),''));
t(() => c.getCipherInfo('aes-128-cbc'));
t(() => c.getCipherInfo('aes-256-gcm'));
t(() => c.getCipherInfo('nope'));
t(() => c.getCipherInfo('aes-128-ctr'));
t(() => c.getCipherInfo('aes-128-ecb'));
t(() => mk());
t(() => c.Cipheriv('aes-128-cbc','k'.repeat(16),'i'.repeat(16)) instanceof c.Cipheriv);

// What is encrypted in pieces is decrypted in others.
const text = Buffer.from('The quick brown fox jumps over the lazy dog. '.repeat(5));
for (const bits of [128, 192, 256]) {
  for (const mode of ['ecb', 'cbc', 'ctr', 'gcm']) {
    const key = Buffer.alloc(bits / 8, 'key');
    const iv = mode === 'ecb' ? null : Buffer.alloc(mode === 'gcm' ? 12 : 16, 'vector');
    for (const length of [0, 1, 15, 16, 17, 48, 200]) {
      const cipher = c.createCipheriv(`aes-${bits}-${mode}`, key, iv);
      if (mode === 'gcm') cipher.setAAD(text.subarray(0, length % 40));
      const pieces = [];
      for (let i = 0; i < length; i += 13) pieces.push(cipher.update(text.subarray(i, Math.min(i + 13, length))));
      pieces.push(cipher.final());
      const secret = Buffer.concat(pieces);
      const decipher = c.createDecipheriv(`AES-${bits}-${mode}`, key, iv);
      if (mode === 'gcm') decipher.setAAD(text.subarray(0, length % 40)).setAuthTag(cipher.getAuthTag());
      const lengths = [];
      const plain = [];
      for (let i = 0; i < secret.length; i += 16) {
        plain.push(decipher.update(secret.subarray(i, i + 16)));
        lengths.push(plain.at(-1).length);
      }
      plain.push(decipher.final());
      console.log(bits, mode, length, pieces.map((piece) => piece.length).join(), lengths.join(), secret.toString('base64'),
        mode === 'gcm' ? cipher.getAuthTag() : '', Buffer.concat(plain).equals(text.subarray(0, length)));
    }
  }
}

// Counters that overflow, vectors of other lengths.
const key = 'k'.repeat(16);
console.log(c.createCipheriv('aes-128-ctr', key, Buffer.alloc(16, 255)).update(Buffer.alloc(40)).toString('hex'));
for (const length of [1, 8, 16, 20, 33]) {
  const cipher = c.createCipheriv('aes-128-gcm', key, Buffer.alloc(length, 255), { authTagLength: 12 });
  console.log(length, cipher.update(text, null, 'hex').slice(0, 40), cipher.final('hex'), cipher.getAuthTag().toString('hex'));
}

// Text in several encodings.
const e = c.createCipheriv('aes-128-cbc', key, key);
const coded = e.update('héllo wörld €', 'utf8', 'base64') + e.update('c3a9', 'hex', 'base64') + e.final('base64');
const d = c.createDecipheriv('aes-128-cbc', key, key);
console.log(coded, d.update(coded, 'base64', 'utf8') + d.final('utf8'));

// As streams.
const chunks = [];
const s = c.createCipheriv('aes-128-cbc', key, key);
s.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
  console.log('encrypted', Buffer.concat(chunks).toString('hex'));
  const back = c.createDecipheriv('aes-128-cbc', key, key);
  back.setEncoding('utf8');
  back.on('data', (chunk) => console.log('decrypted', chunk));
  back.end(Buffer.concat(chunks));
  const bad = c.createDecipheriv('aes-128-cbc', key, key);
  bad.on('error', (error) => console.log('error', error.code));
  bad.end('short');
});
s.write('some text ');
s.end('and more text');
console.log(c.getCiphers().includes('aes-128-gcm'), c.getCipherInfo(419), c.getCipherInfo('aes-256-gcm', { ivLength: 16 }), c.getCipherInfo('id-aes128-GCM').mode);
