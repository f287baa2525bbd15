'use strict';
// Messages in flight, ports that are open, channels, transferred buffers.
const { MessageChannel, MessagePort, BroadcastChannel, receiveMessageOnPort } = require('worker_threads');
const { port1, port2 } = new MessageChannel();
let n = 0;
port2.on('message', (message) => {
  console.log(message.n, message.map && message.map.get('k'), message.buffer && message.buffer.byteLength, message.self === message);
  if (message.n < 4) port2.postMessage({ back: message.n });
  else port2.close();
});
port1.on('message', ({ back }) => send(back + 1));
port1.on('close', () => console.log('closed'));
function send(n) {
  const message = { n, map: new Map([['k', [n]]]), buffer: new ArrayBuffer(n) };
  message.self = message;
  port1.postMessage(message, [message.buffer]);
  console.log(message.buffer.byteLength);
}
send(0);
const a = new BroadcastChannel('news');
const b = new BroadcastChannel('news');
b.onmessage = (event) => { console.log('news', event.data); if (event.data === 3) { a.close(); b.close(); } };
[1, 2, 3].forEach((x) => setTimeout(() => a.postMessage(x), x));
const idle = new MessageChannel();
idle.port1.postMessage('waits');
idle.port1.postMessage('too');
idle.port2.unref();
setTimeout(() => console.log(receiveMessageOnPort(idle.port2).message), 2);
setTimeout(() => console.log(receiveMessageOnPort(idle.port2).message, receiveMessageOnPort(idle.port2)), 4);
console.log(port1 instanceof MessagePort, structuredClone(new Date(0)).getTime());
