import { even } from './even.mjs';
export function odd(x) { return x !== 0 && even(x - 1); }
