'use strict';
// What domains change of emitters: each belongs to the domain in which it was
// made, which is entered for its listeners, and gets the errors that nobody
// listens to.

const EventEmitter = require('events');
const { codes: { ERR_UNHANDLED_ERROR } } = require('internal/errors');

function install(domains, { hidden, without }) {
  const { init } = EventEmitter;
  const { emit } = EventEmitter.prototype;
  EventEmitter.usingDomains = true;

  EventEmitter.init = function(opts) {
    hidden(this, null);
    if (domains.active && !(this instanceof domains.Domain)) this.domain = domains.active;
    return init.call(this, opts);
  };

  EventEmitter.prototype.emit = function emit_(...args) {
    const { domain } = this;
    const heard = args[0] === 'error' && this.listenerCount('error') > 0;
    if (heard || domain === null || domain === undefined || this === process) return Reflect.apply(emit, this, args);
    if (args[0] === 'error') {
      pass(this, domain, args);
      return false;
    }
    domain.enter();
    const result = Reflect.apply(emit, this, args);
    domain.exit();
    return result;
  };
  Object.defineProperty(EventEmitter.prototype.emit, 'name', { value: 'emit', configurable: true });

  // Hands an error that nobody listens to to the emitter's domain.
  function pass(emitter, domain, [, given]) {
    const error = given ? given : new ERR_UNHANDLED_ERROR(given);
    if (typeof error === 'object') {
      error.domainEmitter = emitter;
      hidden(error, domain);
      error.domainThrown = false;
    }
    without(() => domain.emit('error', error));
  }
}

module.exports = { install };
