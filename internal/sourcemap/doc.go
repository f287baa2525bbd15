// Package sourcemap reads source maps (revision 3): which place of a source
// that was compiled by some tool a place in the tool's output comes from.
//
// It is as lenient as Node: what is damaged is read as far as it makes sense,
// and never fails.
//
//	m := sourcemap.Map{Mappings: "AAAA,IAAI", Sources: []string{"a.ts"}}
//	place, ok := m.Find(0, 7)
package sourcemap
