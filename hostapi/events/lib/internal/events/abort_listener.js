'use strict';

const { validateAbortSignal, validateFunction } = require('internal/validators');

// Calls listener once when signal aborts, even after another listener stopped the propagation; in a
// microtask if it has aborted already. Returns a disposable which takes the listener off again.
function addAbortListener(signal, listener) {
  if (signal === undefined) {
    const { ERR_INVALID_ARG_TYPE } = require('internal/errors').codes;
    throw new ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  }
  validateAbortSignal(signal, 'signal');
  validateFunction(listener, 'listener');
  let dispose;
  if (signal.aborted) {
    queueMicrotask(() => listener());
  } else {
    const { kResistStopPropagation } = require('internal/event_target');
    signal.addEventListener('abort', listener, {
      __proto__: null, once: true, [kResistStopPropagation]: true,
    });
    dispose = () => signal.removeEventListener('abort', listener);
  }
  return {
    __proto__: null,
    [Symbol.dispose]() { dispose?.(); },
  };
}

module.exports = { addAbortListener };
