import { odd } from './odd.mjs';
export function even(x) { return x === 0 || odd(x - 1); }
