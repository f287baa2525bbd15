// What others have compressed; what is damaged; what is compressed here and read back.
const zlib = require('zlib');
const compressed = require('./compressed');

function t(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name, e.code, e.errno, e.message, Object.keys(e));
  }
}
const hash = (data) => require('crypto').createHash('md5').update(data).digest('hex');
const data = {};
for (const name in compressed) data[name] = Buffer.from(compressed[name], 'base64');

for (const level of [0, 1, 6, 9]) t(() => hash(zlib.gunzipSync(data[`gzip${level}`])));
t(() => zlib.inflateRawSync(data.fixed).toString());
t(() => hash(zlib.inflateSync(data.huffman)) + zlib.inflateSync(data.rle).length);
t(() => hash(zlib.inflateSync(data.window)) + hash(zlib.inflateSync(data.window, { windowBits: 9 })));
t(() => zlib.inflateSync(data.gzip6.subarray(10)));
t(() => zlib.inflateSync(data.huffman, { windowBits: 9 }));
const dictionary = Buffer.from('the dictionary of words');
t(() => zlib.inflateSync(data.dictionary, { dictionary }).toString());
t(() => zlib.inflateSync(data.dictionary, { dictionary: dictionary.buffer.slice(dictionary.byteOffset, dictionary.byteOffset + dictionary.length) }).toString());
t(() => zlib.inflateSync(data.dictionary, { dictionary: Buffer.from('other') }));
t(() => zlib.inflateSync(data.dictionary));
t(() => zlib.inflateRawSync(data.rawDictionary, { dictionary }).toString());
t(() => zlib.inflateRawSync(data.rawDictionary));
t(() => zlib.gunzipSync(data.header).toString() + zlib.unzipSync(data.header) + zlib.unzipSync(data.rle).length);
for (let i = 0; i < 45; i++) {
  const bad = Buffer.from(data.header);
  bad[i % bad.length] ^= 0x40;
  t(() => zlib.gunzipSync(bad).toString());
}
for (let i = 0; i < data.header.length; i++) t(() => zlib.gunzipSync(data.header.subarray(0, i)).toString());
for (let i = 0; i < data.fixed.length; i++) t(() => zlib.inflateRawSync(data.fixed.subarray(0, i), { finishFlush: zlib.constants.Z_SYNC_FLUSH }).toString());
for (const hex of ['07', '0001020304', '0300', 'ffffff', '4b4c4a0600', '4b4c4a0e00ffff', '', '00', '05', 'edfd01', '7801', '789c', '78', '0b0000', '1f8b', '1f8b0901', '1f8b08e0', 'ff', '7802', '8899']) {
  const bytes = Buffer.from(hex, 'hex');
  for (const name of ['inflateRawSync', 'inflateSync', 'gunzipSync', 'unzipSync']) t(() => `${hex} ${name} ${zlib[name](bytes)}`);
}
const twice = Buffer.concat([data.header, data.header]);
t(() => zlib.gunzipSync(twice).toString());
for (const tail of ['000000', '00ff', '67617262', '1f', '1f8b', '1f8b08']) t(() => zlib.gunzipSync(Buffer.concat([twice, Buffer.from(tail, 'hex')])).toString());
t(() => zlib.inflateSync(Buffer.concat([data.rle, Buffer.from('garbage')])).length);

// There and back.
const texts = ['', 'a', 'hello '.repeat(5000), Buffer.alloc(300000, 'abcdefghijklmnop'), Buffer.from(Array.from({ length: 100000 }, (_, i) => (i * i * 31 + (i >> 3)) & 255))];
for (const [there, back] of [['deflateSync', 'inflateSync'], ['gzipSync', 'gunzipSync'], ['deflateRawSync', 'inflateRawSync'], ['gzipSync', 'unzipSync'], ['deflateSync', 'unzipSync']]) {
  for (const options of [{}, { level: 0 }, { level: 1 }, { level: 9 }, { strategy: 2 }, { windowBits: 10 }, { memLevel: 1 }, { chunkSize: 4000 }, { dictionary: Buffer.from('hello ') }]) {
    if (options.dictionary && there === 'gzipSync') continue;
    console.log(there, options, texts.map((text) => zlib[back](zlib[there](text, options), options).equals(Buffer.from(text))).join());
  }
}
for (const options of [{}, { level: 9 }, { level: 1 }, { level: 0 }, { level: 3 }]) console.log(zlib.gzipSync('x', options).subarray(0, 10), zlib.deflateSync('x', options).subarray(0, 2));
console.log(zlib.gzipSync(''), zlib.deflateSync(''), zlib.deflateRawSync(''), zlib.deflateSync('x', { dictionary: Buffer.from('abc'), windowBits: 9 }).subarray(0, 6));
console.log(zlib.gzipSync('a'.repeat(100000)).length < 500, zlib.deflateSync(texts[4], { level: 0 }).length > 100000);

// Arguments.
for (const options of [{ level: 10 }, { level: 'a' }, { windowBits: 8 }, { windowBits: 5 }, { memLevel: 0 }, { strategy: 5 }, { chunkSize: 1 }, { dictionary: 5 }, { flush: 10 }, { finishFlush: 10 }, { maxOutputLength: 0 }, { level: NaN }, { level: undefined }]) {
  t(() => zlib.gunzipSync(zlib.gzipSync('ok', options)).toString());
}
for (const input of [undefined, null, 5, {}, new Uint16Array([1, 2]), new DataView(new ArrayBuffer(2)), new ArrayBuffer(3)]) t(() => zlib.gunzipSync(zlib.gzipSync(input)));
t(() => zlib.gunzipSync(data.gzip6, { maxOutputLength: 5 }));
t(() => zlib.gzip('x'));
t(() => zlib.gzip('x', {}));
const { engine, buffer } = zlib.gunzipSync(data.header, { info: true });
console.log(engine instanceof zlib.Gunzip, buffer.toString(), engine.bytesWritten);
t(() => [zlib.crc32('hello'), zlib.crc32(Buffer.from('lo'), zlib.crc32('hel')), zlib.crc32(new Uint16Array([1]))]);
t(() => zlib.crc32(5));
t(() => zlib.crc32('a', 'b'));
console.log(Object.keys(zlib).join(), JSON.stringify(zlib.codes), JSON.stringify(zlib.constants), Object.isFrozen(zlib.codes), zlib.Z_BEST_SPEED);
for (const name of ['Deflate', 'Inflate', 'Gzip', 'Gunzip', 'DeflateRaw', 'InflateRaw', 'Unzip']) console.log(name, zlib[name]() instanceof zlib[name], new zlib[name]() instanceof require('stream').Transform, zlib[`create${name}`]().constructor.name, typeof zlib[name].prototype.params);
