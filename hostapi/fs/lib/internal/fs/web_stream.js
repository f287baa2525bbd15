'use strict';

// FileHandle.readableWebStream: the rest of a file as a stream of the web. It holds the handle
// until it is over; closing the handle ends it.

const { codes: { ERR_INVALID_STATE } } = require('internal/errors');
const { validateObject } = require('internal/validators');

const kLocked = Symbol('kLocked');

const chunkLength = 64 * 1024;
const byteChunkLength = 16 * 1024;

// hold() keeps the handle open until release() is called.
function createStream(handle, options, hold, release) {
  if (handle.fd === -1) throw new ERR_INVALID_STATE('The FileHandle is closed');
  if (handle[kLocked]) throw new ERR_INVALID_STATE('The FileHandle is locked');
  if (options !== undefined) validateObject(options, 'options');
  Object.defineProperty(handle, kLocked, { value: true });
  let held = true;
  const done = () => {
    if (held) release();
    held = false;
  };
  hold();
  const { ReadableStream } = require('stream/web');
  const stream = new ReadableStream(options?.type === undefined ?
    chunkSource(handle, done) : byteSource(handle, done));
  handle.once('close', () => {
    const { readableStreamCancel } = require('internal/webstreams/readable');
    readableStreamCancel(stream);
  });
  return stream;
}

function chunkSource(handle, done) {
  return {
    async pull(controller) {
      const memory = new Uint8Array(chunkLength);
      const { bytesRead } = await handle.read(memory, 0, chunkLength);
      if (bytesRead === 0) {
        done();
        controller.close();
      } else {
        controller.enqueue(memory.buffer.slice(0, bytesRead));
      }
    },
    cancel: done,
  };
}

function byteSource(handle, done) {
  return {
    type: 'bytes',
    autoAllocateChunkSize: byteChunkLength,
    async pull(controller) {
      const { view } = controller.byobRequest;
      const { bytesRead } = await handle.read(view, 0, view.byteLength);
      if (bytesRead === 0) {
        done();
        controller.close();
      }
      controller.byobRequest.respond(bytesRead);
    },
    cancel: done,
  };
}

module.exports = { createStream };
