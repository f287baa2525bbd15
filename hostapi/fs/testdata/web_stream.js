// FileHandle.readableWebStream.
const fs = require('fs');
const L = (...args) => console.log(...args);
process.emitWarning = () => {};
async function main() {
  const name = 'web_stream.txt';
  fs.writeFileSync(name, 'x'.repeat(100000));
  for (const options of [undefined, { type: 'bytes' }]) {
    const handle = await fs.promises.open(name);
    const stream = handle.readableWebStream(options);
    L(stream);
    try { handle.readableWebStream(); } catch (error) { L(error.name, error.code, error.message); }
    const reader = stream.getReader();
    const sizes = [];
    let kind;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      sizes.push(value.byteLength);
      kind = value.constructor.name;
    }
    L(kind, sizes, handle.fd > 0);
    await handle.close();
    L(handle.fd);
  }
  const own = await fs.promises.open(name);
  const reader = own.readableWebStream({ type: 'bytes' }).getReader({ mode: 'byob' });
  const { value, done } = await reader.read(new Uint8Array(10));
  L(value.length, done, String.fromCharCode(value[9]));
  await reader.cancel();
  L(own.fd > 0);
  await own.close();
  try { own.readableWebStream(); } catch (error) { L(error.name, error.code, error.message); }
  fs.unlinkSync(name);
}
main();
