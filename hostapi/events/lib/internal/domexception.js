'use strict';

// DOMException. Not a subclass of Error's constructor, as in Node, but its prototype inherits from
// Error.prototype and it has a stack.

const constants = [
  'INDEX_SIZE_ERR', 'DOMSTRING_SIZE_ERR', 'HIERARCHY_REQUEST_ERR', 'WRONG_DOCUMENT_ERR',
  'INVALID_CHARACTER_ERR', 'NO_DATA_ALLOWED_ERR', 'NO_MODIFICATION_ALLOWED_ERR', 'NOT_FOUND_ERR',
  'NOT_SUPPORTED_ERR', 'INUSE_ATTRIBUTE_ERR', 'INVALID_STATE_ERR', 'SYNTAX_ERR',
  'INVALID_MODIFICATION_ERR', 'NAMESPACE_ERR', 'INVALID_ACCESS_ERR', 'VALIDATION_ERR',
  'TYPE_MISMATCH_ERR', 'SECURITY_ERR', 'NETWORK_ERR', 'ABORT_ERR', 'URL_MISMATCH_ERR',
  'QUOTA_EXCEEDED_ERR', 'TIMEOUT_ERR', 'INVALID_NODE_TYPE_ERR', 'DATA_CLONE_ERR',
];

// The names which have a code of their own; 2, 6 and 16 belong to names of the past.
const codes = {
  __proto__: null,
  IndexSizeError: 1,
  HierarchyRequestError: 3,
  WrongDocumentError: 4,
  InvalidCharacterError: 5,
  NoModificationAllowedError: 7,
  NotFoundError: 8,
  NotSupportedError: 9,
  InUseAttributeError: 10,
  InvalidStateError: 11,
  SyntaxError: 12,
  InvalidModificationError: 13,
  NamespaceError: 14,
  InvalidAccessError: 15,
  TypeMismatchError: 17,
  SecurityError: 18,
  NetworkError: 19,
  AbortError: 20,
  URLMismatchError: 21,
  QuotaExceededError: 22,
  TimeoutError: 23,
  InvalidNodeTypeError: 24,
  DataCloneError: 25,
};

function checkThis(isException) {
  if (isException) return;
  const { ERR_INVALID_THIS } = require('internal/errors').codes;
  const error = new ERR_INVALID_THIS('DOMException');
  error.message = 'Value of "this" must be of DOMException';
  throw error;
}

function hide(object, key, value) {
  Object.defineProperty(object, key, {
    value, writable: true, enumerable: false, configurable: true,
  });
}

class DOMException {
  #message;
  #name;

  constructor(message = '', options = 'Error') {
    this.#message = `${message}`;
    const detailed = options !== null && typeof options === 'object';
    this.#name = `${detailed ? options.name : options}`;
    hide(this, 'stack', undefined);
    Error.captureStackTrace(this);
    if (detailed && 'cause' in options) hide(this, 'cause', options.cause);
  }

  get name() {
    checkThis(typeof this === 'object' && this !== null && #name in this);
    return this.#name;
  }

  get message() {
    checkThis(typeof this === 'object' && this !== null && #name in this);
    return this.#message;
  }

  get code() {
    checkThis(typeof this === 'object' && this !== null && #name in this);
    return codes[this.#name] ?? 0;
  }
}

Object.setPrototypeOf(DOMException.prototype, Error.prototype);
for (const name of ['name', 'message', 'code']) {
  Object.defineProperty(DOMException.prototype, name, { enumerable: true });
}
Object.defineProperty(DOMException.prototype, Symbol.toStringTag, {
  value: 'DOMException', configurable: true,
});
for (let i = 0; i < constants.length; i++) {
  const constant = { value: i + 1, enumerable: true };
  Object.defineProperty(DOMException, constants[i], constant);
  Object.defineProperty(DOMException.prototype, constants[i], constant);
}

module.exports = { DOMException };
