// import() and modern syntax in code that is made at run time.
'use strict';
const AsyncFunction = (async () => {}).constructor;
const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor;
(async () => {
  console.log(typeof (await new Function('s', 'return import(s)')('fs')).readFile);
  console.log(typeof (await Function('return import("path")')()).sep);
  console.log(typeof (await (0, eval)('import("os")')).EOL);
  console.log(await new AsyncFunction('a', 'b', 'const { sep } = await import("path"); return a + b + sep')(1, 2));
  console.log(await [...new GeneratorFunction('yield import("fs"); yield 2')()][0] === await import('fs'));
  const f = new Function('a', 'b = 2', 'return a + b // import(');
  console.log(String(new Function('x', '// import(y)\nreturn x')));
  console.log(new Function('return function () { return this }')()() === globalThis, f.name, f.length);
})().catch((e) => console.log(e.name, e.message)).then(async () => {
  const g = Function('"use strict"; return async function* () { yield* [1, 2]; }')();
  for await (const x of g()) console.log(x);
  for (const bad of ['import(', 'import x from "y"', 'return import.meta', 'yield']) {
    try { new Function('async', bad, '*'); console.log('made'); } catch (e) { console.log(e.name); }
  }
  console.log((0, eval)('(async function* () {})').constructor !== undefined, (0, eval)('1 // import'), eval('2 // import('));
  console.log(new Function().toString(), Function('a, b', 'c', 'return a').length, new (class extends Function {})('return 5 // import')());
});
