'use strict';
// inspector: there is no debugger to talk to.

const EventEmitter = require('events');
const { codes: { ERR_INSPECTOR_NOT_ACTIVE, ERR_INSPECTOR_NOT_AVAILABLE, ERR_INSPECTOR_NOT_CONNECTED } } = require('internal/errors');

class Session extends EventEmitter {
  connect() { throw new ERR_INSPECTOR_NOT_AVAILABLE(); }
  connectToMainThread() { throw new ERR_INSPECTOR_NOT_AVAILABLE(); }
  post(method) {
    require('internal/validators').validateString(method, 'method');
    throw new ERR_INSPECTOR_NOT_CONNECTED();
  }
  disconnect() {}
}

const Network = {};
for (const name of ['requestWillBeSent', 'responseReceived', 'loadingFinished', 'loadingFailed']) Network[name] = () => {};

module.exports = {
  open() { throw new ERR_INSPECTOR_NOT_AVAILABLE(); },
  close() {},
  url() { return undefined; },
  waitForDebugger() {
    throw new ERR_INSPECTOR_NOT_ACTIVE();
  },
  get console() { return console; },
  Session,
  Network,
};
