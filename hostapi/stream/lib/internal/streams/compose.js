'use strict';

// stream.compose: one duplex stream out of several, one piped into the next.

const { codes } = require('internal/errors');
const { Duplex } = require('internal/streams/duplex');
const { eos } = require('internal/streams/end-of-stream');
const { pipeline } = require('internal/streams/pipeline');
const { Relay } = require('internal/streams/relay');
const {
  isNodeStream, isReadable, isReadableStream, isTransformStream, isWebStream, isWritable,
  isWritableStream,
} = require('internal/streams/utils');

function canRead(stream) {
  return Boolean(isReadable(stream) || isReadableStream(stream) || isTransformStream(stream));
}

function canWrite(stream) {
  return Boolean(isWritable(stream) || isWritableStream(stream) || isTransformStream(stream));
}

function checkStreams(streams, original) {
  const last = streams.length - 1;
  for (let i = 0; i <= last; i++) {
    const stream = streams[i];
    if (!isNodeStream(stream) && !isWebStream(stream)) continue;
    if (i < last && !canRead(stream)) {
      throw new codes.ERR_INVALID_ARG_VALUE(`streams[${i}]`, original[i], 'must be readable');
    }
    if (i > 0 && !canWrite(stream)) {
      throw new codes.ERR_INVALID_ARG_VALUE(`streams[${i}]`, original[i], 'must be writable');
    }
  }
}

function compose(...streams) {
  if (streams.length === 0) throw new codes.ERR_MISSING_ARGS('streams');
  if (streams.length === 1) return Duplex.from(streams[0]);
  const original = streams.slice();
  const last = streams.length - 1;
  if (typeof streams[0] === 'function') streams[0] = Duplex.from(streams[0]);
  if (typeof streams[last] === 'function') streams[last] = Duplex.from(streams[last]);
  checkStreams(streams, original);
  return connect(streams);
}

function connect(streams) {
  const relay = new Relay(null);
  const head = streams[0];
  const tail = pipeline(streams, (error) => {
    if (!relay.close(error) && !readable && !writable) relay.duplex.destroy();
  });
  const writable = canWrite(head);
  const readable = canRead(tail);
  const duplex = new Duplex({
    writableObjectMode: Boolean(head?.writableObjectMode),
    readableObjectMode: Boolean(tail?.readableObjectMode),
    writable,
    readable,
  });
  relay.duplex = duplex;
  if (writable) {
    if (isWebStream(head)) relay.writeToWeb(isTransformStream(head) ? head.writable : head);
    else relay.writeTo(head);
    eos(isTransformStream(tail) ? tail.readable : tail, () => relay.finish.settle());
  }
  if (readable && isWebStream(tail)) relay.readFromWeb(tail.readable ?? tail);
  else if (readable) relay.readFrom(tail);
  relay.destroyWith([tail]);
  return duplex;
}

module.exports = { compose };
