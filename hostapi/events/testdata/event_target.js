// EventTarget: listeners and dispatch.
const log = console.log;
const failing = (name, run) => {
  try {
    log(name, run());
  } catch (error) {
    log(name, error.name, error.code, error.message);
  }
};
process.removeAllListeners('warning');
process.on('warning', (warning) => log(warning.name, warning.message, warning.type));
process.on('uncaughtException', (error) => log('uncaught', error.message));

const target = new EventTarget();
const f = function(event) { log('f', event.type, this === target); };
target.addEventListener('a', f);
target.addEventListener('a', f);
target.addEventListener('a', f, true);
target.addEventListener('a', f, { capture: false });
target.addEventListener('a', { handleEvent(event) { log('object', event.type, this !== target); } });
target.addEventListener('a', {});
log(target.dispatchEvent(new Event('a')), target.dispatchEvent(new Event('nobody')));
target.removeEventListener('a', f, { capture: true });
target.removeEventListener('a', f, true);
target.dispatchEvent(new Event('a'));
target.removeEventListener('a', f);
target.removeEventListener('a', f);

log('-- options');
target.addEventListener('once', () => log('once'), { once: true });
target.addEventListener('once', () => target.dispatchEvent(new Event('once')), { once: true });
target.dispatchEvent(new Event('once'));
const controller = new AbortController();
target.addEventListener('signal', () => log('until aborted'), { signal: controller.signal });
target.dispatchEvent(new Event('signal'));
controller.abort();
target.dispatchEvent(new Event('signal'));
target.addEventListener('signal', () => log('too late'), { signal: controller.signal });
target.dispatchEvent(new Event('signal'));
target.addEventListener('passive', (event) => event.preventDefault(), { passive: true });
log(target.dispatchEvent(new Event('passive', { cancelable: true })));

log('-- added and removed during the dispatch');
target.addEventListener('grow', () => target.addEventListener('grow', () => log('added by the first')));
target.addEventListener('grow', () => target.addEventListener('grow', () => log('added by the second')));
target.dispatchEvent(new Event('grow'));
const victim = () => log('removed too late');
target.addEventListener('shrink', () => target.removeEventListener('shrink', victim));
target.addEventListener('shrink', victim);
target.addEventListener('shrink', () => log('stays'));
target.dispatchEvent(new Event('shrink'));

log('-- stopping');
target.addEventListener('stop', (event) => {
  event.stopPropagation();
  log(event.cancelBubble);
});
target.addEventListener('stop', (event) => event.stopImmediatePropagation());
target.addEventListener('stop', () => log('not reached'));
target.dispatchEvent(new Event('stop'));

log('-- wrong arguments');
failing('no arguments', () => target.addEventListener());
failing('one argument', () => target.addEventListener('x'));
failing('a number', () => target.addEventListener('x', 1));
failing('null', () => target.addEventListener('x', null));
failing('undefined', () => target.addEventListener('x', undefined));
failing('options', () => target.addEventListener('x', f, 1));
failing('null options', () => target.addEventListener('x', f, null));
failing('signal', () => target.addEventListener('x', f, { signal: 1 }));
failing('symbol', () => target.addEventListener(Symbol('s'), f));
failing('remove', () => target.removeEventListener('x'));
failing('remove a number', () => target.removeEventListener('x', 1));
failing('remove null', () => target.removeEventListener('x', null));
failing('dispatch', () => target.dispatchEvent());
failing('dispatch an object', () => target.dispatchEvent({ type: 'x' }));
failing('wrong this', () => EventTarget.prototype.addEventListener.call({}, 'x', f));
failing('a name which is no string', () => {
  target.addEventListener(5, () => log('five'));
  return target.dispatchEvent(new Event(5));
});
target.addEventListener('again', (event) => failing('recursion', () => target.dispatchEvent(event)));
const again = new Event('again');
target.dispatchEvent(again);
log(target.dispatchEvent(again));

log('-- shapes');
class Mine extends EventTarget {}
log(target, new Mine(), { deep: { deeper: { target } } }, String(target));
log(EventTarget.length, EventTarget.prototype.addEventListener.length, Object.keys(EventTarget.prototype));

log('-- errors');
target.addEventListener('throw', () => { throw new Error('first'); });
target.addEventListener('throw', { handleEvent() { throw new Error('from an object'); } });
target.addEventListener('throw', async () => { throw new Error('async'); });
target.addEventListener('throw', () => log('last'));
log(target.dispatchEvent(new Event('throw')));
