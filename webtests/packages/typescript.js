// typescript: compiles a file and a project, reports errors, runs what came out, edits through the services.
const ts = require('typescript');
const fs = require('fs');
const os = require('os');
const path = require('path');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tsc-'));
const write = (name, text) => { fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true }); fs.writeFileSync(path.join(folder, name), text); };
const shown = (text) => text.split(fs.realpathSync(folder)).join('').split(folder).join('');

// One file, without types of others.
const source = `
import type { Shape } from './shapes';
export enum Color { Red, Green = 'green'.length, Blue = Red << 2 }
export namespace Geometry { export const origin = { x: 0, y: 0 }; export function move(p = origin, { dx = 1, dy = 2 } = {}) { return { x: p.x + dx, y: p.y + dy }; } }
function logged(target: any, key: string, d: PropertyDescriptor) { const f = d.value; d.value = function(...a: unknown[]) { return ['logged', key, f.apply(this, a)]; }; }
abstract class Base<T extends object = {}> { constructor(protected readonly value: T, public name?: string) {} abstract area(): number; get [Symbol.toStringTag]() { return 'Base'; } }
export class Square extends Base<{ side: number }> implements Partial<Shape> { static #count = 0; declare extra: string; accessor tag = 'x'; constructor(side: number) { super({ side }, 'square'); Square.#count++; } @logged area() { return this.value!.side ** 2; } static get count() { return Square.#count; } }
export async function* numbers(n: number): AsyncGenerator<number> { for (let i = 0; i < n; i++) { await null; yield i satisfies number; } }
export const total = async (n: number) => { let sum = 0; for await (const x of numbers(n)) sum += x; return sum ?? 0n; };
const tuple = [1, 'a', ...[true]] as const; export type Tuple = typeof tuple; export { tuple as default };
export const view = (p: any) => p?.a?.[0]?.() ?? (p ||= <any>5);
`;
for (const target of ['ES5', 'ES2015', 'ES2017', 'ES2022', 'ESNext']) {
  const out = ts.transpileModule(source, { reportDiagnostics: true, fileName: 'one.ts', compilerOptions: { target: ts.ScriptTarget[target], module: ts.ModuleKind.CommonJS, experimentalDecorators: true, sourceMap: true, downlevelIteration: true } });
  console.log(target, out.outputText, out.sourceMapText, out.diagnostics.length);
  if (target === 'ES2017') {
    const module = { exports: {} };
    new Function('module', 'exports', 'require', out.outputText.replace(/\/\/# sourceMappingURL.*/, ''))(module, module.exports, require);
    const { Color, Geometry, Square, total, view } = module.exports;
    console.log(Color, Geometry.move(), new Square(3).area(), String(new Square(1)), Square.count, view({ a: [() => 7] }));
    total(5).then((sum) => console.log('sum', sum));
  }
}
console.log(ts.transpileModule('const App = () => <><div a={1} {...p}>text {x}</div></>;', { compilerOptions: { jsx: ts.JsxEmit.React } }).outputText);

// A small project, checked with the library of ES2020.
write('tsconfig.json', JSON.stringify({ compilerOptions: { target: 'ES2019', module: 'CommonJS', lib: ['ES2020'], strict: true, declaration: true, outDir: 'out', rootDir: 'src', types: [], noUnusedLocals: true }, include: ['src'] }));
write('src/shapes.ts', 'export interface Shape { area(): number; readonly kind: "circle" | "square" }\nexport type Sized<T> = { [K in keyof T as `get${Capitalize<string & K>}`]: () => T[K] };\nexport const area = <S extends Shape>(s: S): number => s.area();\n');
write('src/store.ts', 'import { Shape, area } from "./shapes";\nexport class Store<T extends Shape> {\n  private items = new Map<string, T>();\n  add(id: string, item: T): this { this.items.set(id, item); return this; }\n  total(): number { return [...this.items.values()].reduce((sum, item) => sum + area(item), 0); }\n  async *each(): AsyncGenerator<[string, T]> { yield* this.items; }\n}\n');
write('src/main.ts', 'import { Store } from "./store";\nclass Circle { kind = "circle" as const; constructor(private r: number) {} area() { return Math.round(Math.PI * this.r ** 2); } }\nconst store = new Store<Circle>().add("a", new Circle(1)).add("b", new Circle(2));\nexport const total = store.total();\nconst unused = 1;\nlet wrong: string = total;\nstore.add("c");\nstore.nope();\nconst kinds: Record<Circle["kind"], number> = { square: 1 };\nexport default kinds[wrong.toFixed()];\n');
const config = ts.readConfigFile(path.join(folder, 'tsconfig.json'), ts.sys.readFile);
const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, folder);
const program = ts.createProgram(parsed.fileNames, parsed.options);
const diagnostics = ts.getPreEmitDiagnostics(program);
console.log(shown(ts.formatDiagnosticsWithColorAndContext(diagnostics, { getCanonicalFileName: (f) => f, getCurrentDirectory: () => folder, getNewLine: () => '\n' })));
const emitted = program.emit();
console.log(emitted.emitSkipped, fs.readdirSync(path.join(folder, 'out')).sort());
for (const name of fs.readdirSync(path.join(folder, 'out')).sort()) console.log(name, fs.readFileSync(path.join(folder, 'out', name), 'utf8'));
try { require(path.join(folder, 'out', 'main.js')); } catch (e) { console.log(e.name, e.message); }
console.log(require.cache[fs.realpathSync(path.join(folder, 'out', 'store.js'))].exports.Store.name);
const checker = program.getTypeChecker();
const main = program.getSourceFile(path.join(folder, 'src/main.ts'));
main.forEachChild((node) => {
  if (ts.isClassDeclaration(node)) console.log(checker.typeToString(checker.getTypeAtLocation(node)), node.members.map((m) => ts.SyntaxKind[m.kind]));
  if (ts.isVariableStatement(node)) for (const d of node.declarationList.declarations) console.log(d.name.getText(), checker.typeToString(checker.getTypeAtLocation(d.name)));
});

// The language service.
const files = { 'a.ts': 'interface P { first: string; last: string }\nconst p: P = { first: "A", last: "B" };\np.f' };
const host = { getCompilationSettings: () => ({ noLib: true }), getScriptFileNames: () => Object.keys(files), getScriptVersion: () => '1', getScriptSnapshot: (f) => (files[f] === undefined ? undefined : ts.ScriptSnapshot.fromString(files[f])), getCurrentDirectory: () => '', getDefaultLibFileName: () => 'lib.d.ts', fileExists: (f) => f in files, readFile: (f) => files[f] };
const service = ts.createLanguageService(host);
console.log(service.getCompletionsAtPosition('a.ts', files['a.ts'].length, {}).entries.map((e) => e.name), service.getQuickInfoAtPosition('a.ts', 54).displayParts.map((p) => p.text).join(''), service.findRenameLocations('a.ts', 14, false, false, {}).length);
console.log(ts.createPrinter().printNode(ts.EmitHint.Unspecified, ts.factory.createFunctionDeclaration(undefined, undefined, 'made', undefined, [ts.factory.createParameterDeclaration(undefined, undefined, 'x')], undefined, ts.factory.createBlock([ts.factory.createReturnStatement(ts.factory.createIdentifier('x'))], true)), main));
fs.rmSync(folder, { recursive: true });
console.log(ts.version);
