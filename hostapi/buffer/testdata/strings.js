'use strict';
// Between strings and bytes, in every encoding.
const encodings = ['utf8', 'UTF-8', 'ucs2', 'ucs-2', 'utf16le', 'UTF-16LE', 'latin1', 'binary', 'ascii', 'hex',
  'base64', 'base64url'];
const texts = ['', 'a', 'abc', 'héllo wörld', '€', '\u{1f600}', 'a\u{1f600}b', '\ud83d', '\ude00\ud83d', 'x\ud800y',
  '\u0000\u007f\u0080\u00ff\u0100', 'deadbeef', 'deadbee', 'dezd', 'DEADbeef00', 'YWJj', 'YWJjZA==', 'YWJjZA=',
  'YWJjZA', 'YW Jj\nZA', 'YQ==YQ==', '-_-_', '+/+/', '====', 'Y=Q=', '=', 'YWJj!ZGVm', 'YWJj\u00e9ZGVm',
  '\u0141QID', 'YWJjZGVm\u{1f600}ZGVm', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', '61\u0141',
  'ﬀﬁ', 'a'.repeat(100), 'é'.repeat(33)];
for (const text of texts) {
  const name = JSON.stringify(text.length > 20 ? `${text.slice(0, 8)}*${text.length}` : text);
  for (const encoding of encodings) {
    const bytes = Buffer.from(text, encoding);
    const room = Buffer.alloc(7, 0x2e);
    const written = room.write(text, 1, encoding);
    const partial = Buffer.alloc(5, 0x2e);
    const partially = partial.write(text, 0, 4, encoding);
    console.log(name, encoding, bytes.toString('hex'), Buffer.byteLength(text, encoding), written,
      room.toString('hex'), partially, partial.toString('hex'));
  }
}
const contents = ['', '61', '6162', '616263', 'c3a9', 'c3', 'e282ac', 'e282', 'e2', 'f09f9880', 'f09f98', 'f09f', 'f0',
  'ff', 'fffe', 'c080', 'eda080', 'f4908080', 'e28261', 'f09f9861', 'f0809f98', 'e0809f', 'edbfbf', '80', '8080bf',
  'c3a9c3', '61ff62', 'efbbbf61', '00d8', '3dd800de', '3dd800', 'f8888080', '6180', '61c328', 'f1bf61', 'c261',
  '7f80ff', '0a0d00'];
for (const hex of contents) {
  const bytes = Buffer.from(hex, 'hex');
  console.log(hex, encodings.map((encoding) => JSON.stringify(bytes.toString(encoding))).join(' '));
}
function attempt(f) {
  const label = f.toString().slice(6);
  try {
    const result = f();
    console.log(label, '=>', typeof result, Buffer.isBuffer(result) ? result.toString('hex') : result);
  } catch (error) {
    console.log(label, '!!', error.name, error.code, error.message);
  }
}
const b = Buffer.from('0123456789abcdef');
const z = () => Buffer.alloc(8, 1);
[
  () => b.utf8Slice(), () => b.utf8Slice(5, 2), () => b.utf8Slice(-1), () => b.utf8Slice(3, 1000),
  () => b.utf8Slice(1000), () => b.utf8Slice('2', '4'), () => b.utf8Slice(2.7, 4.9), () => b.utf8Slice(null, 4),
  () => b.utf8Slice(NaN), () => b.hexSlice(-2, 4), () => b.latin1Slice(0, -1), () => b.utf8Slice.call({}),
  () => b.utf8Slice.call(5), () => b.utf8Slice(Infinity), () => b.ucs2Slice(0, 3), () => b.asciiSlice(1, 3),
  () => b.base64Slice(0, 4), () => b.base64urlSlice(0, 4), () => b.hexSlice(0, 4),
  () => Buffer.prototype.utf8Slice.call(new Uint16Array([0x3130])),
  () => z().utf8Write('héllo', 6), () => z().utf8Write('abc', 9), () => z().utf8Write('abc', 8),
  () => z().utf8Write('abc', -1), () => z().utf8Write('abc', 1, 1), () => z().utf8Write('abc', 1, 100),
  () => z().utf8Write('abc', 1, -1), () => z().utf8Write(5), () => z().utf8Write(), () => z().utf8Write('abc', '1'),
  () => z().utf8Write('abc', NaN), () => z().latin1Write('abc', 20), () => z().hexWrite('abc', 0),
  () => z().hexWrite('zz', 0), () => z().hexWrite(5), () => z().base64Write('YWJj', 2, 2),
  () => z().ucs2Write('abc', 5), () => z().asciiWrite('abc', 1.9),
  () => z().write('abc', 9), () => z().write('abc', 8), () => z().write('abc', -1), () => z().write('abc', 1, 9),
  () => z().write('abc', 5, 8), () => z().write('abc', 1, -1), () => z().write('abc', 'hex'),
  () => z().write('abcd', 'hex'), () => z().write('abc', 1, 'latin1'), () => z().write('abc', 1, 2, 'ascii'),
  () => z().write('abc', 1, 2, 'foo'), () => z().write('abc', 'foo'), () => z().write(5), () => z().write(),
  () => z().write(null, 1), () => z().write({}, 'hex'), () => z().write('abc', 1.5), () => z().write('abc', null),
  () => z().write('abc', '1'), () => z().write('abc', 1, null), () => z().write('abc', 1, undefined, 'hex'),
  () => z().write('abc', undefined, 'hex'), () => z().write('abc', undefined, 2),
  () => z().write('abc', undefined, 2, 'hex'), () => z().write('abc', NaN), () => z().write('abc', 2, 5, ''),
  () => z().write('abc', 2, 5, null), () => z().write('abc', 2, 5, 5), () => z().write('abc', 2, Infinity),
  () => b.toString(null), () => b.toString('foo'), () => b.toString(5), () => b.toString({}),
  () => b.toString(undefined, 2), () => b.toString('hex', 2, 4), () => b.toString('HEX', -5, 4),
  () => b.toString('utf8', '2', '5'), () => b.toString('utf8', NaN, 5), () => b.toString('utf8', 3, -1),
  () => b.toString('utf8', 100), () => b.toString('utf8', 2.5, 4.5), () => b.toString('utf8', 0, null),
  () => b.toString('utf8', null, 3), () => b.toString('foo', 100), () => b.toString('foo', 0, 0),
  () => b.toString('utf16LE', 0, 3), () => b.toString('UCS-2'), () => b.toString(''), () => b.toString(false),
  () => b.toString('utf8', undefined, Infinity), () => b.toString('utf8', 0, 2 ** 32 + 2),
  () => b.toString('ucs2', 1, 2), () => b.toString(Symbol('s')), () => Buffer.alloc(0).toString('hex'),
  () => b.toLocaleString(), () => b.toLocaleString('hex', 1, 2),
  () => Buffer.byteLength('héllo', 'latin1'), () => Buffer.byteLength('a', 'foo'), () => Buffer.byteLength(b),
  () => Buffer.byteLength(new ArrayBuffer(3)), () => Buffer.byteLength(new Float32Array(3)),
  () => Buffer.byteLength(new DataView(new ArrayBuffer(9), 2)), () => Buffer.byteLength(5), () => Buffer.byteLength(),
  () => Buffer.byteLength({}), () => Buffer.byteLength(null), () => Buffer.byteLength([]),
  () => Buffer.byteLength('abc', 5), () => Buffer.byteLength('ab', null), () => Buffer.byteLength('ab', {}),
  () => Buffer.isEncoding('utf8'), () => Buffer.isEncoding('UTF-8'), () => Buffer.isEncoding('utf-16le'),
  () => Buffer.isEncoding(''), () => Buffer.isEncoding(5), () => Buffer.isEncoding('foo'),
  () => Buffer.isEncoding('Base64URL'), () => Buffer.isEncoding('utf-7'), () => Buffer.isEncoding(),
].forEach(attempt);
// Strings made in many ways are the same to a buffer.
const parts = ['ab'.padEnd(40, 'é'), JSON.stringify({ text: 'é€'.repeat(9) }), `${'x'.repeat(30)}\u{1f600}`.slice(29),
  decodeURIComponent('%E2%82%AC').repeat(7), [..."añb"].reverse().join(''), 'ABC'.toLowerCase() + 'É'.toLowerCase(),
  Buffer.from('ünï'.repeat(9)).toString(), Buffer.from('ünï'.repeat(9), 'latin1').toString('latin1')];
for (const part of parts) {
  console.log(part.length, encodings.map((encoding) => Buffer.from(part, encoding).toString('hex')).join(' '));
}
