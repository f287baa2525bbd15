// A server without a network: connections, each with objects of its own and a
// request that is due after a while, together 10,000 requests a second on 200,000
// live objects. Prints how late the requests were, and how many there were.
const connections = +process.argv[2] || 2000;
const seconds = +process.argv[3] || 10;
const objects = 100;
const rate = 10000;
const think = 1000 * connections / rate;

const late = new Float64Array(2 * rate * seconds);
let served = 0;
let seed = 1;
function random() { // the same load in every run
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
}

function connect(id) {
  const sessions = [];
  for (let i = 0; i < objects; i++) sessions.push({ id: i, owner: id, seen: 0, last: null });
  let requests = 0;
  let due;
  function request() {
    const began = performance.now();
    if (began > warm) late[served++] = began - due;
    const session = sessions[requests++ % objects];
    session.seen++;
    session.last = { at: began, path: '/item/' + requests };
    if (began < end) wait();
  }
  function wait() {
    const delay = 1 + Math.floor(2 * think * random());
    due = performance.now() + delay;
    setTimeout(request, delay);
  }
  wait();
}

const warm = performance.now() + 2000; // connecting takes a while
const end = warm + 1000 * seconds;
for (let i = 0; i < connections; i++) connect(i);
process.on('exit', () => {
  const sorted = late.subarray(0, served).sort();
  const at = (q) => +sorted[Math.min(served - 1, Math.floor(q * served))].toFixed(3);
  console.log(JSON.stringify({ served, p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1) }));
});
