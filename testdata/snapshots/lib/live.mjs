export let n = 1;
export function add(by) { return n += by; }
export class Shape { #side; constructor(side) { this.#side = side; } area() { return this.#side ** 2; } }
export default () => `n is ${n}`;
export { n as alias };
