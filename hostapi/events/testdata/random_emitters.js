// Random programs with one emitter each: listeners come and go, also while they are called. Printed
// is a digest of what each logs; `node random_emitters.js 17` prints the log itself.
const EventEmitter = require('events');
const { Readable } = require('stream');

let lines;
const log = (...words) => { if (lines.length < 400) lines.push(words.join(' ')); };
process.on('uncaughtException', (error) => log('uncaught', error.message));
process.on('unhandledRejection', (error) => log('unhandled', error.message));
process.removeAllListeners('warning');
process.on('warning', ({ name, message, type }) => log(name, message, String(type)));

const symbol = Symbol('symbol');

function show(value) {
  if (value instanceof Error) return value.code ?? value.message;
  return typeof value === 'function' ? value.name : typeof value === 'object' && value ? 'object' : String(value);
}

class Program {
  constructor(seed) {
    this.state = Math.imul(seed, 2654435761) >>> 0 || 1;
    const isStream = this.oneIn(5);
    this.emitter = isStream ? new Readable({ read() {} }) : new EventEmitter({ captureRejections: this.oneIn(6) });
    this.types = ['a', 'b', symbol, 'error', 'newListener', 'removeListener', ...(isStream ? ['data'] : [])];
    this.functions = [];
    this.depth = 0;
  }

  below(n) {
    this.state ^= this.state << 13;
    this.state >>>= 0;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    this.state >>>= 0;
    return this.state % n;
  }

  oneIn(n) { return this.below(n) === 0; }

  pick(list) { return list[this.below(list.length)]; }

  listener() {
    if (this.functions.length > 0 && !this.oneIn(3)) return this.pick(this.functions);
    const program = this;
    const name = `f${this.functions.length}`;
    const [acts, result] = [this.oneIn(3), this.below(9)];
    const functions = { [name](...args) { return program.called(name, this, args, acts, result); } };
    this.functions.push(functions[name]);
    return functions[name];
  }

  called(name, receiver, args, acts, result) {
    log('called', name, receiver === this.emitter, args.length, args.map(show));
    if (acts && this.depth < 3) {
      this.depth++;
      this.step();
      this.depth--;
    }
    if (result === 0 && this.oneIn(3)) throw new Error(`thrown by ${name}`);
    if (result === 1) return Promise.reject(new Error(`rejected by ${name}`));
    return result === 2 ? { then: (resolve, reject) => reject(new Error(`thenable of ${name}`)) } : result;
  }

  step() {
    const e = this.emitter;
    const type = this.pick(this.types);
    const steps = [
      () => e.on(type, this.listener()), () => e.on(type, this.listener()), () => e.once(type, this.listener()),
      () => e.prependListener(type, this.listener()), () => e.prependOnceListener(type, this.listener()),
      () => e.removeListener(type, this.listener()), () => e.off(type, this.listener()),
      () => {
        // Node walks through a list which these listeners may change meanwhile.
        if (e.listenerCount('removeListener') > 0) return;
        if (this.oneIn(4)) e.removeAllListeners();
        else e.removeAllListeners(type);
      },
      ...Array(3).fill(() => {
        const args = [1, undefined, null, new Error('argument'), {}].slice(0, this.below(6));
        log('emit', String(type), args.length);
        log('emitted', e.emit(type, ...args));
      }),
      () => log('names', e.eventNames().map(String), e._eventsCount),
      () => log('count', e.listenerCount(type), e.listenerCount(type, this.listener())),
      () => log('listeners', e.listeners(type).map(show), e.rawListeners(type).map(show)),
      () => log('limit', e.setMaxListeners(this.below(4)).getMaxListeners()),
    ];
    try {
      this.pick(steps)();
    } catch (error) {
      log('thrown', show(error), error.message);
    }
  }
}

async function run(seed) {
  lines = [];
  const program = new Program(seed);
  for (let i = 0; i < 30; i++) program.step();
  for (let i = 0; i < 3; i++) await new Promise(setImmediate);
  return lines;
}

function digest(words) {
  let hash = 0;
  for (const word of words) {
    for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) >>> 0;
  }
  return `${words.length}:${hash.toString(16)}`;
}

async function main(seed) {
  if (seed !== undefined) {
    console.log((await run(Number(seed))).join('\n'));
    return;
  }
  for (let first = 1; first <= 400; first += 8) {
    const digests = [];
    for (let i = first; i < first + 8; i++) digests.push(digest(await run(i)));
    console.log(first, digests.join(' '));
  }
}
main(process.argv[2]);
