'use strict';

// stream/consumers: the whole content of a stream, in one form or another.

const { Buffer, Blob } = require('buffer');
const { TextDecoder } = require('internal/encoding');

// What `for await` does.
async function forEach(stream, visit) {
  const iterator = (stream[Symbol.asyncIterator] ?? stream[Symbol.iterator]).call(stream);
  for (;;) {
    const { done, value } = await iterator.next();
    if (done) return;
    try {
      visit(await value);
    } catch (error) {
      await iterator.return?.();
      throw error;
    }
  }
}

async function blob(stream) {
  const chunks = [];
  await forEach(stream, (chunk) => chunks.push(chunk));
  return new Blob(chunks);
}

async function arrayBuffer(stream) {
  return (await blob(stream)).arrayBuffer();
}

async function buffer(stream) {
  return Buffer.from(await arrayBuffer(stream));
}

async function text(stream) {
  const decoder = new TextDecoder();
  let result = '';
  await forEach(stream, (chunk) => {
    result += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  });
  return result + decoder.decode();
}

async function json(stream) {
  return JSON.parse(await text(stream));
}

module.exports = { arrayBuffer, blob, buffer, text, json };
