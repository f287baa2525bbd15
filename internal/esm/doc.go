// Package esm finds what makes a JavaScript text an ES module: its imports and
// exports, import(), import.meta and await, without a full parse; and the
// names that a CommonJS module exports, as far as its text shows them.
//
//	m, err := esm.Scan(source)
//	unit.Edits = m.Edits // the module as the body of a function
//
// The scanner is a tokenizer that tells regular expressions from divisions and
// knows where brackets and templates end. What it cannot see, such as whether
// an exported name is declared, the compiler's syntax tree tells.
package esm
