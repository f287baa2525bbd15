'use strict';

// ReadableStream.prototype.tee for streams of any chunks. That for bytes stands in
// internal/webstreams/byte_tee.

const {
  ReadableStreamDefaultReader, controllerClose, controllerEnqueue, controllerError,
  createReadableStream, readableStreamCancel, readerRead,
} = require('internal/webstreams/readable');
const { createDeferredPromise, isBrand, kState } = require('internal/webstreams/util');

// What both kinds of tee keep: the stream is cancelled when both branches are.
class Branches {
  constructor(stream) {
    this.stream = stream;
    this.cancelled = [false, false];
    this.reasons = [undefined, undefined];
    this.cancelPromise = createDeferredPromise();
  }

  get allCancelled() { return this.cancelled[0] && this.cancelled[1]; }

  cancel(n, reason) {
    this.cancelled[n] = true;
    this.reasons[n] = reason;
    if (this.allCancelled) {
      this.cancelPromise.resolve(readableStreamCancel(this.stream, [...this.reasons]));
    }
    return this.cancelPromise.promise;
  }

  ended() {
    if (!this.allCancelled) this.cancelPromise.resolve();
  }
}

function teeDefault(stream) {
  const reader = new ReadableStreamDefaultReader(stream);
  const branches = new Branches(stream);
  let reading = false;
  let readAgain = false;
  const both = [];
  const controllers = () => both.map((branch) => branch[kState].controller);
  const request = {
    chunk(value) {
      queueMicrotask(() => {
        readAgain = false;
        controllers().forEach((controller, n) => {
          if (!branches.cancelled[n]) controllerEnqueue(controller, value);
        });
        reading = false;
        if (readAgain) pull();
      });
    },
    close() {
      reading = false;
      controllers().forEach((controller, n) => {
        if (!branches.cancelled[n]) controllerClose(controller);
      });
      branches.ended();
    },
    error() { reading = false; },
  };
  function pull() {
    if (reading) {
      readAgain = true;
      return;
    }
    reading = true;
    readerRead(reader, request);
  }
  for (const n of [0, 1]) {
    both[n] = createReadableStream({
      start() {}, pull, cancel: async (reason) => branches.cancel(n, reason),
    });
  }
  reader[kState].closed.promise.then(undefined, (error) => {
    controllers().forEach((controller) => controllerError(controller, error));
    branches.ended();
  });
  return both;
}

function tee(stream) {
  if (!isBrand(stream[kState].controller, 'ReadableByteStreamController')) return teeDefault(stream);
  return require('internal/webstreams/byte_tee').teeBytes(stream);
}

module.exports = { Branches, tee };
