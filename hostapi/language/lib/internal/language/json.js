'use strict';
// JSON.stringify with line breaks. goja indents all that follows an empty
// array or object too far; here the text without breaks gets them.

const { add } = require('internal/language/builtin');
const { indent } = internalBinding('language');
const { stringify } = JSON;

const gapMax = 10;

// gapOf returns what one level is indented by.
function gapOf(space) {
  if (typeof space === 'object' && space !== null) {
    if (space instanceof Number) space = +space;
    else if (space instanceof String) space = `${space}`;
  }
  if (typeof space === 'number') return ' '.repeat(Math.max(0, Math.min(gapMax, Math.trunc(space) || 0)));
  return typeof space === 'string' ? space.slice(0, gapMax) : '';
}

const { apply } = Reflect;
const { get, set } = Map.prototype;
const depthMax = 5000;

// limited is a replacer whose objects nest only so deep: one that makes a new object
// of each would go on for ever.
function limited(replacer) {
  const depths = new Map(); // of the objects that it made
  let calls = 0;
  return function (key, value) {
    const made = apply(replacer, this, [key, value]);
    if (++calls > depthMax && typeof made === 'object' && made !== null) {
      const depth = (apply(get, depths, [this]) || 0) + 1;
      if (depth > depthMax) throw new RangeError('Maximum call stack size exceeded');
      apply(set, depths, [made, depth]);
    }
    return made;
  };
}

add(JSON, {
  stringify(value, replacer, space) {
    const gap = space === undefined ? '' : gapOf(space);
    if (typeof replacer === 'function') replacer = limited(replacer);
    const text = stringify(value, replacer);
    return gap === '' || text === undefined ? text : indent(text, gap);
  },
});
