// A small service: requests come by timers, read a file, compute, answer on
// the console.
const fs = require('fs');
const requests = +process.argv[2] || 12000;
let answered = 0;
let started = 0;
function request() {
  const id = started++;
  fs.readFile(__filename, 'utf8', async (error, text) => {
    const words = text.split(/\s+/).length;
    await null;
    process.nextTick(() => {
      if (id % 10 === 0) console.log(`${id}: ${words} ${Math.random() < 2} ${Date.now() > 0}`);
      answered++;
      if (started < requests) setImmediate(request);
    });
  });
}
for (let i = 0; i < 20; i++) setTimeout(request, i % 4);
process.on('exit', () => console.log(answered));
