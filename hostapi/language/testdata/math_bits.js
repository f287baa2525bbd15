// The last bit of what Math's functions return, and x ** y, for thousands of
// numbers each: random bits, numbers of every size, subnormal ones, multiples of
// pi/4 and what lies next to them. A block prints a hash of all results.
'use strict';

// A generator of numbers that does not depend on what is tested.
let [a, b, c, d] = [0x2F6E2B1, 0x9E3779B9 | 0, 0x85EBCA6B | 0, 1];
function next() {
  const t = (a + b + d) | 0;
  d = (d + 1) | 0;
  a = b ^ (b >>> 9);
  b = (c + (c << 3)) | 0;
  c = (c << 21) | (c >>> 11);
  c = (c + t) | 0;
  return t >>> 0;
}
for (let i = 0; i < 20; i++) next();

const float = new Float64Array(1);
const bits = new Uint32Array(float.buffer);
function fromBits(high, low) {
  bits[1] = high;
  bits[0] = low;
  return float[0];
}
const anyBits = () => fromBits(next(), next());
const fraction = () => next() / 0x100000000 + (next() >>> 11) / 0x20000000000000;
const power = (k) => fromBits((1023 + k) << 20, 0);

const odd = [0, -0, 1, -1, Infinity, -Infinity, NaN, 5e-324, -5e-324, 2.2250738585072014e-308, 2.225073858507201e-308,
  Number.MAX_VALUE, -Number.MAX_VALUE, 0.5, -0.5, 2, -2, 3, 10, Math.E, Math.PI, -Math.PI, Math.PI / 2, -Math.PI / 2, 22, -22,
  709.782712893384, 709.7827128933841, 709.7822265625, 710.4758600739439, 710.475860073944, -745.1332191019411,
  -745.1332191019412, 2 ** 31, 2 ** 52, 2 ** 53, 2 ** 66, 2 ** -27, 2 ** -28, 2 ** -29, 2 ** -54, 1 + 2 ** -52, 1 - 2 ** -53, 0.975,
  0.4999999999999999, 0.49999999999999994, 6381956970095103 * 2 ** 797, 1e22, 1e308, 1e-308];

const kinds = [
  anyBits,
  () => (fraction() - 0.5) * 2,
  () => (fraction() - 0.5) * 20,
  () => (fraction() - 0.5) * 1500,
  () => (fraction() - 0.5) * power(next() % 200 - 100),
  () => (next() % 2000000 - 1000000) * Math.PI / 4 * (1 + (next() % 9 - 4) * 2 ** -52),
  () => (next() % 200 - 100) * Math.PI / 4 + (fraction() - 0.5) * power(-(next() % 50)),
  () => 1 + (fraction() - 0.5) * power(-(next() % 52)),
  () => next() % 2000 - 1000,
  () => fraction() * power(1023 - next() % 1000),
  () => fromBits((next() % 2) << 31 | next() % 0x100000, next()), // subnormal
];
const number = (i) => i < odd.length ? odd[i] : kinds[i % kinds.length]();

let hash;
function add(result) {
  float[0] = result;
  const isNaN = result !== result;
  hash = Math.imul(hash ^ (isNaN ? 0x7FF80000 : bits[1]), 0x01000193);
  hash = Math.imul(hash ^ (isNaN ? 0 : bits[0]), 0x01000193);
  hash ^= hash >>> 15;
}

// Named values come first, so that a difference that they show can be read.
function block(name, count, one) {
  hash = 0x811C9DC5 | 0;
  const first = [];
  for (let i = 0; i < count; i++) {
    const result = one(i);
    add(result);
    if (i >= odd.length && first.length < 4 && Number.isFinite(result) && result !== 0) first.push(result);
  }
  console.log(name.padEnd(8), (hash >>> 0).toString(16).padStart(8, '0'), first.join(' '));
}

const count = 2500;
for (const name of ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cbrt', 'cos', 'cosh', 'exp', 'expm1', 'log', 'log10',
  'log1p', 'log2', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'fround', 'round', 'trunc', 'floor', 'ceil', 'sign', 'abs', 'clz32']) {
  const f = Math[name];
  block(name, count, (i) => f(number(i)));
}

// Of two numbers: each of the odd ones with each, then others.
function pair(i) {
  const n = odd.length;
  if (i < n * n) return [odd[i % n], odd[Math.floor(i / n)]];
  const x = i % 3 === 0 ? next() % 100 - 10 : number(n + next() % 1000);
  switch (next() % 4) {
    case 0: return [x, next() % 200 - 100];
    case 1: return [x, (next() % 400 - 200) / 2];
    default: return [x, number(n + next() % 1000)];
  }
}
for (const name of ['atan2', 'pow', 'hypot', 'max', 'min', 'imul']) {
  const f = Math[name];
  block(name, 5000, (i) => f(...pair(i)));
}
block('x ** y', 5000, (i) => { const [x, y] = pair(i); return x ** y; });
block('x %% y', 5000, (i) => { const [x, y] = pair(i); return x % y; });
block('hypot 3', count, (i) => Math.hypot(number(i), number(i + 7), number(i + 19)));
block('parse', count, (i) => Number(String(number(i))));
block('digits', count, (i) => {
  const text = `${String(number(i))} ${number(i).toPrecision(17)}`;
  let sum = 0;
  for (let k = 0; k < text.length; k++) sum = Math.imul(sum ^ text.charCodeAt(k), 0x01000193);
  return sum;
});

// Numbers that the compiler could compute beforehand.
console.log(10 ** -5, 2 ** 0.5, (-2) ** 3, 2 ** 3 ** 2, 2 ** -1 + 1, (-8) ** (1 / 3), 1 + 10 ** -5 * 2, 0 ** -1, (-0) ** -3);
console.log(eval('10 ** -5'), new Function('x', 'return x ** -5')(10), 1e200 ** 2, 2 ** 1023 * 2 ** -1074, 1 ** Infinity, NaN ** 0);
let x = 10;
x **= -5;
console.log(x, [3] ** 2, '3' ** '2', null ** 0, undefined ** 1, true ** 2, ({ valueOf: () => 0.3 }) ** 0.7, 2n ** 70n);

// Operands are converted from left to right, both before anything is computed.
const order = [];
const operand = (name, value) => ({ valueOf() { order.push(name); if (value === undefined) throw new Error(name); return value; } });
console.log(operand('left', 2) ** operand('right', 0.5), operand('a', 2n) ** operand('b', 3n));
const thrown = (f) => { try { console.log(f()); } catch (e) { console.log(`${e.name}: ${e.message}`); } };
thrown(() => operand('throws') ** operand('never', 1));
thrown(() => operand('first', 1) ** operand('second'));
thrown(() => 1n ** operand('number', 1));
thrown(() => operand('number', 1) ** 1n);
thrown(() => Symbol() ** 2);
thrown(() => 2 ** Symbol());
console.log(order.join(' '));
const deep = (n) => n === 0 ? 3 : deep(n - 1);
console.log(({ valueOf: () => deep(3000) }) ** ({ valueOf: () => deep(5000) / 10 }));
function* generator() { return (yield 1) ** (yield 2); }
const g = generator();
g.next();
g.next(10);
console.log(g.next(-5).value);
(async () => console.log((await 10) ** (await -5)))();

// Rounding.
console.log([-0.2, -0.5, -0.6, 0.49999999999999994, 0.5, 1.5, 2 ** 52 + 1, -(2 ** 52) - 1, 2 ** 51 + 0.5, -0, 4503599627370495.5]
  .map((n) => Object.is(Math.round(n), -0) ? '-0' : Math.round(n)).join(' '));
console.log(Object.is(Math.max(-0, 0), 0), Object.is(Math.min(0, -0), -0), Math.max(NaN, 1), Math.min(), Math.max(), Object.is(Math.sign(-0), -0));
