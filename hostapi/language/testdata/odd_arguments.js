// Builtins with arguments that programs seldom pass.
const tried = (f) => { try { return f(); } catch (e) { return `${e.name}: ${e.message}`; } };
for (const f of [
  () => 'a'.padEnd(Infinity), () => 'a'.padStart(1e21), () => 'a'.padEnd(2 ** 53, ''), () => 'é'.padEnd(1e21, 'ab'), () => ''.padEnd(1e21),
  () => ''.repeat(2 ** 32), () => ''.repeat(Infinity), () => 'a'.repeat(2 ** 29), () => 'a'.repeat({ valueOf: () => 3 }), () => 'ab'.repeat('2'),
  () => String.prototype.padEnd.call(5, 1e21), () => String.prototype.padEnd.call(5, { valueOf: () => 1e21 }), () => String.prototype.padStart.call(5, 3, 0),
  () => 'x'.padEnd(3), () => 'x'.padEnd(null), () => 'x'.repeat(-1), () => 'x'.padStart(4, undefined), () => String.prototype.repeat.call(null, 1), () => 'a'.repeat(Symbol('s')),
  () => Math.clz32(1e21), () => Math.clz32(-1), () => Math.clz32(), () => Math.clz32('8'), () => Math.imul(1e21, 1), () => Math.imul(-5, 12), () => Math.imul(0xffffffff, 5), () => Math.imul(),
  () => Math.sign(), () => Object.is(Math.sign(-0), -0), () => Math.sign('-3'), () => Math.sign(Symbol('s')), () => Math.sign(NaN),
  () => /x/.test(Symbol('s')), () => new RegExp(Symbol('s')), () => /x/.exec(Symbol('s')), () => /x/g[Symbol.replace](Symbol('s'), 'a'), () => 'abc'.anchor(Symbol('s')),
]) console.log(tried(f));
// Surrogates without their other half.
const lone = (text, ...rest) => JSON.stringify(JSON.parse(text, ...rest));
console.log(lone('"\\ud800"'), lone('"\\uDC00x\\ud83d\\ude00\\ud83d"'), lone('{"\\ud800":["\\udfff", 1, null, {"a\\udc01":"\\ue000"}],"__proto__":"\\ud801"}'));
console.log(lone('"\ud800"'), lone('["\ud83d\ude00","\ude00\ud83d"]'), lone('"\\\\ud800"'), lone('"\\ud800\\n\\"\\u0041"'), lone('{"2":"\\ud800","1":0,"a":1}'));
console.log(JSON.parse('"\\ud83d\\ude00"').length, JSON.parse('["\\udc00x"]')[0].length, lone('"é\\ud800"'), lone('[[],{},"\\ud800"]'), lone('"\ud83d\\ude00"'));
console.log(tried(() => JSON.parse('{"a":"\\ud800",}')).split(':')[0], tried(() => JSON.parse('"\\ud80"')).split(':')[0]);
console.log(JSON.stringify('\ud800'), JSON.stringify({ '\udc00': 1 }), Buffer.from('\ud800'), new TextEncoder().encode(String.fromCharCode(0xd800)), [String.fromCharCode(0xd800)]);
