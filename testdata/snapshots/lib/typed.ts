enum Color { Red = 1, Green }
export namespace Deep { export const value = Color.Green; }
export abstract class Base<T> { constructor(protected readonly item: T) {} abstract show(): string; }
export class Item extends Base<string> { show(): string { return `${this.item} ${Color[Deep.value]}`; } }
export async function* count(to: number) { for (let i = 0; i < to; i++) { await null; yield i; } }
