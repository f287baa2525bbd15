// WritableStream and TransformStream.
const L = (...args) => console.log(...args);
const reason = (e) => (e && e.message ? `${e.name} ${e.code}: ${e.message}` : String(e));
async function section(name, run) {
  L(`- ${name}`);
  try { await run(); } catch (error) { L('threw', reason(error)); }
}
const later = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
async function main() {
  await section('writes in order', async () => {
    const stream = new WritableStream({
      start(c) { L('start', c.constructor.name); },
      async write(chunk, c) { L('begin', chunk); await later(1); L('end', chunk, c.signal.aborted); },
      close() { L('close', arguments.length); },
    }, { highWaterMark: 2 });
    const writer = stream.getWriter();
    L(writer.desiredSize);
    writer.write('a'); writer.write('b'); const third = writer.write('c');
    L(writer.desiredSize);
    let ready = false;
    writer.ready.then(() => { ready = true; L('ready', writer.desiredSize); });
    L(await third, ready, writer.desiredSize);
    const closing = writer.close();
    L(await writer.close().catch(reason));
    L(await closing, await writer.closed, writer.desiredSize, stream);
    L(await writer.abort('nothing left'));
  });
  await section('abort', async () => {
    let controller;
    const stream = new WritableStream({ start(c) { controller = c; }, async write(chunk) { L('write', chunk); await later(2); L('written', chunk); }, abort(why) { L('abort', why); } });
    controller.signal.addEventListener('abort', () => L('signal', controller.signal.reason));
    const writer = stream.getWriter();
    const first = writer.write(1).then(() => L('first done'), (e) => L('first failed', e));
    const second = writer.write(2).catch((e) => L('second failed', e));
    await null; await null;
    const aborting = writer.abort('stop');
    L(writer.desiredSize, await writer.ready.catch((e) => `ready ${e}`), stream);
    L(await aborting, await writer.closed.catch((e) => `closed ${e}`));
    await first; await second;
    L(await writer.write(3).catch((e) => e), stream);
  });
  await section('errors', async () => {
    const stream = new WritableStream({ write() { throw new Error('disk full'); } });
    const writer = stream.getWriter();
    L(await writer.write(1).catch(reason), await writer.closed.catch(reason), await writer.ready.catch(reason), writer.desiredSize);
    const failing = new WritableStream({ close() { return Promise.reject(new Error('cannot close')); } });
    L(await failing.close().catch(reason), failing);
    let controller;
    const errored = new WritableStream({ start(c) { controller = c; } });
    controller.error(new Error('by controller'));
    controller.error('again');
    L(await errored.getWriter().closed.catch(reason));
    const starting = new WritableStream({ start() { return Promise.reject(new Error('no start')); } });
    L(await starting.getWriter().write(1).catch(reason));
    const sized = new WritableStream({}, { size() { throw new Error('size'); } });
    const sizedWriter = sized.getWriter();
    L(await sizedWriter.write(1).catch(reason), await sizedWriter.closed.catch(reason));
    const abortFails = new WritableStream({ abort() { throw new Error('abort fails'); } });
    L(await abortFails.abort('x').catch(reason));
  });
  await section('releaseLock', async () => {
    const stream = new WritableStream({ write(c) { L('write', c); } });
    const writer = stream.getWriter();
    writer.write(1);
    writer.releaseLock();
    writer.releaseLock();
    L(stream.locked, await writer.closed.catch(reason), await writer.ready.catch(reason), await writer.write(2).catch(reason), await writer.close().catch(reason), await writer.abort().catch(reason));
    try { L(writer.desiredSize); } catch (error) { L(reason(error)); }
    const next = stream.getWriter();
    await next.close();
    L(stream);
  });
  await section('transform', async () => {
    const upper = new TransformStream({
      start(c) { L('start', c.desiredSize); c.enqueue('<'); },
      transform(chunk, c) { if (chunk === '') return; c.enqueue(chunk.toUpperCase()); c.enqueue(chunk); },
      async flush(c) { await null; c.enqueue('>'); },
    });
    const writer = upper.writable.getWriter();
    const written = Promise.all(['a', '', 'b'].map((x) => writer.write(x))).then(() => writer.close());
    const all = [];
    const reader = upper.readable.getReader();
    for (;;) { const { done, value } = await reader.read(); if (done) break; all.push(value); }
    await written;
    L(all.join(''), upper);
  });
  await section('transform: identity, terminate, errors', async () => {
    const identity = new TransformStream();
    const w = identity.writable.getWriter();
    w.write({ same: true }); w.close();
    L(await identity.readable.getReader().read());
    const ending = new TransformStream({ transform(chunk, c) { c.enqueue(chunk); c.terminate(); } });
    const ew = ending.writable.getWriter();
    ew.closed.catch((e) => L('writer closed', reason(e)));
    ew.write(1).catch((e) => L('write', reason(e)));
    const er = ending.readable.getReader();
    L(await er.read(), await er.read(), await ew.write(2).catch(reason));
    const failing = new TransformStream({ transform() { throw new Error('transform'); } });
    const fw = failing.writable.getWriter();
    const fr = failing.readable.getReader();
    const read = fr.read().catch(reason);
    L(await fw.write(1).catch(reason), await read, await fw.closed.catch(reason));
    const erroring = new TransformStream({ start(c) { c.error(new Error('at start')); try { c.enqueue(1); } catch (e) { L(reason(e)); } } });
    L(await erroring.readable.getReader().read().catch(reason), await erroring.writable.getWriter().closed.catch(reason));
    const cancelled = new TransformStream();
    await cancelled.readable.cancel('not wanted');
    L(await cancelled.writable.getWriter().closed.catch((e) => e), cancelled);
    const aborted = new TransformStream();
    await aborted.writable.abort(new Error('aborted'));
    L(await aborted.readable.getReader().read().catch(reason));
  });
  await section('text', async () => {
    const encoder = new TextEncoderStream();
    const ew = encoder.writable.getWriter();
    ew.write('h\u00e9'); ew.write('\ud83d'); ew.write('\ude00!'); ew.write('\ud83d'); ew.close();
    const bytes = [];
    const er = encoder.readable.getReader();
    for (;;) { const { done, value } = await er.read(); if (done) break; bytes.push(Buffer.from(value).toString('hex')); }
    L(bytes.join(' '));
    const decoder = new TextDecoderStream();
    const dw = decoder.writable.getWriter();
    for (const part of [[0xef, 0xbb], [0xbf, 0x68], [0xc3], [0xa9, 0xf0, 0x9f], [0x98, 0x80], [0xf0]]) dw.write(new Uint8Array(part));
    dw.close();
    const texts = [];
    const dr = decoder.readable.getReader();
    for (;;) { const { done, value } = await dr.read(); if (done) break; texts.push(value); }
    L(JSON.stringify(texts));
    const fatal = new TextDecoderStream('utf-8', { fatal: true });
    const fw = fatal.writable.getWriter();
    fw.closed.catch(() => {});
    const r = fatal.readable.getReader().read().catch((e) => e.name);
    L(await fw.write(new Uint8Array([0xff])).catch((e) => `${e.name} ${e.code}`), await r, fatal.fatal, fatal.ignoreBOM, fatal.encoding);
  });
}
main().then(() => L('done'));
