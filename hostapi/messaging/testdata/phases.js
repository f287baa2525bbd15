// When messages arrive: the poll phase goes once round the ports, and a message to the port
// whose turn it is, or to a later one, still arrives in it.
const L = console.log;
const { port1: a, port2: b } = new MessageChannel();
const { port1: c, port2: d } = new MessageChannel();
let hops = 0;
a.on('message', (m) => {
  L('a', m);
  process.nextTick(() => L('tick of a', m));
  Promise.resolve().then(() => L('microtask of a', m));
  if (m === 1) {
    setImmediate(() => L('immediate of a'));
    b.postMessage('self'); // to a, whose turn it is
    c.postMessage('later port');
    a.postMessage('to b');
  }
  if (m === 'self') L('before the immediates');
  if (m === 'back') { a.close(); c.close(); }
});
b.on('message', (m) => {
  L('b', m);
  setImmediate(() => L('immediate of b'));
  b.postMessage('back'); // to a, which is earlier: next round
});
d.on('message', (m) => L('d', m));
b.postMessage(1);
a.on('close', () => L('a closed'));
b.on('close', () => L('b closed'));
c.on('close', () => L('c closed'));
d.on('close', () => L('d closed'));
L('sync');
// More than a batch of 1000, while immediates wait.
setTimeout(() => {
  const { port1, port2 } = new MessageChannel();
  let n = 0;
  let atImmediate;
  port1.on('message', () => {
    if (++n === 1) setImmediate(() => { atImmediate = n; });
    if (n < 2500) port2.postMessage(n);
    else { port1.close(); setImmediate(() => L('batch', atImmediate, n)); }
  });
  port2.postMessage(0);
}, 20);
