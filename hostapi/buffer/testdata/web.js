'use strict';
// atob, btoa, TextEncoder, TextDecoder, Blob and File.
const util = require('util');
const bytes = (...values) => new Uint8Array(values);
function attempt(f) {
  const label = f.toString().slice(6);
  try {
    const result = f();
    console.log(label, '=>', typeof result, typeof result === 'string' ? JSON.stringify(result) : result);
  } catch (error) {
    console.log(label, '!!', error.name, error.code, error.message, error.constructor.name);
  }
}
function pieces(label, options, ...input) {
  const decoder = new TextDecoder(label, options);
  const results = input.map((piece, index) => {
    try {
      return decoder.decode(bytes(...piece), { stream: index < input.length - 1 });
    } catch (error) {
      return error.code;
    }
  });
  console.log(label, JSON.stringify(results), JSON.stringify(decoder.decode(bytes(0x61, 0))));
}
[
  () => atob(), () => atob('YQ=='), () => atob('YQ'), () => atob('YQ='), () => atob('Y'), () => atob(' Y Q\n=\t=\f'),
  () => atob('YQ==='), () => atob('Y*'), () => atob('-_'), () => atob(''), () => atob(null), () => atob(undefined),
  () => atob(12), () => atob('é'), () => atob('€'), () => atob('YR=='), () => atob('A=A='), () => atob('='),
  () => atob('===='), () => atob('YWJj\v'), () => escape(atob('/+8=')), () => atob(Symbol('s')), () => btoa(),
  () => btoa('é'), () => btoa('€'), () => btoa(''), () => btoa(null), () => btoa(12), () => btoa('\0\xff'),
  () => btoa(Symbol('s')),
  () => { return new TextEncoder(); }, () => new TextEncoder().encode(), () => new TextEncoder().encode('é'),
  () => new TextEncoder().encode(undefined), () => new TextEncoder().encode(null), () => new TextEncoder().encode(5),
  () => new TextEncoder().encode('\ud800'), () => new TextEncoder().encode(Symbol('s')), () => new TextEncoder().encoding,
  () => new TextEncoder().encode('a').constructor.name, () => new TextEncoder().encodeInto('a€b', new Uint8Array(3)),
  () => new TextEncoder().encodeInto('a€b', new Uint8Array(9)),
  () => new TextEncoder().encodeInto('\u{1f600}\u{1f600}', new Uint8Array(7)), () => new TextEncoder().encodeInto('a', []),
  () => new TextEncoder().encodeInto(5, new Uint8Array(1)), () => new TextEncoder().encodeInto('a', new Uint16Array(3)),
  () => new TextEncoder().encodeInto('a'), () => new TextEncoder().encodeInto('a\ud800b', new Uint8Array(9)),
  () => util.inspect(new TextEncoder()), () => util.inspect(new TextDecoder()),
  () => util.inspect(new TextDecoder('latin1', { fatal: true, ignoreBOM: true })),
  () => Object.prototype.toString.call(new TextEncoder()), () => TextEncoder.prototype.encode.call({}),
  () => TextDecoder.prototype.decode.call({}), () => new TextDecoder().decode(), () => new TextDecoder('utf8').encoding,
  () => new TextDecoder(' UTF-8 ').encoding, () => new TextDecoder('unicode-1-1-utf-8').encoding,
  () => new TextDecoder('latin1').encoding, () => new TextDecoder('ascii').encoding, () => new TextDecoder('utf-16').encoding,
  () => new TextDecoder('utf-16be').encoding, () => new TextDecoder('ucs-2').encoding, () => new TextDecoder('foo'),
  () => new TextDecoder(''), () => new TextDecoder(null), () => new TextDecoder(undefined).encoding, () => new TextDecoder(5),
  () => new TextDecoder('utf8', 5), () => new TextDecoder('utf8', null).fatal, () => new TextDecoder('utf8', { fatal: 1 }).fatal,
  () => new TextDecoder('utf8', { ignoreBOM: 'x' }).ignoreBOM, 
  () => new TextDecoder('x-user-defined').encoding, () => new TextDecoder('replacement'),
  () => new TextDecoder().decode(bytes(0xef, 0xbb, 0xbf, 0x61)),
  () => new TextDecoder('utf8', { ignoreBOM: true }).decode(bytes(0xef, 0xbb, 0xbf, 0x61)),
  () => new TextDecoder('utf8', { fatal: true }).decode(bytes(0xff)), () => new TextDecoder('utf8', { fatal: true }).decode(bytes(0xc3)),
  () => new TextDecoder().decode(bytes(0xc3)), () => new TextDecoder().decode('x'), () => new TextDecoder().decode(5),
  () => new TextDecoder().decode(null), () => new TextDecoder().decode({}), () => new TextDecoder().decode([]),
  () => new TextDecoder().decode(new ArrayBuffer(2)), () => new TextDecoder().decode(new DataView(new ArrayBuffer(2))),
  () => new TextDecoder().decode(new Uint16Array([0x4141])), () => new TextDecoder().decode(bytes(1), 5),
  () => new TextDecoder().decode(bytes(1), null), () => new TextDecoder('utf-16le').decode(bytes(0x61, 0, 0xac, 0x20)),
  () => new TextDecoder('utf-16le').decode(bytes(0xff, 0xfe, 0x61, 0)), () => new TextDecoder('utf-16le').decode(bytes(0x61, 0, 0x62)),
  () => new TextDecoder('utf-16le').decode(bytes(0, 0xd8)), () => new TextDecoder('utf-16le').decode(bytes(0, 0xd8, 0x61, 0)),
  () => new TextDecoder('utf-16le', { fatal: true }).decode(bytes(0, 0xd8, 0x61, 0)),
  () => new TextDecoder('utf-16le', { fatal: true }).decode(bytes(0x61)), () => new TextDecoder('utf-16be').decode(bytes(0, 0x61, 0x20, 0xac)),
  () => new TextDecoder('utf-16be').decode(bytes(0xfe, 0xff, 0, 0x61)), () => new TextDecoder('latin1').decode(bytes(0x80, 0xe9, 0x9f, 0x81)),
  () => new TextDecoder('windows-1252').decode(bytes(0x80, 0xe9)), () => Object.keys(TextDecoder.prototype) + '',
  () => new TextDecoder().toString(), () => Object.getOwnPropertyNames(new TextDecoder()).length, () => Object.keys(TextEncoder.prototype) + '',
  () => { return new Blob(); }, () => new Blob(['a', Buffer.from('b'), new ArrayBuffer(2), new Blob(['zz']), 5, {}, null, 'é']).size,
  () => new Blob('abc'), () => new Blob(5), () => new Blob({}), () => new Blob(['a'], { type: 'Text/PLAIN' }).type,
  () => new Blob(['a'], { type: 'té' }).type, () => new Blob(['a'], 5), () => new Blob(['a\r\nb\rc\n'], { endings: 'native' }).size,
  () => new Blob(['a'], { endings: 'x' }), () => new Blob(['abcdef']).slice(1, 3), () => new Blob(['abcdef']).slice(-3, -1, 'x/y'),
  () => new Blob(['abcdef']).slice(4, 2).size, () => util.inspect(new Blob(['abc'], { type: 'a/b' })),
  () => Object.prototype.toString.call(new Blob()), () => { return new File(); }, () => new File(['a']),
  () => new File(['a'], 'n', { lastModified: 5 }), () => new File(['a'], 'n', { lastModified: '7', type: 'a/b' }).type,
  () => util.inspect(new File(['a'], 'n', { lastModified: 5 })), () => Object.prototype.toString.call(new File([], 'x')),
  () => new File(['a'], 'n').lastModified > 1e12, () => new File('abc', 'n'), () => new File(['a'], 5).name,
  () => require('buffer').resolveObjectURL('blob:x'), () => new Blob(new Set(['a', 'b'])).size, () => new Blob(['a'], null).size,
  () => require('buffer').File === File, () => require('buffer').Blob === Blob, () => new File([], 'x') instanceof Blob,
  () => new Blob(['\ud800']).size, () => new File(['a'], 'n', { endings: 'x' }),
  () => new File(['a'], 'n', { lastModified: NaN }).lastModified,
].forEach(attempt);
for (const fatal of [false, true]) {
  pieces('utf-8', { fatal }, [0xe2], [0x82], [0xac, 0x61], []);
  pieces('utf-8', { fatal }, [0xe2], []);
  pieces('utf-8', { fatal }, [0xe2, 0x82], [0x41]);
  pieces('utf-8', { fatal }, [0xef], [0xbb, 0xbf, 0x61], [0xef, 0xbb, 0xbf], []);
  pieces('utf-8', { fatal }, [0xff], [0x61]);
  pieces('utf-8', { fatal }, [0xf0, 0x9f], [0x98], [0x80], [0xf0], []);
  pieces('utf-8', { fatal }, [0xe2], [0xe2, 0x82], [0xc3], []);
  pieces('utf-16le', { fatal }, [0x3d], [0xd8], [0x00], [0xde], []);
  pieces('utf-16le', { fatal }, [0x3d, 0xd8], []);
  pieces('utf-16le', { fatal }, [0xff], [0xfe, 0x61], [0], []);
  pieces('utf-16be', { fatal }, [0xd8], [0x3d, 0xde], [0x00], []);
}
pieces('utf-16le', {}, [0x3d, 0xd8], [0x61, 0], []);
(async () => {
  const blob = new Blob(['aé', bytes(255)]);
  console.log(await blob.text(), await blob.arrayBuffer(), await blob.slice(1, 3).text(), await new Blob(['x']).bytes());
  await Blob.prototype.text.call({}).catch((error) => console.log(error.code, error.message));
})();
