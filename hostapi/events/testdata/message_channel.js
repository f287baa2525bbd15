// MessageChannel and MessagePort on one loop.
const log = console.log;
const failing = (name, run) => {
  try {
    log(name, run());
  } catch (error) {
    log(name, error.name, error.code, error.message);
  }
};

const { port1, port2 } = new MessageChannel();
log(port1 instanceof MessagePort, port1 instanceof EventTarget, port1.hasRef());
port1.onmessage = (event) => log('onmessage', event.data, event.constructor.name, event.target === port1, event.ports);
port1.on('message', (...args) => log('on', args));
port1.once('message', (value) => log('once', value));
port1.addEventListener('message', (event) => log('listener', event.data));
log(port1.hasRef(), port1.listenerCount('message'), port1.getMaxListeners());
port2.postMessage({ a: [1, new Map([[1, 2]])] });
port2.postMessage('second');
log(port1.emit('message', { data: 'by hand' }), port1.emit('nobody'), port1.emit('other', 1));

failing('nothing', () => port1.postMessage());
failing('function', () => port1.postMessage(() => {}));
failing('list', () => port1.postMessage(1, 1));
failing('options', () => port1.postMessage(1, { transfer: 1 }));
failing('itself', () => port1.postMessage(1, [port1]));
failing('not in the list', () => port1.postMessage(port1));
failing('new MessagePort', () => new MessagePort());
failing('without new', () => MessageChannel());
failing('emit', () => port1.emit(1));
failing('listener', () => port1.on('x', 1));
failing('event', () => new MessageEvent('m', { source: 1 }));
failing('event', () => new MessageEvent('m', { ports: [1] }));
const event = new MessageEvent('m', { data: 1, origin: 'o', lastEventId: 'i', source: port1, ports: [port1] });
log(event.data, event.origin, event.lastEventId, event.source === port1, event.ports.length, new MessageEvent('m').data);

const cases = {
  'turns'(next) {
    const channel = new MessageChannel();
    channel.port1.on('message', (n) => {
      log('message', n);
      Promise.resolve().then(() => log('microtask', n));
      process.nextTick(() => log('tick', n));
      if (n === 3) channel.port1.close(next);
    });
    for (let i = 1; i <= 3; i++) channel.port2.postMessage(i);
    log('sync');
  },
  'queued until somebody listens'(next) {
    const channel = new MessageChannel();
    channel.port2.postMessage('early');
    const bytes = new Uint8Array([1, 2, 3]);
    channel.port2.postMessage(bytes, [bytes.buffer]);
    log(bytes.length);
    setImmediate(() => {
      channel.port1.on('message', (value) => {
        log(value);
        if (value !== 'early') channel.port1.close(() => log('closed'));
      });
      channel.port1.on('close', () => {
        log('close event');
        setImmediate(next);
      });
    });
  },
  'a port travels'(next) {
    const outer = new MessageChannel();
    const inner = new MessageChannel();
    inner.port1.postMessage('through the moved port');
    outer.port1.on('message', (port) => {
      log(port instanceof MessagePort, port === inner.port2);
      port.onmessage = (message) => {
        log(message.data);
        port.close();
        outer.port1.close(next);
      };
    });
    outer.port2.postMessage(inner.port2, [inner.port2]);
    failing('moved twice', () => outer.port2.postMessage(1, [inner.port2]));
    log(inner.port2.postMessage('nowhere'));
  },
  'ports in the order in which they were made'(next) {
    const first = new MessageChannel();
    const second = new MessageChannel();
    const heard = [];
    const hear = (name) => (value) => {
      heard.push(`${name} ${value}`);
      if (heard.length < 6) return;
      log(heard);
      first.port1.close();
      second.port1.close(next);
    };
    second.port1.on('message', hear('second.1'));
    first.port1.on('message', hear('first.1'));
    first.port2.on('message', hear('first.2'));
    second.port2.postMessage('a');
    first.port1.postMessage('b');
    first.port2.postMessage('c');
    second.port2.postMessage('d');
    first.port2.postMessage('e');
    first.port1.postMessage('f');
  },
  'closing'(next) {
    const channel = new MessageChannel();
    channel.port1.on('close', () => {
      log('port1 closed');
      channel.port1.postMessage('nobody hears');
    });
    channel.port2.on('close', () => {
      log('port2 closed');
      next();
    });
    channel.port2.on('message', (value) => log('before the end', value));
    channel.port1.postMessage(1);
    channel.port1.close();
    channel.port1.postMessage(2);
    log('closing');
    process.nextTick(() => log('tick'));
  },
};

async function main() {
  for (const [name, run] of Object.entries(cases)) {
    log('--', name);
    await new Promise((next) => run(next));
  }
  port1.removeAllListeners('message');
  log(port1.listenerCount('message'));
  port1.close();
}
setImmediate(() => setImmediate(main));
