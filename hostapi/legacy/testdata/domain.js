'use strict';
// domain: what is started within a domain, members, bind and intercept, domains within domains.
const domain = require('domain');
const EventEmitter = require('events');
const fs = require('fs');
const show = (name) => (error) => console.log(name, error.message, error.domain === undefined ? '-' : error.domain.name, error.domainThrown, error.domainEmitter !== undefined, error.domainBound !== undefined);
const make = (name) => Object.assign(domain.create(), { name }).on('error', show(name));
console.log(Object.keys(domain), domain.active, process.domain, EventEmitter.usingDomains, domain.create === domain.createDomain);
const d = make('d');
console.log(d instanceof domain.Domain, d instanceof EventEmitter, d.members, Object.keys(d).includes('domain'));
console.log(d.run((a, b) => [a + b, process.domain === d, domain.active === d, domain._stack.length], 1, 2), process.domain, domain.active);
console.log(d.run(function() { return this === d; }));
d.enter(); d.enter(); console.log(domain._stack.length); d.exit(); console.log(domain._stack.length, process.domain === d); d.exit(); console.log(domain._stack.length, process.domain);

// Members.
const emitter = new EventEmitter();
console.log(emitter.domain, Object.getOwnPropertyDescriptor(emitter, 'domain').enumerable);
d.add(emitter);
console.log(emitter.domain === d, d.members.length);
emitter.on('x', () => console.log('x in', process.domain === d));
emitter.emit('x');
console.log(emitter.emit('error', new Error('member')), process.domain);
emitter.emit('error', 'text');
emitter.once('error', (e) => console.log('own', e.message, process.domain));
emitter.emit('error', new Error('heard'));
d.remove(emitter);
console.log(emitter.domain, d.members.length);
try { emitter.emit('error', new Error('nobody')); } catch (e) { console.log('thrown', e.message); }
d.run(() => { const inside = new EventEmitter(); console.log(inside.domain === d); inside.emit('error', new Error('made inside')); });
const e2 = make('e2');
d.add(e2); e2.add(d); console.log(d.members.length, e2.members.length, e2.domain === d, d.domain);
d.remove(e2);

// bind and intercept.
const bound = d.bind(function(a) { return [this.q, a, process.domain === d]; });
console.log(bound.call({ q: 1 }, 2), bound.domain === d, Object.keys(bound));
console.log(d.intercept((a, b) => a + b)(null, 1, 2), d.intercept(() => 1)(new Error('intercepted')));
d.intercept((a) => console.log('no error', a))('not an error', 'second');

// Errors of what was started within.
const steps = [
  () => d.run(() => process.nextTick(() => { throw new Error('tick'); })),
  () => d.run(() => setTimeout(() => { throw new Error('timer'); }, 1)),
  () => d.run(() => setImmediate(() => { throw new Error('immediate'); })),
  () => d.run(() => fs.stat('/nowhere', () => { throw new Error('stat'); })),
  () => d.run(() => Promise.resolve().then(() => { console.log(process.domain === d); throw new Error('then'); })),
  () => d.run(() => { Promise.reject(new Error('rejected')); }),
  () => d.run(() => setTimeout(() => setTimeout(() => { throw new Error('nested timers'); }, 1), 1)),
  () => d.run(() => fs.readFile('/nowhere', d.intercept(() => console.log('never')))),
  () => { const inner = make('inner'); d.run(() => inner.run(() => setTimeout(() => { throw new Error('to the inner'); }, 1))); },
  () => { const failing = domain.create(); failing.name = 'failing'; failing.on('error', (e) => { console.log('failing', e.message); throw new Error('second'); }); d.run(() => failing.run(() => { throw new Error('first'); })); },
  () => d.run(() => { throw new Error('at once'); }),
  () => d.run(() => setTimeout(() => { throw 'text'; }, 1)),
  () => { console.log('end', process.domain, domain._stack.length); },
];
d.removeAllListeners('error');
d.on('error', (e) => (typeof e === 'string' ? console.log('d', e) : show('d')(e)));
let step = 0;
const timer = setInterval(() => { if (step === steps.length) clearInterval(timer); else steps[step++](); }, 40);
