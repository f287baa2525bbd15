// Package regexp is ECMAScript's regular expressions as of ES2024: named groups,
// lookbehind, the flags d, g, i, m, s, u, v, y, \p{…} with the properties of
// Unicode, and V8's words for what is wrong with a pattern.
//
// The model: Compile parses a pattern into a tree, and the tree becomes a
// Program, a list of instructions. Match interprets it over code units with an
// explicit stack of what is to be tried next: a backtracking matcher, as the
// language's semantics ask for. Runs of one kind of character (.*, [^"]+) are
// one instruction and take one entry of the stack.
//
// Backtracking can take exponential time. When a match takes long and the
// program allows it (no back references, no lookaround, no counted loops),
// the matcher starts again and remembers which combinations of instruction and
// position have failed: then the time is linear in the input.
//
// Invariant: a Program is immutable; any number of goroutines may use it.
//
//	p, err := regexp.Compile([]rune("(?<year>\\d{4})"), regexp.Flags{})
//	captures, ok := regexp.Match(p, []byte("in 2024"), 0, nil) // [3 7 3 7]
package regexp
