'use strict';

// Readable.prototype.pipe and unpipe.

const { errorOrDestroy } = require('internal/streams/destroy');
const { prependListener } = require('internal/streams/legacy');
const { noPipes } = require('internal/streams/readable_state');

// A writer which is full goes to awaitDrainWriters, itself or into the set of several.
function awaitDrainOf(state, dest) {
  if (state.pipes.length === 1 && state.pipes[0] === dest) {
    state.awaitDrainWriters = dest;
    state.multiAwaitDrain = false;
  } else if (state.pipes.length > 1 && state.pipes.includes(dest)) {
    state.awaitDrainWriters.add(dest);
  }
}

function onDrainOf(source, state, dest) {
  if (state.awaitDrainWriters === dest) state.awaitDrainWriters = null;
  else if (state.multiAwaitDrain) state.awaitDrainWriters.delete(dest);
  const awaited = state.awaitDrainWriters;
  if ((!awaited || awaited.size === 0) && source.listenerCount('data') > 0) source.resume();
}

// One pipe. Its listeners come and go together.
class Pipe {
  constructor(source, dest) {
    this.source = source;
    this.state = source._readableState;
    this.dest = dest;
    this.listensForDrain = false;
    this.cleanedUp = false;
    this.onData = (chunk) => { if (dest.write(chunk) === false) this.pause(); };
    this.onDrain = () => onDrainOf(source, this.state, dest);
    this.onEnd = () => dest.end();
    this.onUnpipe = (readable, info) => {
      if (readable === source && info && info.hasUnpiped === false) {
        info.hasUnpiped = true;
        this.cleanup();
      }
    };
    this.unpipe = () => source.unpipe(dest);
    this.onError = (error) => this.fail(error);
    this.onClose = () => {
      dest.removeListener('finish', this.onFinish);
      this.unpipe();
    };
    this.onFinish = () => {
      dest.removeListener('close', this.onClose);
      this.unpipe();
    };
  }

  start(endsDest) {
    const { source, state, dest } = this;
    const atEnd = endsDest ? this.onEnd : this.unpipe;
    if (state.endEmitted) process.nextTick(atEnd);
    else source.once('end', atEnd);
    dest.on('unpipe', this.onUnpipe);
    source.on('data', this.onData);
    prependListener(dest, 'error', this.onError);
    dest.once('close', this.onClose);
    dest.once('finish', this.onFinish);
    dest.emit('pipe', source);
    if (dest.writableNeedDrain === true) this.pause();
    else if (!state.flowing) source.resume();
  }

  pause() {
    const { source, state, dest } = this;
    if (!this.cleanedUp) {
      awaitDrainOf(state, dest);
      source.pause();
    }
    if (!this.listensForDrain) {
      this.listensForDrain = true;
      dest.on('drain', this.onDrain);
    }
  }

  fail(error) {
    const { dest } = this;
    this.unpipe();
    dest.removeListener('error', this.onError);
    if (dest.listenerCount('error') > 0) return;
    const state = dest._writableState || dest._readableState;
    if (state && !state.errorEmitted) errorOrDestroy(dest, error);
    else dest.emit('error', error);
  }

  cleanup() {
    const { source, state, dest } = this;
    dest.removeListener('close', this.onClose);
    dest.removeListener('finish', this.onFinish);
    if (this.listensForDrain) dest.removeListener('drain', this.onDrain);
    dest.removeListener('error', this.onError);
    dest.removeListener('unpipe', this.onUnpipe);
    source.removeListener('end', this.onEnd);
    source.removeListener('end', this.unpipe);
    source.removeListener('data', this.onData);
    this.cleanedUp = true;
    // The drain for which the source waits will not be heard any more.
    if (this.listensForDrain && state.awaitDrainWriters &&
        (!dest._writableState || dest._writableState.needDrain)) {
      this.onDrain();
    }
  }
}

function pipe(dest, pipeOpts) {
  const state = this._readableState;
  if (state.pipes.length === 1 && !state.multiAwaitDrain) {
    state.multiAwaitDrain = true;
    state.awaitDrainWriters = new Set(state.awaitDrainWriters ? [state.awaitDrainWriters] : []);
  }
  if (state.pipes === noPipes) state.pipes = [dest];
  else state.pipes.push(dest);
  const endsDest = (!pipeOpts || pipeOpts.end !== false) && !isStandardStream(dest);
  new Pipe(this, dest).start(endsDest);
  return dest;
}

// The program's output is not ended by what is piped into it.
function isStandardStream(dest) {
  return dest === process.stdout || dest === process.stderr;
}

function unpipe(dest) {
  const state = this._readableState;
  if (state.pipes.length === 0) return this;
  if (!dest) {
    const dests = state.pipes;
    state.pipes = noPipes;
    this.pause();
    for (const each of dests) each.emit('unpipe', this, { hasUnpiped: false });
    return this;
  }
  const index = state.pipes.indexOf(dest);
  if (index === -1) return this;
  state.pipes.splice(index, 1);
  if (state.pipes.length === 0) this.pause();
  dest.emit('unpipe', this, { hasUnpiped: false });
  return this;
}

module.exports = { pipe, unpipe };
