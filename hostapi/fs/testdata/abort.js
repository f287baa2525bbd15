'use strict';
// AbortSignals given to readFile and writeFile.
const fs = require('fs');
fs.writeFileSync('f', 'content');
const describe = (error) => error && `${error.name} ${error.code} ${error.message} / ${error.cause && (error.cause.name || error.cause)}`;
const aborted = new AbortController();
aborted.abort();
const { signal } = aborted;
(async () => {
  for (const call of [() => fs.promises.readFile('f', { signal }), () => fs.promises.writeFile('f', 'x', { signal }),
    () => fs.promises.appendFile('f', 'x', { signal }), () => fs.promises.readFile('f', { signal: 5 }),
    () => fs.promises.writeFile('f', ['x'], { signal })]) {
    await call().catch((error) => console.log(describe(error)));
  }
  const later = new AbortController();
  const reading = fs.promises.readFile('f', { signal: later.signal });
  later.abort('reason');
  await reading.catch((error) => console.log(describe(error)));
  await new Promise((resolve) => {
    fs.readFile('f', { signal }, (error, ...rest) => {
      console.log(describe(error), rest);
      fs.writeFile('f', 'y', { signal }, (error, ...rest) => {
        console.log(describe(error), rest);
        resolve();
      });
      console.log('not at once');
    });
  });
  const controller = new AbortController();
  await new Promise((resolve) => {
    fs.readFile('f', { signal: controller.signal }, (error) => {
      console.log(describe(error));
      resolve();
    });
    controller.abort();
  });
  console.log(await fs.promises.readFile('f', { signal: new AbortController().signal, encoding: 'utf8' }));
  const handle = await fs.promises.open('f');
  await handle.readFile({ signal }).catch((error) => console.log(describe(error)));
  await handle.close();
})();
