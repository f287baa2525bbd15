// Ports: errors in handlers, closing, references, transfer, receiveMessageOnPort.
const { receiveMessageOnPort, markAsUntransferable } = require('worker_threads');
const L = console.log;
const failing = (name, run) => {
  try { L(name, run()); } catch (error) { L(name, error.name, error.code, error.message); }
};
process.on('uncaughtException', (error, origin) => L('uncaught', error.message, origin));
process.on('unhandledRejection', (error) => L('unhandled', error.message));
const step = [];
const next = () => (step.length > 0 ? step.shift()() : L('done'));
step.push(() => {
  L('- errors in handlers');
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => { if (data === 1) throw new Error('from onmessage'); L('got', data); };
  port1.on('message', (data) => { if (data === 1) throw new Error('from on'); });
  port1.addEventListener('message', async ({ data }) => { if (data === 2) throw new Error('from async'); if (data === 3) port1.close(); });
  port1.on('close', () => setTimeout(next, 2));
  port2.postMessage(1);
  port2.postMessage(2);
  port2.postMessage(3);
});
step.push(() => {
  L('- receiveMessageOnPort');
  const { port1, port2 } = new MessageChannel();
  port2.postMessage(1);
  port2.postMessage({ b: [undefined, null] });
  port2.postMessage(undefined);
  L(receiveMessageOnPort(port1), receiveMessageOnPort(port1), receiveMessageOnPort(port1), receiveMessageOnPort(port1), receiveMessageOnPort(port2));
  port1.on('message', (m) => { L('by event', m); port1.close(); });
  port2.postMessage('taken');
  port2.postMessage('left');
  L(receiveMessageOnPort(port1));
  failing('no port', () => receiveMessageOnPort({}));
  failing('no port', () => receiveMessageOnPort(null));
  port1.on('close', () => { L('closed'); setTimeout(next, 2); });
});
step.push(() => {
  L('- closing');
  const { port1, port2 } = new MessageChannel();
  const idle = new MessageChannel();
  port2.on('close', () => { L('port2 closed', port2.postMessage(1)); setTimeout(next, 2); });
  port1.on('close', () => L('port1 closed'));
  idle.port1.on('close', () => L('idle port1 closed'));
  idle.port2.on('close', () => L('idle port2 closed'));
  port2.on('message', (m) => L('port2', m));
  port1.postMessage('before close');
  port1.close(() => L('callback of close'));
  port1.close();
  L(port1.postMessage('after close'));
  idle.port1.close();
  L(port1.hasRef(), port2.hasRef());
});
step.push(() => {
  L('- references');
  const { port1, port2 } = new MessageChannel();
  L(port1.hasRef());
  port1.ref(); L(port1.hasRef());
  port1.unref(); L(port1.hasRef());
  const listener = (m) => { L('listener', m); };
  port1.on('message', listener); L(port1.hasRef());
  port1.off('message', listener); L(port1.hasRef());
  port1.onmessage = listener; L(port1.hasRef());
  port1.onmessage = null; L(port1.hasRef());
  port1.start();
  port1.start();
  port2.postMessage('to nobody');
  port1.close();
  setTimeout(next, 5);
});
step.push(() => {
  L('- onmessage starts, addEventListener does not');
  const { port1, port2 } = new MessageChannel();
  port2.postMessage('m');
  let started = false;
  port1.addEventListener('message', ({ data }) => { L('listener', data, started); port1.close(); setTimeout(next, 2); });
  setTimeout(() => { started = true; port1.start(); }, 2);
});
step.push(() => {
  L('- transfer');
  const { port1, port2 } = new MessageChannel();
  const buffer = new ArrayBuffer(4);
  const marked = new ArrayBuffer(5);
  markAsUntransferable(marked);
  const { port1: inner1, port2: inner2 } = new MessageChannel();
  inner1.postMessage('waits in the moving port');
  failing('detached port', () => { const x = new MessageChannel(); x.port1.close(); port1.postMessage(1, [x.port1]); });
  failing('buffer twice', () => port1.postMessage(1, [buffer, buffer]));
  failing('target', () => port1.postMessage(1, [1]));
  failing('not listed', () => port1.postMessage({ inner2 }));
  L(buffer.byteLength);
  port2.once('message', ({ view, marked, port, same }) => {
    L(view, marked.byteLength, port === inner2, port instanceof MessagePort, same.a === same.b);
    port.once('message', (m) => { L(m); port.postMessage('answer'); });
    inner1.once('message', (m) => { L(m); inner1.close(); port1.close(); setTimeout(next, 5); });
  });
  const shared = { x: 1 };
  port1.postMessage({ view: new Uint8Array(buffer, 1, 2), marked, port: inner2, same: { a: shared, b: shared } }, { transfer: [buffer, marked, inner2] });
  L(buffer.byteLength, marked.byteLength, inner2.postMessage('from the old place'));
  failing('again', () => port1.postMessage(1, [inner2]));
});
step.push(() => {
  L('- a message that closes');
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (m) => { L(m); port1.close(); port1.postMessage('x'); });
  port1.on('close', () => setTimeout(next, 2));
  port2.on('message', (m) => L('port2', m));
  port2.postMessage(1);
  port2.postMessage(2);
});
next();
