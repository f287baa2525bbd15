// dotenv: parsing every form of value, files, overriding.
const dotenv = require('dotenv');
const fs = require('fs');
const path = require('path');
const os = require('os');

const text = [
  'BASIC=basic', 'AFTER_LINE=after', '', '# comment', 'EMPTY=', 'EMPTY_SINGLE=\'\'', 'EMPTY_DOUBLE=""', 'EMPTY_BACK=``', "SINGLE='single'", "SPACED='    spaced    '", 'DOUBLE="double"', 'DOUBLE_IN_SINGLE=\'a "b" c\'',
  'EXPAND="expand\\nnew\\nlines\\r\\t"', 'NOT=not\\nexpanded', "NOT_SINGLE='not\\nsingle'", 'JSON={"foo": "bar"}', 'JSON_QUOTED=\'{"foo": "bar"}\'', 'SPACES = some  spaces  ', 'HASH=value # comment', 'HASH_QUOTED="value # no comment" # comment',
  'HASH_IN=a#b', 'EQUALS=a=b==', 'USER=therealnerdybeast+tag@example.com', '    INDENTED=indented', 'export EXPORTED=exported', 'MULTI="first\nsecond\n  third"', "MULTI_SINGLE='one\ntwo'", 'MULTI_BACK=`it\'s "x"\nback`', 'BAD LINE', 'COLON: yaml', 'UNICODE=ünï€😀', 'DOTS.IN-NAME=dots', 'LAST=last',
].join('\n');
for (const eol of ['\n', '\r\n', '\r']) {
  const parsed = dotenv.parse(Buffer.from(text.replace(/\n/g, eol)));
  console.log(Object.keys(parsed).length, JSON.stringify(parsed));
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dotenv-'));
const file = path.join(folder, '.env');
const local = path.join(folder, '.env.local');
fs.writeFileSync(file, 'A_NEW_ONE=from file\nHOME=changed\nSHARED=env');
fs.writeFileSync(local, 'SHARED=local\nONLY_LOCAL=1');
const before = process.env.HOME;
console.log(dotenv.config({ path: file }).parsed, process.env.A_NEW_ONE, process.env.HOME === before);
console.log(dotenv.config({ path: [local, file], override: true }).parsed, process.env.HOME, process.env.SHARED);
const own = {};
console.log(dotenv.config({ path: file, processEnv: own }).parsed, own);
const missing = dotenv.config({ path: path.join(folder, 'none') });
console.log(missing.error.code, missing.error.message.replace(folder, ''), missing.parsed);
process.chdir(folder);
console.log(dotenv.config().parsed);
const target = { X: 'old' };
dotenv.populate(target, { X: 'new', Y: 'y' });
console.log(target);
dotenv.populate(target, { X: 'new' }, { override: true });
console.log(target);
try { dotenv.populate(target, 'text'); } catch (e) { console.log(e.code, e.message); }
console.log(dotenv.parse(fs.readFileSync(file, 'latin1')), Object.keys(dotenv));

// An encrypted vault: AES in Galois mode.
const crypto = require('crypto');
const key = 'ab'.repeat(32);
const nonce = Buffer.alloc(12, 7);
const cipher = crypto.createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce);
const sealed = Buffer.concat([nonce, cipher.update('VAULT=opened\nB=2'), cipher.final(), cipher.getAuthTag()]).toString('base64');
console.log(dotenv.decrypt(sealed, key));
for (const [bad, with_] of [[sealed, 'cd'.repeat(32)], [sealed, 'short'], ['AAAA', key]]) {
  try { console.log(dotenv.decrypt(bad, with_)); } catch (e) { console.log(e.code, e.message); }
}
fs.rmSync(folder, { recursive: true });
