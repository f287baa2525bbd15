import { n } from './live.mjs';
export const name = `later ${n}`;
await new Promise((resolve) => setTimeout(resolve, 1));
export const read = () => n;
