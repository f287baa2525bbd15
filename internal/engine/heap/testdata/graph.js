'use strict';
class Cart {
  #owner = { name: 'Ada' };
  items = [];
  total = 0;
  add(item) { this.items.push(item); this.total += item.price; return this }
  get owner() { return this.#owner }
}
var checkout = (() => {
  const cart = new Cart().add({ sku: 'A-1', price: 12.5 }).add({ sku: 'B-2', price: 3 });
  const seen = new Map([['a', 1], [cart, new Set(['x', 7, cart])], [Symbol('s'), null]]);
  let unused = 'nobody reads this';
  const note = () => unused;
  return function checkout() { return [cart, seen] };
})();
function wait() { return new Promise((resolve) => { wake = resolve }) }
var wake;
var work = (() => {
  async function handle(request, id) {
    const body = { request, id };
    for (const part of [1, 2]) {
      let chunk = 'chunk ' + part;
      await wait();
      log(body, chunk);
    }
  }
  const pending = handle({ url: '/cart' }, 7);
  return function work() { return pending };
})();
function* numbers(from) { const step = 2; for (;;) yield from += step }
var generator = numbers(10); generator.next();
var sparse = []; sparse[100000] = 'far';
var odd = { 'two words': 1, [Symbol.iterator]: 2, 5: 'five', '[x': 3, get computed() { return 1 }, NaN: NaN, zero: -0, big: 12345678901234567890n, text: 'ä\u{1F600}\uD800"\n' };
var bytes = new Uint8Array([1, 2, 3]);
var view = new DataView(bytes.buffer);
var weak = new WeakMap([[odd, { hidden: true }]]);
var bound = wait.bind(odd, 1);
var pattern = /a+/g, date = new Date(0), error = new RangeError('no');
var proxy = new Proxy(odd, {});
var nothing = Object.create(null);
Array.prototype.last = function last() { return this[this.length - 1] };
