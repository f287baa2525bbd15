'use strict';

// stream/web: the streams of the web, each loaded when it is first asked for.

const { defineLazyProperties } = require('internal/util');

const modules = [
  ['internal/webstreams/readable', ['ReadableStream', 'ReadableStreamDefaultReader']],
  ['internal/webstreams/byob_reader', ['ReadableStreamBYOBReader']],
  ['internal/webstreams/byob_request', ['ReadableStreamBYOBRequest']],
  ['internal/webstreams/bytes', ['ReadableByteStreamController']],
  ['internal/webstreams/readable', ['ReadableStreamDefaultController']],
  ['internal/webstreams/transform', ['TransformStream', 'TransformStreamDefaultController']],
  ['internal/webstreams/writable', ['WritableStream']],
  ['internal/webstreams/writer', ['WritableStreamDefaultWriter']],
  ['internal/webstreams/writable', ['WritableStreamDefaultController']],
  ['internal/webstreams/strategies', ['ByteLengthQueuingStrategy', 'CountQueuingStrategy']],
  ['internal/webstreams/encoding', ['TextEncoderStream', 'TextDecoderStream']],
  ['internal/webstreams/compression', ['CompressionStream', 'DecompressionStream']],
];

for (const [id, names] of modules) defineLazyProperties(module.exports, id, names);
