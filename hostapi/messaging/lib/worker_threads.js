'use strict';

// worker_threads: what of it concerns one thread. Making a Worker says that
// there is none.

const EventEmitter = require('events');
const { BroadcastChannel } = require('internal/broadcast_channel');
const { codes: { ERR_METHOD_NOT_IMPLEMENTED } } = require('internal/errors');
const {
  MessageChannel, MessagePort, isMessagePort, receiveNow,
} = require('internal/messaging');
const { codedTypeError, markAsUntransferable } = require('internal/structured_clone');

class Worker extends EventEmitter {
  constructor() {
    throw new ERR_METHOD_NOT_IMPLEMENTED('worker_threads.Worker');
  }
}

function receiveMessageOnPort(port) {
  if (isMessagePort(port)) return receiveNow(port);
  if (port instanceof BroadcastChannel) return undefined;
  throw codedTypeError('ERR_INVALID_ARG_TYPE',
    'The "port" argument must be a MessagePort instance');
}

function moveMessagePortToContext(port) {
  if (!isMessagePort(port)) {
    throw codedTypeError('ERR_INVALID_ARG_TYPE',
      'The "port" argument must be a MessagePort instance');
  }
  throw new ERR_METHOD_NOT_IMPLEMENTED('worker_threads.moveMessagePortToContext');
}

async function postMessageToThread() {
  throw new ERR_METHOD_NOT_IMPLEMENTED('worker_threads.postMessageToThread');
}

const environmentData = new Map();

function setEnvironmentData(key, value) {
  if (value === undefined) environmentData.delete(key);
  else environmentData.set(key, value);
}

function getEnvironmentData(key) { return environmentData.get(key); }

module.exports = {
  isMainThread: true,
  MessagePort,
  MessageChannel,
  markAsUntransferable,
  moveMessagePortToContext,
  receiveMessageOnPort,
  resourceLimits: {},
  postMessageToThread,
  threadId: 0,
  SHARE_ENV: Symbol.for('nodejs.worker_threads.SHARE_ENV'),
  Worker,
  parentPort: null,
  workerData: null,
  BroadcastChannel,
  setEnvironmentData,
  getEnvironmentData,
};
