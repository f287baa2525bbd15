// ReadableStream: queue, pull, cancel, errors, iteration, from, tee.
const L = (...args) => console.log(...args);
const reason = (e) => (e && e.message ? `${e.name} ${e.code}: ${e.message}` : String(e));
async function section(name, run) {
  L(`- ${name}`);
  try { await run(); } catch (error) { L('threw', reason(error)); }
}
async function collect(stream) {
  const all = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return all;
    all.push(value);
  }
}
async function main() {
  await section('pull follows the high-water mark', async () => {
    let n = 0;
    const stream = new ReadableStream({ pull(c) { L('pull', n, c.desiredSize); c.enqueue(n++); if (n === 6) c.close(); } }, { highWaterMark: 3 });
    await null; await null; await null;
    const reader = stream.getReader();
    for (;;) { const r = await reader.read(); L(JSON.stringify(r)); if (r.done) break; }
    L(await reader.closed);
  });
  await section('sizes', async () => {
    let controller;
    const stream = new ReadableStream({ start(c) { controller = c; } }, { highWaterMark: 10, size: (chunk) => chunk.length });
    controller.enqueue('abc'); L(controller.desiredSize);
    controller.enqueue('defghijk'); L(controller.desiredSize);
    const reader = stream.getReader();
    L((await reader.read()).value, controller.desiredSize);
    controller.close();
    L(controller.desiredSize, (await reader.read()).value, (await reader.read()).done, controller.desiredSize);
  });
  await section('a size that is none', async () => {
    let controller;
    const stream = new ReadableStream({ start(c) { controller = c; } }, { size: () => -1 });
    try { controller.enqueue(1); } catch (error) { L(reason(error)); }
    L(controller.desiredSize, await stream.getReader().read().catch(reason));
  });
  await section('cancel', async () => {
    const stream = new ReadableStream({ cancel(why) { L('cancelled', why); return 'ignored'; } });
    const reader = stream.getReader();
    const pending = reader.read();
    L(await reader.cancel('because'), await pending, await reader.closed, stream);
    const failing = new ReadableStream({ cancel() { throw new Error('no'); } });
    L(await failing.cancel().catch(reason), await failing.cancel(), failing);
  });
  await section('errors', async () => {
    let controller;
    const stream = new ReadableStream({ start(c) { controller = c; c.enqueue('lost'); } });
    const reader = stream.getReader();
    controller.error(new Error('broken'));
    controller.error(new Error('again'));
    L(await reader.read().catch(reason), await reader.closed.catch(reason), await reader.cancel().catch(reason), controller.desiredSize);
    L(await new ReadableStream({ start() { return Promise.reject(new Error('start')); } }).getReader().read().catch(reason));
    L(await new ReadableStream({ pull() { throw new Error('pull'); } }).getReader().read().catch(reason));
    try { new ReadableStream({ start() { throw new Error('sync start'); } }); } catch (error) { L(reason(error)); }
  });
  await section('releaseLock', async () => {
    let controller;
    const stream = new ReadableStream({ start(c) { controller = c; } });
    const reader = stream.getReader();
    const pending = reader.read();
    const { closed } = reader;
    reader.releaseLock();
    L(await pending.catch(reason), await closed.catch(reason), stream.locked);
    L(await reader.closed.catch(reason), await reader.read().catch(reason), await reader.cancel().catch(reason));
    controller.enqueue('for the next reader');
    L((await stream.getReader().read()).value);
  });
  await section('iteration', async () => {
    const make = () => new ReadableStream({ start(c) { c.enqueue(1); c.enqueue(2); c.enqueue(3); c.close(); }, cancel(why) { L('cancelled', why); } });
    const iterator = make()[Symbol.asyncIterator]();
    L(await iterator.next(), await iterator.return('value'), await iterator.next(), typeof iterator[Symbol.asyncIterator], iterator[Symbol.asyncIterator]() === iterator);
    const kept = make();
    const second = kept.values({ preventCancel: true });
    L(await second.next(), await second.return(), kept.locked, await collect(kept));
    const third = make().values();
    L(await Promise.all([third.next(), third.next(), third.next(), third.next(), third.next()]));
    const broken = new ReadableStream({ start(c) { c.error('broken'); } }).values();
    L(await broken.next().catch(reason), await broken.next());
    L(ReadableStream.prototype.values === ReadableStream.prototype[Symbol.asyncIterator]);
  });
  await section('from', async () => {
    L(await collect(ReadableStream.from([1, 2, Promise.resolve(3)])), await collect(ReadableStream.from('ab')), await collect(ReadableStream.from(new Set([1]))));
    function* generator() { try { yield 1; yield 2; } finally { L('generator ended'); } }
    const stream = ReadableStream.from(generator());
    const reader = stream.getReader();
    L(await reader.read(), await reader.cancel('enough'));
    let n = 0;
    const asynchronous = { [Symbol.asyncIterator]() { return { async next() { n++; return n > 2 ? { done: true } : { done: false, value: n }; }, async return(v) { L('return', v); return {}; } }; } };
    L(await collect(ReadableStream.from(asynchronous)));
    n = 0;
    L(await ReadableStream.from(asynchronous).cancel('early'));
    const bad = { [Symbol.asyncIterator]() { return { next() { return 1; } }; } };
    L(await collect(ReadableStream.from(bad)).catch((e) => e.name));
    const throwing = { [Symbol.iterator]() { return { next() { throw new Error('in next'); } }; } };
    L(await collect(ReadableStream.from(throwing)).catch(reason));
    L(await collect(ReadableStream.from(ReadableStream.from([7]))));
  });
  await section('tee', async () => {
    let cancelled;
    const make = () => new ReadableStream({ start(c) { c.enqueue('a'); c.enqueue({ b: 1 }); c.close(); }, cancel(why) { cancelled = why; } });
    const source = make();
    const [one, two] = source.tee();
    L(source.locked, one.locked);
    const [first, second] = [await collect(one), await collect(two)];
    L(first, second, first[1] === second[1]);
    const [three, four] = new ReadableStream({ cancel(why) { cancelled = why; return 'x'; } }).tee();
    const both = [three.cancel('3'), four.cancel('4')];
    L(await Promise.all(both), cancelled);
    const [five, six] = new ReadableStream({ start(c) { c.enqueue(1); setTimeout(() => c.error(new Error('late')), 1); } }).tee();
    L(await collect(five).catch(reason), await collect(six).catch(reason));
    const [seven, eight] = make().tee();
    await seven.cancel;
    seven.cancel('half').then((v) => L('seven', v));
    L(await collect(eight));
  });
}
main().then(() => L('done'));
