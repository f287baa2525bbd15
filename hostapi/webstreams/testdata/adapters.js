// Node's streams and the web's: toWeb, fromWeb, Blob.stream(), stream/consumers.
const { Readable, Writable, Duplex, PassThrough, Transform } = require('stream');
const consumers = require('stream/consumers');
const L = (...args) => console.log(...args);
const reason = (e) => (e && e.message ? `${e.name} ${e.code}: ${e.message}` : String(e));
async function section(name, run) {
  L(`- ${name}`);
  try { await run(); } catch (error) { L('threw', reason(error)); }
}
const ended = (stream) => new Promise((resolve) => stream.on('close', resolve));
async function collect(stream) {
  const all = [];
  const reader = stream.getReader();
  for (;;) { const { done, value } = await reader.read(); if (done) return all; all.push(value); }
}
async function main() {
  await section('Readable.toWeb', async () => {
    L(await collect(Readable.toWeb(Readable.from(['a', 'b']))));
    L((await collect(Readable.toWeb(new Readable({ read() { this.push('text'); this.push(null); } })))).map((c) => [c.constructor.name, Buffer.from(c).toString()]));
    const failing = new Readable({ read() { this.destroy(new Error('broken')); } });
    L(await collect(Readable.toWeb(failing)).catch(reason));
    const open = new Readable({ read() {}, destroy(error, callback) { L('destroyed', reason(error)); callback(error); } });
    const web = Readable.toWeb(open);
    L(await web.cancel(new Error('cancelled')), open.destroyed);
    const early = new Readable({ read() {} });
    const earlyWeb = Readable.toWeb(early);
    setImmediate(() => early.destroy());
    L(await collect(earlyWeb).catch((e) => [e.name, e.code, e.cause?.code]));
    const dead = new Readable({ read() {} }); dead.destroy();
    L(Readable.toWeb(dead), await collect(Readable.toWeb(dead)));
  });
  await section('Writable.toWeb', async () => {
    const written = [];
    const node = new Writable({ highWaterMark: 3, write(chunk, encoding, callback) { written.push(chunk.toString()); setTimeout(callback, 1); }, final(callback) { L('final'); callback(); } });
    const writer = Writable.toWeb(node).getWriter();
    L(writer.desiredSize);
    await writer.write('abc'); await writer.write(Buffer.from('d')); await writer.write('ef');
    L(await writer.close(), written, node.writableFinished);
    const failing = new Writable({ write(chunk, encoding, callback) { callback(new Error('full')); } });
    const fw = Writable.toWeb(failing).getWriter();
    fw.closed.catch((e) => L('closed', reason(e)));
    await fw.write('x').catch((e) => L('write', reason(e)));
    await ended(failing);
    const aborted = new Writable({ write() {}, destroy(error, callback) { L('destroy', reason(error)); callback(error); } });
    L(await Writable.toWeb(aborted).abort(new Error('stop')), aborted.destroyed);
  });
  await section('Readable.fromWeb', async () => {
    const node = Readable.fromWeb(new ReadableStream({ start(c) { c.enqueue('x'); c.enqueue('y'); c.close(); } }), { encoding: 'utf8' });
    let text = '';
    node.on('data', (chunk) => { text += chunk; });
    await ended(node);
    L(text, node.readableEnded);
    const objects = Readable.fromWeb(ReadableStream.from([{ a: 1 }, { a: 2 }]), { objectMode: true });
    L(await objects.toArray());
    const failing = Readable.fromWeb(new ReadableStream({ pull() { throw new Error('pull'); } }));
    failing.on('error', (e) => L('error', reason(e)));
    failing.resume();
    await ended(failing);
    const cancelled = Readable.fromWeb(new ReadableStream({ cancel(why) { L('cancelled', reason(why)); } }));
    cancelled.on('error', (e) => L('error', reason(e)));
    cancelled.destroy(new Error('not wanted'));
    await ended(cancelled);
    const controller = new AbortController();
    const abortable = Readable.fromWeb(new ReadableStream(), { signal: controller.signal });
    abortable.on('error', (e) => L('error', e.name));
    controller.abort();
    await ended(abortable);
  });
  await section('Writable.fromWeb', async () => {
    const chunks = [];
    const node = Writable.fromWeb(new WritableStream({ write(chunk) { chunks.push([chunk.constructor.name, Buffer.from(chunk).toString()]); }, close() { L('web closed'); } }));
    node.write('one'); node.write(Buffer.from('two')); node.end('three');
    await ended(node);
    L(chunks, node.writableFinished);
    const failing = Writable.fromWeb(new WritableStream({ write() { throw new Error('no'); } }));
    failing.on('error', (e) => L('error', reason(e)));
    failing.write('x');
    await ended(failing);
    const destroyed = Writable.fromWeb(new WritableStream({ abort(why) { L('abort', reason(why)); } }));
    destroyed.on('error', (e) => L('error', reason(e)));
    destroyed.destroy(new Error('destroyed'));
    await ended(destroyed);
  });
  await section('Duplex', async () => {
    const pair = Duplex.toWeb(new PassThrough());
    L(pair);
    const writer = pair.writable.getWriter();
    writer.write('through'); writer.close();
    L((await collect(pair.readable)).map((c) => Buffer.from(c).toString()));
    const node = Duplex.fromWeb(new TransformStream({ transform(chunk, c) { c.enqueue(Buffer.from(chunk).toString().toUpperCase()); } }), { encoding: 'utf8' });
    node.on('data', (chunk) => L('data', chunk));
    node.write('hello'); node.end('bye');
    await ended(node);
  });
  await section('refusals', async () => {
    for (const wrong of [() => Readable.toWeb(1), () => Writable.toWeb({}), () => Duplex.toWeb(1), () => Readable.fromWeb(1), () => Writable.fromWeb(new ReadableStream()), () => Duplex.fromWeb({}), () => Duplex.fromWeb({ readable: new ReadableStream() }), () => Readable.fromWeb(new ReadableStream(), { objectMode: 1 }), () => Readable.fromWeb(new ReadableStream(), { encoding: 'zz' }), () => Readable.fromWeb(new ReadableStream(), 1), () => Writable.fromWeb(new WritableStream(), { decodeStrings: 1 })]) {
      try { wrong(); L('no error'); } catch (error) { L(reason(error)); }
    }
  });
  await section('Blob.stream', async () => {
    const blob = new Blob(['a', 'bb', new Uint8Array([99, 100])]);
    L((await collect(blob.stream())).map((c) => [c.constructor.name, Buffer.from(c).toString()]));
    L((await collect(blob.slice(2, 4).stream())).map((c) => Buffer.from(c).toString()), await collect(new Blob([]).stream()));
    L(await blob.stream().getReader({ mode: 'byob' }).read(new Uint8Array(4)));
    L(await new Response_(blob.stream()).text());
  });
  await section('consumers', async () => {
    L(Object.keys(consumers));
    const bytes = () => Readable.from([Buffer.from([0xe2, 0x82]), Buffer.from([0xac]), Buffer.from('!')]);
    L(await consumers.text(bytes()), await consumers.buffer(bytes()), await consumers.arrayBuffer(bytes()), await consumers.blob(bytes()));
    L(await consumers.json(Readable.from(['{"a":', '1}'])), await consumers.text(ReadableStream.from(['web', ' ', 'text'])), await consumers.text(['an', 'array']));
    L(await consumers.json(Readable.from(['{'])).catch((e) => e.name), await consumers.text(new Readable({ read() { this.destroy(new Error('broken')); } })).catch(reason));
    L(await consumers.text(Readable.from([1])).catch((e) => [e.name, e.code]));
  });
}
class Response_ { constructor(stream) { this.stream = stream; } text() { return consumers.text(this.stream); } }
main().then(() => L('done'));
