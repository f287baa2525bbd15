// TypeScript as an ES module. The golden is node's for fixtures/twins/typescript_module.mjs.
import { area, Color } from './fixtures/ts/shapes.ts';
import { sub } from './fixtures/ts/sub';
import type { X } from 'nowhere';
import { type Shape } from './fixtures/ts/shapes.ts';
const v: number = await Promise.resolve(4);
console.log(v, area({ w: 1, h: 2 } satisfies Shape), Color, sub, import.meta.url.endsWith('typescript_module.mts'), typeof require);
const log = (value: any, ctx: { kind: string, name: string | symbol }) => { console.log(ctx.kind, ctx.name); };
class A { @log method(): void { } @log field: number = 1; @log static accessor acc = 2 }
console.log(new A().field, A.acc, Object.keys(new A()));
{
  using res = { [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() { console.log('disposed') } } as any;
  console.log('using');
}
export default class<T> { value?: T }
export { v as 'a name', type X };
import('./typescript_module.mts').then((self) => console.log(Object.keys(self)));
