'use strict';

// EventEmitterAsyncResource: an emitter whose listeners run in the async context in which it was
// made. Contexts do not follow emitters here yet, so making one says so.
class EventEmitterAsyncResource {
  constructor() {
    const { ERR_METHOD_NOT_IMPLEMENTED } = require('internal/errors').codes;
    throw new ERR_METHOD_NOT_IMPLEMENTED('EventEmitterAsyncResource');
  }
}

module.exports = { EventEmitterAsyncResource };
