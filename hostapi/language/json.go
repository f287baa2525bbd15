package language

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// indent(text, gap) breaks JSON without spaces into lines, as JSON.stringify
// does.
func indent(e *host.Env, c goja.FunctionCall) goja.Value {
	return e.RT.ToValue(breakLines(c.Argument(0).String(), c.Argument(1).String()))
}

func breakLines(text, gap string) string {
	var out strings.Builder
	out.Grow(2 * len(text))
	newline := "\n"
	for i := 0; i < len(text); {
		switch b := text[i]; b {
		case '"':
			end := stringEnd(text, i)
			out.WriteString(text[i:end])
			i = end
			continue
		case '{', '[':
			out.WriteByte(b)
			if closing := text[i+1]; closing == b+2 { // ] and } in ASCII
				out.WriteByte(closing)
				i += 2
				continue
			}
			newline += gap
			out.WriteString(newline)
		case '}', ']':
			newline = newline[:len(newline)-len(gap)]
			out.WriteString(newline)
			out.WriteByte(b)
		case ',':
			out.WriteByte(b)
			out.WriteString(newline)
		case ':':
			out.WriteString(": ")
		default:
			out.WriteByte(b)
		}
		i++
	}
	return out.String()
}

// stringEnd returns where the string that starts at i ends.
func stringEnd(text string, i int) int {
	for i++; text[i] != '"'; i++ {
		if text[i] == '\\' {
			i++
		}
	}
	return i + 1
}
