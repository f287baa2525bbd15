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

add(JSON, {
  stringify(value, replacer, space) {
    const gap = space === undefined ? '' : gapOf(space);
    const text = stringify(value, replacer);
    return gap === '' || text === undefined ? text : indent(text, gap);
  },
});
