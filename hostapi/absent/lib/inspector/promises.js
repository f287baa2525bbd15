'use strict';
// inspector/promises: the same with a session whose post returns a promise.

const inspector = require('inspector');

class Session extends inspector.Session {
  post(method, parameters) {
    try {
      return super.post(method, parameters);
    } catch (error) {
      return Promise.reject(error);
    }
  }
}

module.exports = { ...inspector, Session };
