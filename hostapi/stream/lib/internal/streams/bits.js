'use strict';

// The bits which the states of readable and writable streams have in common. Each state keeps its
// booleans in one number, flags: a stream is made with few properties, and several conditions are
// asked at once. The other bits stand in readable_state.js and writable_state.js; the numbers are
// Node's, because console.log shows them.

const OBJECT_MODE = 1 << 0;
const ERROR_EMITTED = 1 << 1;
const AUTO_DESTROY = 1 << 2;
const EMIT_CLOSE = 1 << 3;
const DESTROYED = 1 << 4;
const CLOSED = 1 << 5;
const CLOSE_EMITTED = 1 << 6;
const ERRORED = 1 << 7;
const CONSTRUCTED = 1 << 8;

// Gives prototype a property for each bit of names.
function defineBits(prototype, names) {
  for (const [name, bit] of Object.entries(names)) {
    Object.defineProperty(prototype, name, {
      get() { return (this.flags & bit) !== 0; },
      set(value) {
        if (value) this.flags |= bit;
        else this.flags &= ~bit;
      },
    });
  }
}

// A property which most states do not have: it lives in the field and bit says that it is there.
function defineOptional(prototype, name, bit, field, absent) {
  Object.defineProperty(prototype, name, {
    get() { return (this.flags & bit) !== 0 ? this[field] : absent; },
    set(value) {
      if (value) {
        this[field] = value;
        this.flags |= bit;
      } else {
        this.flags &= ~bit;
      }
    },
  });
}

// A property which is null until it is set to a boolean.
function defineTristate(prototype, name, hasBit, bit) {
  Object.defineProperty(prototype, name, {
    get() { return (this.flags & hasBit) !== 0 ? (this.flags & bit) !== 0 : null; },
    set(value) {
      if (value === null || value === undefined) this.flags &= ~(hasBit | bit);
      else if (value) this.flags |= hasBit | bit;
      else this.flags = (this.flags | hasBit) & ~bit;
    },
  });
}

// The encoding of strings which come without one: utf8 is a bit, another is in the field.
function defineDefaultEncoding(prototype, bit) {
  Object.defineProperty(prototype, 'defaultEncoding', {
    get() { return (this.flags & bit) !== 0 ? 'utf8' : this.otherDefaultEncoding; },
    set(value) {
      if (value === 'utf8' || value === 'utf-8') {
        this.flags |= bit;
      } else {
        this.flags &= ~bit;
        this.otherDefaultEncoding = value;
      }
    },
  });
}

const commonNames = {
  objectMode: OBJECT_MODE,
  constructed: CONSTRUCTED,
  errorEmitted: ERROR_EMITTED,
  emitClose: EMIT_CLOSE,
  autoDestroy: AUTO_DESTROY,
  destroyed: DESTROYED,
  closed: CLOSED,
  closeEmitted: CLOSE_EMITTED,
};

// How a state looks in console.log: hidden fields under the symbols which Node has for them.
const symbolFields = [
  ['flags', Symbol('kState')],
  ['errorValue', Symbol('kErroredValue')],
  ['otherDefaultEncoding', Symbol('kDefaultEncodingValue')],
  ['writeCallback', Symbol('kWriteCbValue')],
  ['afterWriteInfo', Symbol('kAfterWriteTickInfoValue')],
  ['queue', Symbol('kBufferedValue')],
  ['decoderValue', Symbol('kDecoderValue')],
  ['encodingValue', Symbol('kEncodingValue')],
  ['finishCallbacks', Symbol('kOnFinished')],
];

function viewForInspection() {
  const view = Object.create(Object.getPrototypeOf(this));
  Object.defineProperty(view, Symbol.for('nodejs.util.inspect.custom'), { value: undefined });
  for (const key of Object.keys(this)) {
    if (!symbolFields.some(([field]) => field === key)) view[key] = this[key];
  }
  for (const [field, symbol] of symbolFields) {
    if (field in this) view[symbol] = this[field];
  }
  return view;
}

// Defines what both prototypes have.
function defineCommon(prototype) {
  defineBits(prototype, commonNames);
  defineOptional(prototype, 'errored', ERRORED, 'errorValue', null);
  Object.defineProperty(prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value: viewForInspection,
  });
}

module.exports = {
  AUTO_DESTROY,
  CLOSED,
  CLOSE_EMITTED,
  CONSTRUCTED,
  DESTROYED,
  EMIT_CLOSE,
  ERRORED,
  ERROR_EMITTED,
  OBJECT_MODE,
  defineBits,
  defineCommon,
  defineDefaultEncoding,
  defineOptional,
  defineTristate,
};
