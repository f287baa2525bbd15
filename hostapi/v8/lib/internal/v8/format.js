'use strict';
// V8's format of serialized values, version 15. A value is a tag and what
// belongs to it; numbers without a tag are varints.

module.exports = Object.freeze({
  version: 15,
  tag: Object.freeze({
    VERSION: 0xff, PADDING: 0x00, HOLE: 0x2d, UNDEFINED: 0x5f, NULL: 0x30, TRUE: 0x54, FALSE: 0x46, INT32: 0x49,
    UINT32: 0x55, DOUBLE: 0x4e, BIGINT: 0x5a, UTF8: 0x53, LATIN1: 0x22, UTF16: 0x63, REFERENCE: 0x5e,
    OBJECT: 0x6f, OBJECT_END: 0x7b, SPARSE: 0x61, SPARSE_END: 0x40, DENSE: 0x41, DENSE_END: 0x24, DATE: 0x44,
    TRUE_OBJECT: 0x79, FALSE_OBJECT: 0x78, NUMBER_OBJECT: 0x6e, BIGINT_OBJECT: 0x7a, STRING_OBJECT: 0x73, REGEXP: 0x52,
    MAP: 0x3b, MAP_END: 0x3a, SET: 0x27, SET_END: 0x2c, ARRAY_BUFFER: 0x42, ARRAY_BUFFER_TRANSFER: 0x74, VIEW: 0x56,
    HOST: 0x5c, ERROR: 0x72,
  }),
  // Views behind an ArrayBuffer, by their tags.
  views: Object.freeze({
    b: 'Int8Array', B: 'Uint8Array', C: 'Uint8ClampedArray', w: 'Int16Array', W: 'Uint16Array', d: 'Int32Array', D: 'Uint32Array',
    f: 'Float32Array', F: 'Float64Array', q: 'BigInt64Array', Q: 'BigUint64Array', '?': 'DataView',
  }),
  // Views that Node writes as host objects, by their numbers.
  hostViews: Object.freeze(['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array',
    'Uint32Array', 'Float32Array', 'Float64Array', 'DataView', 'Buffer', 'BigInt64Array', 'BigUint64Array']),
  // Flags of regular expressions, from the lowest bit on.
  regExpFlags: 'gimyusd',
  errorTags: Object.freeze({ EvalError: 'E', RangeError: 'R', ReferenceError: 'F', SyntaxError: 'S', TypeError: 'T', URIError: 'U' }),
});
