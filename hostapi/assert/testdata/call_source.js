'use strict';
// assert(value) without a message shows its own source.
const assert = require('assert');

function attempt(fn) {
  try {
    fn();
    console.log('passed');
  } catch (error) {
    console.log(error.generatedMessage, error.message);
  }
}
const a = { b: { assert } };

attempt(() => assert(0));
attempt(() => assert.ok(1 === 2, undefined));
attempt(() => { assert(typeof 123 === 'string'); });
attempt(() => {
    assert.ok(
      false ||
        null,
    );
});
attempt(() => assert(')' === 'x)(' + `a${')'}` && /\)[/)]/.test('q')));
attempt(() => a.b.assert.ok([1, 2].includes(3), null));
attempt(() => assert.strict(false /* ) */, // )
  undefined));
attempt(() => { const ok = assert.ok; ok(''); });
attempt(() => assert(((x) => { return x; })(0)));
attempt(() => assert.strict.ok(NaN));
attempt(() => assert(a.b.c?.d));
attempt(() => assert());
attempt(() => assert(0, null));
