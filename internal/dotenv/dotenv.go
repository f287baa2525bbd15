// Package dotenv reads .env files as Node.js 20 does.
//
// A file is a sequence of NAME=value. A value may stand in quotes (double,
// single, back), and then go over several lines; in double quotes \n is a line
// end. Without quotes it ends with its line, or before a #. A line that begins
// with # is a comment, "export " before a name is ignored. What is no
// assignment becomes a part of the next name, as in Node.
package dotenv

import (
	"slices"
	"strings"
)

// Variable is one assignment.
type Variable struct{ Name, Value string }

// Parse returns the variables of a file, sorted by name; of several
// assignments to a name the last counts. There is no malformed input.
func Parse(text string) []Variable {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	values := map[string]string{}
	for {
		text = strings.TrimLeft(text, " \n")
		if text == "" {
			break
		}
		if text[0] == '#' {
			_, text, _ = strings.Cut(text, "\n")
			continue
		}
		name, rest, found := strings.Cut(text, "=")
		if !found {
			break
		}
		name = strings.TrimPrefix(trim(name), "export ")
		value, next, ok := readValue(rest)
		text = next
		if ok && name != "" {
			values[name] = value
		}
	}
	variables := make([]Variable, 0, len(values))
	for name, value := range values {
		variables = append(variables, Variable{name, value})
	}
	slices.SortFunc(variables, func(a, b Variable) int { return strings.Compare(a.Name, b.Name) })
	return variables
}

// trim takes spaces away, and leaves tabs, as Node does.
func trim(s string) string { return strings.Trim(s, " ") }

// readValue reads a value and returns it with what stands behind its line.
// Node drops a last line whose quote is not closed.
func readValue(text string) (value, rest string, ok bool) {
	line, rest, whole := strings.Cut(text, "\n")
	start := strings.TrimLeft(line, " ")
	if start != "" && strings.IndexByte("\"'`", start[0]) >= 0 {
		quote := start[:1]
		from := len(line) - len(start) + 1
		if length := strings.Index(text[from:], quote); length >= 0 {
			value = text[from : from+length]
			if quote == `"` {
				value = strings.ReplaceAll(value, `\n`, "\n")
			}
			_, rest, _ = strings.Cut(text[from+length:], "\n")
			return value, rest, true
		}
		return trim(line), rest, whole
	}
	value, _, _ = strings.Cut(line, "#")
	return trim(value), rest, true
}
