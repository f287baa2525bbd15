// Keys from passwords and other keys.
const c = require('crypto');

function t(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name, e.code, e.message, Object.keys(e));
  }
}

const cb=() => {};
t(() => c.pbkdf2Sync('p','s',1,20,'nope'));
t(() => c.pbkdf2Sync('p','s',1,20));
t(() => c.pbkdf2Sync('p','s',0,20,'sha1'));
t(() => c.pbkdf2Sync('p','s',1,-1,'sha1'));
t(() => c.pbkdf2Sync('p','s',1,20,'sha1').toString('hex'));
t(() => c.pbkdf2Sync('p','s',1,0,'sha1').toString('hex'));
t(() => c.pbkdf2Sync(5,'s',1,0,'sha1').toString('hex'));
t(() => c.pbkdf2('p','s',1,20,'sha1'));
t(() => c.pbkdf2('p','s',1,20,'nope',cb));
t(() => c.pbkdf2Sync('p','s',1.5,20,'sha1'));
t(() => c.pbkdf2Sync('p',null,1,20,'sha1'));
t(() => c.scryptSync('p','s',20).toString('hex'));
t(() => c.scryptSync('p','s',20,{N:15}));
t(() => c.scryptSync('p','s',20,{N:2**20}));
t(() => c.scryptSync('p','s',20,{N:1024,r:4,p:2}).toString('hex'));
t(() => c.scryptSync('p','s',20,{N:1024,cost:1024}));
t(() => c.scryptSync('p','s',20,{cost:16,blockSize:1,parallelization:1}).toString('hex'));
t(() => c.scryptSync('p','s',20,{N:'x'}));
t(() => c.scryptSync('p','s',20,{maxmem:100}));
t(() => c.scryptSync('p','s'));
t(() => c.scrypt('p','s',20));
t(() => c.scryptSync('p','s',20,{N:0}).toString('hex'));
t(() => c.scryptSync('p','s',20,{N:1}).toString('hex'));
t(() => c.scryptSync('p','s',0).toString('hex'));
t(() => c.hkdfSync('sha256','k','s','i',10));
t(() => Buffer.from(c.hkdfSync('sha256','k','s','i',10)).toString('hex'));
t(() => c.hkdfSync('nope','k','s','i',10));
t(() => c.hkdfSync('sha256','k','s','i',100000));
t(() => c.hkdfSync('sha256','k','s','i'.repeat(1025),10));
t(() => c.hkdfSync('sha256','','s','i',10));
t(() => c.hkdf('sha256','k','s','i',10));
t(() => c.hkdfSync('sha256',5,'s','i',10));
t(() => c.hkdfSync('sha256','k','s','i',0));

for (const digest of ['md5', 'sha1', 'sha256', 'sha512', 'sha3-256', 'ripemd160', 'RSA-SHA1']) {
  console.log(digest, c.pbkdf2Sync('password', Buffer.from('salt'), 3, 40, digest).toString('hex'), Buffer.from(c.hkdfSync(digest, Buffer.from('key'), 'salt', 'info', 40)).toString('hex'));
}
console.log(Buffer.from(c.hkdfSync('sha256', c.createSecretKey('key'), new ArrayBuffer(3), new DataView(new ArrayBuffer(2)), 9)).toString('hex'));

const steps = [
  (next) => c.pbkdf2('p', 's', 1, 20, 'sha1', next),
  (next) => c.pbkdf2('p', 's', 1, 0, 'sha1', next),
  (next) => c.scrypt('p', 's', 20, { N: 16 }, next),
  (next) => c.scrypt('p', 's', 20, next),
  (next) => c.hkdf('md5', 'p', 's', '', 20, next),
];
(function run(i) {
  if (i === steps.length) return;
  steps[i]((...result) => {
    console.log(...result);
    process.nextTick(() => console.log('tick'));
    Promise.resolve().then(() => console.log('microtask'));
    run(i + 1);
  });
  console.log('started', i);
})(0);
