import { b, callA } from './fixtures/esm/cyc-b.mjs';
export function hoisted() { return 'hoisted' }
export let a = 'a'; export var v = 1;
console.log('a', b, callA());
