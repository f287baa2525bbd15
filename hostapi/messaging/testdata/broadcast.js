// BroadcastChannel in one loop.
const L = console.log;
const { receiveMessageOnPort } = require('worker_threads');
const a = new BroadcastChannel('x');
const b = new BroadcastChannel('x');
const c = new BroadcastChannel('x');
const other = new BroadcastChannel('y');
L(a, a.name, Object.keys(BroadcastChannel.prototype), Object.prototype.toString.call(a), a instanceof EventTarget);
L(receiveMessageOnPort(a), a.onmessage, a.ref() === a, a.unref() === a, a.ref() === a, other.unref() === other);
const shared = { n: 1, map: new Map([[1, new Set([2])]]) };
b.onmessage = function(event) {
  L('b', event.data, event.constructor.name, event.target === b, this === b, event.data === shared, event.ports, event.origin);
  event.data.n = 2;
  process.nextTick(() => L('tick'));
  b.postMessage('from b');
};
c.addEventListener('message', ({ data }) => { L('c', data); });
a.onmessage = ({ data }) => {
  L('a', data);
  a.close();
  L(a);
  a.close();
  b.close();
  c.close();
  for (const f of [() => a.postMessage(1), () => a.name, () => a.ref() === a]) {
    try { L(f()); } catch (error) { L(error.name, error.code, error.message); }
  }
};
other.onmessage = () => L('never');
a.postMessage(shared);
shared.n = 'changed after posting';
setImmediate(() => L('immediate'));
for (const wrong of [() => new BroadcastChannel(), () => a.postMessage(), () => a.postMessage(Symbol('s')), () => a.postMessage(() => {}),
  () => BroadcastChannel.prototype.name, () => BroadcastChannel.prototype.close.call({}), () => a.postMessage(new MessageChannel().port1)]) {
  try { L('no error', wrong()); } catch (error) { L(error.name, error.code, error.message); }
}
const coerced = new BroadcastChannel({ toString() { return 'object'; } });
L(coerced.name);
coerced.close();
