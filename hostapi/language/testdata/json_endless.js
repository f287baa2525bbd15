// A replacer that never comes to an end.
const attempt = (f) => { try { return f(); } catch (e) { return `${e.name}: ${e.message}`; } };
console.log(attempt(() => JSON.stringify({}, () => ({ a: 1 }))));
console.log(attempt(() => JSON.stringify([], () => [1], 2)));
// Ones that do.
let n = 0;
console.log(JSON.stringify({}, () => (n++ < 3 ? { a: n } : n)));
const many = Array.from({ length: 9000 }, (_, i) => ({ i }));
console.log(JSON.stringify(many, (key, value) => (typeof value === 'object' && !Array.isArray(value) ? { ...value, made: true } : value)).length);
console.log(JSON.stringify({ a: [1, { b: 2 }], c: undefined }, function (key, value) {
  return typeof value === 'number' ? `${Array.isArray(this)}:${key}:${value}` : value;
}, 1));
console.log(attempt(() => JSON.stringify({ a: 1 }, () => { throw new TypeError('mine'); })), JSON.stringify({ a: 1, b: { a: 2, c: 3 } }, ['a', 'b']));
