// TypeScript: lowered code, positions of sources, asynchronous generators.
import { Item, count, Deep } from './lib/typed.ts';
const item: Item = new Item('thing');
interface Step { n: number }
const steps: Step[] = [];
const timer = setInterval(() => {
  steps.push({ n: steps.length } satisfies Step);
  console.log(item.show(), steps.length, Deep.value);
  if (steps.length === 3) { clearInterval(timer); fail(); }
}, 1);
function fail(): void {
  try { (null as any).x; } catch (e) { console.log((e as Error).stack!.split('\n')[1].replace(/.*\//, '')); }
}
for await (const i of count(3)) {
  await new Promise((resolve) => setTimeout(resolve, 2));
  console.log('count', i);
}
const { Item: Again } = await import('./lib/typed.ts');
console.log(Again === Item);
export {};
