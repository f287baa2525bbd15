'use strict';

// ReadableStreamBYOBRequest: the memory that a byte stream's reader waits to have filled.

const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_STATE } } = require('internal/errors');
const { isArrayBufferDetached } = require('internal/util');
const { checkConstruct, finishClass, kState, stateOf } = require('internal/webstreams/util');

const { aliasArrayBuffer, detachArrayBuffer } = internalBinding('events');

// The bytes of a buffer in a new one; the old one is empty afterwards.
function transferBuffer(buffer) {
  const moved = aliasArrayBuffer(buffer);
  detachArrayBuffer(buffer);
  return moved;
}

function checkTransferable(buffer) {
  if (isArrayBufferDetached(buffer)) {
    throw new ERR_INVALID_STATE.TypeError('View ArrayBuffer is detached');
  }
}

class ReadableStreamBYOBRequest {
  constructor(key = undefined) { checkConstruct(key); }

  get view() { return stateOf(this, 'ReadableStreamBYOBRequest').view; }

  respond(bytesWritten) {
    const { controller, view } = stateOf(this, 'ReadableStreamBYOBRequest');
    if (controller === undefined) {
      throw new ERR_INVALID_STATE.TypeError('This BYOB request has been invalidated');
    }
    if (view.byteLength === 0 || view.buffer.byteLength === 0) {
      throw new ERR_INVALID_STATE.TypeError('Viewed ArrayBuffer is detached');
    }
    require('internal/webstreams/bytes').respond(controller, bytesWritten);
  }

  respondWithNewView(view) {
    const { controller } = stateOf(this, 'ReadableStreamBYOBRequest');
    if (controller === undefined) {
      throw new ERR_INVALID_STATE.TypeError('This BYOB request has been invalidated');
    }
    checkView(view);
    checkTransferable(view.buffer);
    require('internal/webstreams/bytes').respondWithNewView(controller, view);
  }
}

finishClass(ReadableStreamBYOBRequest, ['view', 'respond', 'respondWithNewView'], (it) => ({
  view: it[kState].view, controller: it[kState].controller,
}));

function checkView(view) {
  if (!ArrayBuffer.isView(view)) {
    throw new ERR_INVALID_ARG_TYPE('view', ['Buffer', 'TypedArray', 'DataView'], view);
  }
}

module.exports = { ReadableStreamBYOBRequest, checkTransferable, checkView, transferBuffer };
