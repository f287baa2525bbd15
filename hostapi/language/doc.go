// Package language completes what the engine has of the language itself: the
// builtins that node 20 has and goja has not.
//
// The model: what is small and often used is made when a program starts, as
// natives or as short functions of lib/internal/language/install.js. The rest
// (Intl, Atomics, WeakRef, grouping, …) is JavaScript that is loaded when the
// program first uses it.
//
// Invariant: a builtin looks like one. Its text is "[native code]", it cannot
// be constructed unless it is a constructor, it is not enumerable, and its name
// and length are node's (testdata/names/language.js at the root of the module
// compares them all).
//
// Example: "Object.groupBy" is a function of install.js of two lines, which
// loads lib/internal/language/group.js at its first call.
package language
