'use strict';

// AssertionError: the error with the message which shows what differs.

const { inspect } = require('internal/util/inspect');
const { validateObject } = require('internal/validators');
const { colorsForStderr, describeDifference, headings, inspectValue, shorten } =
  require('internal/assert/difference');

const customInspect = Symbol.for('nodejs.util.inspect.custom');

function cut(text, limit) {
  return text.length > limit ? `${text.slice(0, limit - 3)}...` : text;
}

function isReference(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

// For "not…Strict…": both values are the same, so one is shown.
function describeSameness(actual, operator) {
  const colors = colorsForStderr();
  const lines = shorten(inspectValue(actual).split('\n'), colors);
  const heading = operator === 'notStrictEqual' && isReference(actual) ?
    headings.notStrictEqualObject : headings[operator];
  if (lines.length > 1) return `${heading}\n\n${lines.join('\n')}\n`;
  return `${heading}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
}

function describeOperator(actual, expected, operator) {
  const left = inspectValue(actual);
  const right = inspectValue(expected);
  const heading = headings[operator];
  if (operator === 'notDeepEqual' && left === right) return cut(`${heading}\n\n${left}`, 1024);
  const first = cut(left, 512);
  const second = cut(right, 512);
  if (operator === 'deepEqual') return `${heading}\n\n${first}\n\nshould loosely deep-equal\n\n${second}`;
  if (operator === 'notDeepEqual') {
    return `${headings.notDeepEqualUnequal}\n\n${first}\n\nshould not loosely deep-equal\n\n${second}`;
  }
  return `${first} ${operator} ${second}`;
}

// A copy of an error which shows no stack: where two errors come from is no difference.
function withoutStack(error) {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(error)), error);
  return Object.defineProperty(copy, 'message', { value: error.message });
}

function isErrorWithStack(value) {
  return typeof value === 'object' && value !== null && value instanceof Error && 'stack' in value;
}

function createMessage(options) {
  const { operator, message } = options;
  let { actual, expected } = options;
  if (isErrorWithStack(actual) && isErrorWithStack(expected)) {
    actual = withoutStack(actual);
    expected = withoutStack(expected);
  }
  if (operator === 'deepStrictEqual' || operator === 'strictEqual') {
    return describeDifference(actual, expected, operator, message);
  }
  if (message != null) return String(message);
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') {
    return describeSameness(actual, operator);
  }
  return describeOperator(actual, expected, operator);
}

// Long texts are cut where the error is shown as a whole.
function abridge(value) {
  if (typeof value !== 'string') return value;
  const lines = value.split('\n', 11);
  if (lines.length > 10) {
    lines.length = 10;
    return `${lines.join('\n')}\n...`;
  }
  // What node shows of a very long line is its end.
  return value.length > 512 ? `${value.slice(512)}...` : value;
}

class AssertionError extends Error {
  constructor(options) {
    validateObject(options, 'options');
    const { operator, message, details } = options;
    super(createMessage(options));
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', {
      value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true,
    });
    this.code = 'ERR_ASSERTION';
    if (details) this.#addDetails(details);
    else {
      this.actual = options.actual;
      this.expected = options.expected;
      this.operator = operator;
    }
    Error.captureStackTrace(this, options.stackStartFn || options.stackStartFunction);
    // The code stands in the stack only, which is written when it is first read.
    void this.stack;
    this.name = 'AssertionError';
  }

  // What each of several failed checks had.
  #addDetails(details) {
    this.actual = undefined;
    this.expected = undefined;
    this.operator = undefined;
    for (let i = 0; i < details.length; i++) {
      this[`message ${i}`] = details[i].message;
      this[`actual ${i}`] = details[i].actual;
      this[`expected ${i}`] = details[i].expected;
      this[`operator ${i}`] = details[i].operator;
      this[`stack trace ${i}`] = details[i].stack;
    }
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [customInspect](recurseTimes, ctx) {
    const { actual, expected } = this;
    this.actual = abridge(actual);
    this.expected = abridge(expected);
    const text = inspect(this, { ...ctx, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return text;
  }
}

module.exports = { AssertionError };
