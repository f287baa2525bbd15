// Awaits in a loop, a turn every hundred of them.
const awaits = +process.argv[2] || 6e5;
async function step(x) { return x + 1; }
async function main() {
  let sum = 0;
  for (let i = 0; i < awaits; i++) {
    sum = await step(sum);
    if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  console.log(sum);
}
main();
