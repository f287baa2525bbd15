// Byte streams: BYOB readers and requests, automatic allocation, tee.
const L = (...args) => console.log(...args);
const reason = (e) => (e && e.message ? `${e.name} ${e.code}: ${e.message}` : String(e));
async function section(name, run) {
  L(`- ${name}`);
  try { await run(); } catch (error) { L('threw', reason(error)); }
}
async function main() {
  await section('enqueue and read into memory', async () => {
    let controller;
    const stream = new ReadableStream({ type: 'bytes', start(c) { controller = c; } });
    const chunk = new Uint8Array([1, 2, 3, 4, 5]);
    controller.enqueue(chunk);
    L(chunk.byteLength, controller.desiredSize);
    const reader = stream.getReader({ mode: 'byob' });
    const mine = new Uint8Array(3);
    L(await reader.read(mine), mine.byteLength, controller.desiredSize);
    L(await reader.read(new DataView(new ArrayBuffer(8), 1, 4)));
    const waiting = reader.read(new Uint16Array(4));
    controller.enqueue(new Uint8Array([9]));
    controller.enqueue(new Uint8Array([8, 7]));
    L(await waiting, controller.desiredSize, reader);
    L((await reader.read(new Uint8Array(2))).value);
    const last = reader.read(new Uint8Array(4));
    controller.close();
    L(controller.byobRequest);
    controller.byobRequest.respond(0);
    L(await last, await reader.read(new Uint8Array(1)), await reader.closed, controller.desiredSize);
  });
  await section('requests', async () => {
    const seen = [];
    const stream = new ReadableStream({
      type: 'bytes',
      pull(c) {
        const { byobRequest } = c;
        const { view } = byobRequest;
        seen.push([view.constructor.name, view.byteOffset, view.byteLength, c.byobRequest === byobRequest]);
        if (seen.length === 1) {
          view[0] = 1; view[1] = 2;
          for (const wrong of [() => byobRequest.respond(0), () => byobRequest.respond(99), () => byobRequest.respondWithNewView(1), () => byobRequest.respondWithNewView(new Uint8Array(2))]) {
            try { wrong(); L('no error'); } catch (error) { L(error.name, error.code); }
          }
          byobRequest.respond(2);
          L(byobRequest.view);
          try { byobRequest.respond(1); } catch (error) { L(reason(error)); }
        } else {
          view[0] = 7;
          byobRequest.respondWithNewView(view.subarray(0, 1));
        }
      },
    });
    const reader = stream.getReader({ mode: 'byob' });
    L(await reader.read(new Uint8Array(new ArrayBuffer(10), 2, 4)));
    L(await reader.read(new Uint8Array(3)));
    L(seen);
    for (const wrong of [new Uint8Array(0), 1, undefined]) L(await reader.read(wrong).catch(reason));
    const pending = reader.read(new Uint8Array(1));
    reader.releaseLock();
    L(await reader.closed.catch(reason), (await pending).value);
  });
  await section('automatic allocation', async () => {
    let n = 0;
    const stream = new ReadableStream({ type: 'bytes', autoAllocateChunkSize: 4, pull(c) { L('pull', c.byobRequest?.view.byteLength); c.byobRequest.view[0] = ++n; c.byobRequest.respond(1); if (n === 2) c.close(); } });
    const reader = stream.getReader();
    L(await reader.read(), await reader.read(), await reader.read());
  });
  await section('default reader of bytes', async () => {
    const stream = new ReadableStream({ type: 'bytes', start(c) { c.enqueue(new Uint8Array([1])); c.enqueue(new Uint16Array([2])); c.close(); for (const f of [() => c.close(), () => c.enqueue(new Uint8Array(1))]) { try { f(); } catch (e) { L(reason(e)); } } } });
    const reader = stream.getReader();
    L(await reader.read(), await reader.read(), await reader.read());
    let controller;
    new ReadableStream({ type: 'bytes', start(c) { controller = c; } });
    for (const wrong of [1, new ArrayBuffer(1), new Uint8Array(0)]) { try { controller.enqueue(wrong); L('no error'); } catch (e) { L(e.name, e.code); } }
  });
  await section('half an element at the end', async () => {
    let controller;
    const stream = new ReadableStream({ type: 'bytes', start(c) { controller = c; } });
    const reader = stream.getReader({ mode: 'byob' });
    const read = reader.read(new Uint16Array(1)).catch(reason);
    controller.enqueue(new Uint8Array([1]));
    try { controller.close(); } catch (error) { L(error.name); }
    L((await read).slice(0, 9));
  });
  await section('cancel and error', async () => {
    const stream = new ReadableStream({ type: 'bytes', cancel(why) { L('cancel', why); } });
    const reader = stream.getReader({ mode: 'byob' });
    const read = reader.read(new Uint8Array(1));
    L(await reader.cancel('why'), await read);
    let controller;
    const broken = new ReadableStream({ type: 'bytes', start(c) { controller = c; } });
    const other = broken.getReader({ mode: 'byob' });
    const pending = other.read(new Uint8Array(1)).catch(reason);
    controller.error(new Error('broken'));
    L(await pending, await other.read(new Uint8Array(1)).catch(reason), await other.closed.catch(reason));
  });
  await section('tee', async () => {
    let n = 0;
    const stream = new ReadableStream({ type: 'bytes', pull(c) { n++; if (n > 3) { c.close(); c.byobRequest?.respond(0); return; } if (c.byobRequest) { c.byobRequest.view[0] = n; c.byobRequest.respond(1); } else c.enqueue(new Uint8Array([n, n])); } });
    const [one, two] = stream.tee();
    L(one, two);
    const r1 = one.getReader({ mode: 'byob' });
    const r2 = two.getReader();
    const a = await r1.read(new Uint8Array(4));
    L(a, await r2.read());
    const b = await r2.read();
    L(b, await r1.read(new Uint8Array(4)));
    L((await r2.read()).value, (await r1.read(new Uint8Array(4))).value);
    L((await r2.read()).done, (await r1.read(new Uint8Array(4))).done);
  });
}
main().then(() => L('done'));
