'use strict';

// EventEmitterAsyncResource: an emitter whose listeners run in the async context in which it was
// made.

const EventEmitter = require('events');
const { AsyncResource } = require('internal/async_hooks/resource');
const { codes: { ERR_INVALID_THIS } } = require('internal/errors');
const { validateString } = require('internal/validators');

class EventEmitterReferencingAsyncResource extends AsyncResource {
  #eventEmitter;

  constructor(eventEmitter, type, options) {
    super(type, options);
    this.#eventEmitter = eventEmitter;
  }

  get eventEmitter() { return this.#eventEmitter; }
}

let resourceOf;

class EventEmitterAsyncResource extends EventEmitter {
  #asyncResource;

  static {
    resourceOf = (emitter) => {
      if (typeof emitter !== 'object' || emitter === null || !(#asyncResource in emitter)) {
        throw new ERR_INVALID_THIS('EventEmitterAsyncResource');
      }
      return emitter.#asyncResource;
    };
  }

  constructor(options = undefined) {
    let name;
    if (typeof options === 'string') {
      name = options;
      options = undefined;
    } else {
      if (new.target === EventEmitterAsyncResource) validateString(options?.name, 'options.name');
      name = options?.name || new.target.name;
    }
    super(options);
    this.#asyncResource = new EventEmitterReferencingAsyncResource(this, name, options);
  }

  emit(event, ...args) {
    return resourceOf(this).runInAsyncScope(super.emit, this, event, ...args);
  }

  emitDestroy() { resourceOf(this).emitDestroy(); }

  get asyncId() { return resourceOf(this).asyncId(); }

  get triggerAsyncId() { return resourceOf(this).triggerAsyncId(); }

  get asyncResource() { return resourceOf(this); }
}

module.exports = { EventEmitterAsyncResource };
