// Package tidy has no code, only tests: they hold the rules that this module's
// source keeps.
//
//   - which package may import which (table_test.go)
//   - what the packages may not do that must be deterministic, and the laws of
//     DESIGN that can be seen in the source (laws_test.go)
//   - sizes, comments, names and formatting (style_test.go)
//
// Exceptions stand in tables, each with its reason. A line of these tables is
// a decision; add one only when the rule is wrong for the place.
package tidy
