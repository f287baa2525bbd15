package module

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

func decimal(n int) string { return strconv.Itoa(n) }

// lineOf returns a line of source, counted from 1.
func lineOf(source string, line int) string {
	for ; line > 1; line-- {
		_, rest, ok := strings.Cut(source, "\n")
		if !ok {
			return ""
		}
		source = rest
	}
	text, _, _ := strings.Cut(source, "\n")
	return strings.TrimSuffix(text, "\r")
}

// sourceLine(filename, line) returns a line of a module that was compiled.
func sourceLine(e *host.Env, c goja.FunctionCall) goja.Value {
	source := e.State.(*state).sources[c.Argument(0).String()]
	return e.RT.ToValue(lineOf(source, int(c.Argument(1).ToInteger())))
}

// v8Messages turns messages of goja's parser into V8's.
var v8Messages = []struct {
	pattern *regexp.Regexp
	message string
}{
	{regexp.MustCompile(`^SyntaxError: `), ""},
	{regexp.MustCompile(`^Unexpected token (ILLEGAL|UNEXPECTED).*$`), "Invalid or unexpected token"},
	{regexp.MustCompile(`^Unexpected token ([^']\S*)$`), "Unexpected token '$1'"},
	{regexp.MustCompile(`^Unexpected identifier$`), "Unexpected identifier"},
	{regexp.MustCompile(`^Identifier '(.*)' has already been declared$`), "Identifier '$1' has already been declared"},
	{regexp.MustCompile(`^Undefined label '(.*)'$`), "Undefined label '$1'"},
	{regexp.MustCompile(`^Undefined label (.*)$`), "Undefined label '$1'"},
	{regexp.MustCompile(`^Invalid left-hand side in assignment.*$`), "Invalid left-hand side in assignment"},
}

// v8Message returns V8's words for a message of goja's parser, where known.
func v8Message(message string) string {
	for _, m := range v8Messages {
		message = m.pattern.ReplaceAllString(message, m.message)
	}
	return message
}
