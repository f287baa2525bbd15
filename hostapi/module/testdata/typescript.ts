// TypeScript to CommonJS. The golden is node's for fixtures/twins/typescript.js.
import { Shape, Color, area } from './fixtures/ts/shapes';
import type { Nothing } from './missing-types';
import path from 'path';
import def, * as everything from './fixtures/ts/shapes.js';
import { configured } from './fixtures/ts/configured';
import fs = require('fs');
enum Level { Low, High = 5, Text = 'text' }
const enum Inline { A = 1 }
namespace Tools { export const twice = (x: number): number => x * 2; export namespace Inner { export const y = 1 } }
abstract class Base<T> { constructor(protected readonly value: T, public label = 'l') { } abstract get(): T }
class Derived extends Base<number> { declare extra: string; x?: number; get(): number { return this.value! } }
function over(a: string): string; function over(a: number): number;
function over(a: any): any { return a as unknown }
console.log(Level, Level[5], Inline.A, Tools.twice(4), Tools.Inner.y, new Derived(3), over(2), <string>'cast', 'x' satisfies string);
console.log(area({ w: 2, h: 3 } as Shape), Color.Red, path.sep, typeof require, typeof __dirname, typeof module.exports, def, Object.keys(everything));
console.log(JSON.stringify(configured), typeof fs.readFileSync);
async function* gen(): AsyncGenerator<number> { yield 1 }
(async () => {
  for await (const x of gen()) console.log(x);
  const m = await import('./fixtures/ts/sub');
  console.log(m.sub, Object.keys(m));
  console.log(Object.keys(await import('./no_such.mjs').catch((e) => ({ [e.code]: 1 }))));
})();
export const exported: Nothing | number = 1;
