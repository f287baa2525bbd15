'use strict';

// ReadableStream.prototype.tee for streams of bytes: both branches are streams of bytes too, and
// what one reads into its own memory the other gets as a copy.

const bytes = require('internal/webstreams/bytes');
const { ReadableStreamBYOBReader, readerReadInto } = require('internal/webstreams/byob_reader');
const {
  ReadableStreamDefaultReader, createReadableByteStream, readerRead, releaseWithRequests,
} = require('internal/webstreams/readable');
const { Branches } = require('internal/webstreams/tee');
const { kState } = require('internal/webstreams/util');

function copyOf(view) {
  return new Uint8Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
}

class ByteTee {
  constructor(stream) {
    this.stream = stream;
    this.reader = new ReadableStreamDefaultReader(stream);
    this.readsInto = false;
    this.branches = new Branches(stream);
    this.reading = false;
    this.readAgain = [false, false];
    this.both = [0, 1].map((n) => createReadableByteStream({
      start() {},
      pull: () => this.pull(n),
      cancel: (reason) => this.branches.cancel(n, reason),
    }));
    this.followErrors();
  }

  controller(n) { return this.both[n][kState].controller; }

  cancelled(n) { return this.branches.cancelled[n]; }

  followErrors() {
    const { reader } = this;
    reader[kState].closed.promise.then(undefined, (error) => {
      if (reader !== this.reader) return;
      for (const n of [0, 1]) bytes.controllerError(this.controller(n), error);
      this.branches.ended();
    });
  }

  pull(n) {
    if (this.reading) {
      this.readAgain[n] = true;
      return;
    }
    this.reading = true;
    const request = bytes.byobRequestOf(this.controller(n));
    if (request === null) this.pullDefault();
    else this.pullInto(request[kState].view, n);
  }

  exchangeReader(readsInto) {
    if (this.readsInto === readsInto) return;
    this.readsInto = readsInto;
    releaseWithRequests(this.reader, readsInto ? 'readRequests' : 'readIntoRequests');
    this.reader = readsInto ?
      new ReadableStreamBYOBReader(this.stream) : new ReadableStreamDefaultReader(this.stream);
    this.followErrors();
  }

  pullAgain() {
    this.reading = false;
    if (this.readAgain[0]) this.pull(0);
    else if (this.readAgain[1]) this.pull(1);
  }

  pullDefault() {
    this.exchangeReader(false);
    readerRead(this.reader, {
      chunk: (value) => queueMicrotask(() => {
        this.readAgain = [false, false];
        const second = !this.cancelled(0) && !this.cancelled(1) ? copyOf(value) : value;
        if (!this.cancelled(0)) bytes.controllerEnqueue(this.controller(0), value);
        if (!this.cancelled(1)) bytes.controllerEnqueue(this.controller(1), second);
        this.pullAgain();
      }),
      close: () => {
        this.reading = false;
        for (const n of [0, 1]) {
          if (!this.cancelled(n)) bytes.controllerClose(this.controller(n));
        }
        this.respondToEnd();
        this.branches.ended();
      },
      error: () => { this.reading = false; },
    });
  }

  respondToEnd() {
    for (const n of [0, 1]) {
      if (this.controller(n)[kState].pendingPullIntos.length > 0) {
        bytes.respond(this.controller(n), 0);
      }
    }
  }

  // own: the branch whose reader gave the memory.
  pullInto(view, own) {
    const other = 1 - own;
    this.exchangeReader(true);
    readerReadInto(this.reader, view, {
      chunk: (value) => queueMicrotask(() => {
        this.readAgain = [false, false];
        if (this.cancelled(other)) {
          if (!this.cancelled(own)) bytes.respondWithNewView(this.controller(own), value);
        } else {
          const copy = copyOf(value);
          if (!this.cancelled(own)) bytes.respondWithNewView(this.controller(own), value);
          bytes.controllerEnqueue(this.controller(other), copy);
        }
        this.pullAgain();
      }),
      close: (value) => {
        this.reading = false;
        for (const n of [own, other]) {
          if (!this.cancelled(n)) bytes.controllerClose(this.controller(n));
        }
        if (value !== undefined) {
          if (!this.cancelled(own)) bytes.respondWithNewView(this.controller(own), value);
          if (!this.cancelled(other) &&
              this.controller(other)[kState].pendingPullIntos.length > 0) {
            bytes.respond(this.controller(other), 0);
          }
        }
        this.branches.ended();
      },
      error: () => { this.reading = false; },
    });
  }
}

function teeBytes(stream) { return new ByteTee(stream).both; }

module.exports = { teeBytes };
