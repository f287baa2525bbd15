// Package lower turns what goja cannot parse into what it can: TypeScript, JSX,
// and JavaScript syntax that goja lacks (async generators, for await, decorators,
// using). The work is esbuild's; this package chooses its options, turns its
// source map into offsets, and puts jsrr's own code in the place of helpers whose
// order of microtasks is not that of V8.
//
//	r := lower.Lower(lower.Request{Path: "/app/a.ts", Source: text, Loader: "ts"})
//
// Lower is a pure function. Its answers are kept by Cache.
package lower
