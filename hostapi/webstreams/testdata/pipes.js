// pipeTo and pipeThrough.
const L = (...args) => console.log(...args);
const reason = (e) => (e && e.message ? `${e.name} ${e.code}: ${e.message}` : String(e));
async function section(name, run) {
  L(`- ${name}`);
  try { await run(); } catch (error) { L('threw', reason(error)); }
}
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const source = (chunks, more = {}) => new ReadableStream({ pull(c) { if (chunks.length > 0) c.enqueue(chunks.shift()); else if (more.error) c.error(more.error); else if (!more.open) c.close(); else return new Promise(() => {}); }, cancel(why) { L('source cancelled', reason(why)); } }, { highWaterMark: 0 });
const sink = (more = {}) => new WritableStream({ async write(chunk) { if (more.slow) await later(1); if (more.failAt === chunk) throw new Error(`failed at ${chunk}`); L('write', chunk); }, close() { L('sink closed'); }, abort(why) { L('sink aborted', reason(why)); } });
async function main() {
  await section('to the end', async () => {
    const from = source([1, 2, 3]); const to = sink({ slow: true });
    const piping = from.pipeTo(to);
    L(from.locked, to.locked);
    L(await piping, from.locked, to.locked, from, to);
  });
  await section('preventClose', async () => {
    const to = sink();
    await source([1]).pipeTo(to, { preventClose: true });
    await source([2]).pipeTo(to);
    L(to);
  });
  await section('source fails', async () => {
    const to = sink();
    L(await source([1], { error: new Error('source') }).pipeTo(to).catch(reason), to);
    const kept = sink();
    L(await source([1], { error: new Error('source') }).pipeTo(kept, { preventAbort: true }).catch(reason), kept);
  });
  await section('destination fails', async () => {
    L(await source([1, 2, 3, 4]).pipeTo(sink({ failAt: 2 })).catch(reason));
    const kept = source([1, 2, 3], { open: true });
    L(await kept.pipeTo(sink({ failAt: 1 }), { preventCancel: true }).catch(reason), kept.locked);
    const closed = sink(); await closed.close();
    L(await source([1]).pipeTo(closed).catch(reason));
  });
  await section('signal', async () => {
    const controller = new AbortController();
    const piping = source([1, 2], { open: true }).pipeTo(sink(), { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 5);
    L(await piping.catch(reason));
    L(await source([1]).pipeTo(sink(), { signal: AbortSignal.abort('at once') }).catch(reason));
    const both = new AbortController();
    const from = source([1], { open: true }); const to = sink();
    const quiet = from.pipeTo(to, { signal: both.signal, preventAbort: true, preventCancel: true });
    setTimeout(() => both.abort('quietly'), 5);
    L(await quiet.catch(reason), from, to);
  });
  await section('through', async () => {
    const upper = new TransformStream({ transform(chunk, c) { c.enqueue(String(chunk).toUpperCase()); } });
    const twice = new TransformStream({ transform(chunk, c) { c.enqueue(chunk); c.enqueue(chunk); } });
    await source(['a', 'b']).pipeThrough(upper).pipeThrough(twice).pipeTo(sink());
    const failing = new TransformStream({ transform() { throw new Error('in the middle'); } });
    L(await source(['a', 'b', 'c'], { open: true }).pipeThrough(failing).pipeTo(sink()).catch(reason));
    const bytes = source(['h\u00e9', '!']).pipeThrough(new TextEncoderStream()).pipeThrough(new TextDecoderStream());
    await bytes.pipeTo(sink());
    const from = source([1]);
    for (const wrong of [() => from.pipeThrough({ readable: 1, writable: 2 }), () => from.pipeThrough(new TransformStream(), { signal: 1 })]) { try { wrong(); } catch (error) { L(reason(error)); } }
    from.getReader();
    try { from.pipeThrough(new TransformStream()); } catch (error) { L(reason(error)); }
  });
}
main().then(() => L('done'));
