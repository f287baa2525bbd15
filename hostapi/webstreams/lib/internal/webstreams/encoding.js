'use strict';

// TextEncoderStream and TextDecoderStream.

const { TextDecoder, TextEncoder } = require('internal/encoding');
const { TransformStream } = require('internal/webstreams/transform');
const { finishClass, kState, stateOf } = require('internal/webstreams/util');

class TextEncoderStream {
  constructor() {
    const encoder = new TextEncoder();
    let lead = ''; // the first half of a pair whose second comes with the next chunk
    this[kState] = {
      encoder,
      transform: new TransformStream({
        transform(chunk, controller) {
          let text = lead + `${chunk}`;
          lead = '';
          const last = text.charCodeAt(text.length - 1);
          if (last >= 0xd800 && last <= 0xdbff) {
            lead = text[text.length - 1];
            text = text.slice(0, -1);
          }
          if (text !== '') controller.enqueue(encoder.encode(text));
        },
        flush(controller) {
          if (lead !== '') controller.enqueue(encoder.encode('\ufffd'));
        },
      }),
    };
  }

  get encoding() { return stateOf(this, 'TextEncoderStream').encoder.encoding; }

  get readable() { return stateOf(this, 'TextEncoderStream').transform.readable; }

  get writable() { return stateOf(this, 'TextEncoderStream').transform.writable; }
}

class TextDecoderStream {
  constructor(encoding = 'utf-8', options = {}) {
    const decoder = new TextDecoder(encoding, options);
    this[kState] = {
      decoder,
      transform: new TransformStream({
        transform(chunk, controller) {
          const text = decoder.decode(chunk, { stream: true });
          if (text !== '') controller.enqueue(text);
        },
        flush(controller) {
          const text = decoder.decode();
          if (text !== '') controller.enqueue(text);
        },
      }),
    };
  }

  get encoding() { return stateOf(this, 'TextDecoderStream').decoder.encoding; }

  get fatal() { return stateOf(this, 'TextDecoderStream').decoder.fatal; }

  get ignoreBOM() { return stateOf(this, 'TextDecoderStream').decoder.ignoreBOM; }

  get readable() { return stateOf(this, 'TextDecoderStream').transform.readable; }

  get writable() { return stateOf(this, 'TextDecoderStream').transform.writable; }
}

finishClass(TextEncoderStream, ['encoding', 'readable', 'writable'], (it) => ({
  encoding: it.encoding, readable: it.readable, writable: it.writable,
}));
finishClass(TextDecoderStream, ['encoding', 'fatal', 'ignoreBOM', 'readable', 'writable'],
  (it) => ({
    encoding: it.encoding, fatal: it.fatal, ignoreBOM: it.ignoreBOM, readable: it.readable,
    writable: it.writable,
  }));
for (const Class of [TextEncoderStream, TextDecoderStream]) {
  delete Class.prototype[Symbol.toStringTag]; // node 20 has none
}

module.exports = { TextDecoderStream, TextEncoderStream };
