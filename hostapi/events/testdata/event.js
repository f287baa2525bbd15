// Event and CustomEvent.
const log = console.log;
const { inspect } = require('util');
const failing = (name, run) => {
  try {
    log(name, run());
  } catch (error) {
    log(name, error.name, error.code, error.message);
  }
};
const properties = [
  'type', 'bubbles', 'cancelable', 'composed', 'defaultPrevented', 'returnValue', 'eventPhase',
  'cancelBubble', 'target', 'currentTarget', 'srcElement', 'isTrusted',
];
const all = (event) => properties.map((name) => `${name}=${event[name]}`).join(' ');

const event = new Event('plain');
log(all(event));
log(all(new Event('full', { bubbles: 1, cancelable: 'yes', composed: {} })));
const target = new EventTarget();
target.addEventListener('x', (e) => {
  log(e.target === target, e.currentTarget === target, e.srcElement === target, e.eventPhase, e.composedPath().length);
  e.preventDefault();
  log(e.defaultPrevented, e.returnValue);
});
const x = new Event('x', { cancelable: true });
log(target.dispatchEvent(x), x.target === target, x.currentTarget, x.eventPhase, x.composedPath());
event.preventDefault();
log(event.defaultPrevented, event.returnValue);
event.cancelBubble = false;
log(event.cancelBubble);
event.cancelBubble = true;
log(event.cancelBubble);
event.initEvent('renamed', true, true);
log(all(event));
log(typeof event.timeStamp, event.timeStamp >= 0);

failing('no type', () => new Event());
failing('options', () => new Event('x', 1));
failing('null options', () => new Event('x', null).type);
failing('types', () => [null, 5, {}, undefined].map((type) => new Event(type).type));
failing('symbol', () => new Event(Symbol('s')));
failing('method', () => Event.prototype.preventDefault.call({}));
failing('getter', () => Event.prototype.type);

log('-- CustomEvent');
const custom = new CustomEvent('c', { detail: { a: 1 }, cancelable: true });
log(all(custom), custom.detail, new CustomEvent('c').detail, new CustomEvent('c', { detail: 0 }).detail);
failing('no type', () => new CustomEvent());
failing('getter', () => CustomEvent.prototype.detail);
log(custom instanceof Event, String(custom), String(event), CustomEvent.length, Event.length);

log('-- shapes');
log(inspect(event).replace(/timeStamp: [\d.]+/, 'timeStamp: N'));
log(inspect(event, { depth: -1 }), inspect(custom, { depth: -1 }));
log(Object.keys(Event.prototype), Object.keys(CustomEvent.prototype));
log(Event.NONE, Event.CAPTURING_PHASE, Event.AT_TARGET, Event.BUBBLING_PHASE, Object.keys(Event));
