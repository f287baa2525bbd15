'use strict';

// The two halves of a duplex stream which stands for other streams (compose, Duplex.from).

const { AbortError } = require('internal/errors');
const { destroyer } = require('internal/streams/destroy');

// A callback which is called when something happens, once, and then forgotten.
class Pending {
  callback = null;

  settle() {
    const { callback } = this;
    this.callback = null;
    if (callback) callback();
  }
}

class Relay {
  constructor(duplex) {
    this.duplex = duplex;
    this.drain = new Pending();
    this.finish = new Pending();
    this.readable = new Pending();
    // The callback of the duplex stream's _destroy(); null once the streams behind are over,
    // undefined while nobody waits for that.
    this.onClose = undefined;
  }

  // What is written to the duplex stream goes to target.
  writeTo(target) {
    const { duplex, drain, finish } = this;
    duplex._write = function(chunk, encoding, callback) {
      if (target.write(chunk, encoding)) callback();
      else drain.callback = callback;
    };
    duplex._final = function(callback) {
      target.end();
      finish.callback = callback;
    };
    target.on('drain', () => drain.settle());
  }

  writeToWeb(target) {
    const { duplex, finish } = this;
    const writer = target.getWriter();
    duplex._write = function(chunk, encoding, callback) {
      writer.ready.then(() => {
        writer.write(chunk).catch(() => {});
        callback();
      }, callback);
    };
    duplex._final = function(callback) {
      writer.ready.then(() => {
        writer.close().catch(() => {});
        finish.callback = callback;
      }, callback);
    };
  }

  readFromWeb(source) {
    const { duplex } = this;
    const reader = source.getReader();
    duplex._read = async function() {
      try {
        for (;;) {
          const { value, done } = await reader.read();
          if (done) {
            duplex.push(null);
            return;
          }
          if (!duplex.push(value)) return;
        }
      } catch {
        // The pipeline reports it.
      }
    };
  }

  // What can be read from source can be read from the duplex stream.
  readFrom(source) {
    const { duplex, readable } = this;
    source.on('readable', () => readable.settle());
    source.on('end', () => duplex.push(null));
    duplex._read = function() {
      for (;;) {
        const chunk = source.read();
        if (chunk === null) {
          readable.callback = duplex._read;
          return;
        }
        if (!duplex.push(chunk)) return;
      }
    };
  }

  // The streams behind are over. Returns whether somebody waited for it.
  close(error) {
    const { onClose } = this;
    this.onClose = null;
    if (onClose) onClose(error);
    else if (error) this.duplex.destroy(error);
    return Boolean(onClose) || Boolean(error);
  }

  // behind: the streams which end with the duplex stream.
  destroyWith(behind) {
    this.duplex._destroy = (error, callback) => {
      if (!error && this.onClose !== null) error = new AbortError();
      this.readable.callback = null;
      this.drain.callback = null;
      this.finish.callback = null;
      if (this.onClose === null) {
        callback(error);
      } else {
        this.onClose = callback;
        for (const stream of behind) destroyer(stream, error);
      }
    };
  }
}

module.exports = { Relay };
