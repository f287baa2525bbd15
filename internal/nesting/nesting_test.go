package nesting_test

import (
	"strings"
	"testing"

	"github.com/jsrr/jsrr/internal/nesting"
)

func TestTooDeep(t *testing.T) {
	for source, want := range map[string]bool{
		"": false, "((()))": false,
		strings.Repeat("(", nesting.Max/8) + strings.Repeat(")", nesting.Max/8): false,
		strings.Repeat("(", nesting.Max+1):                                      true,
		strings.Repeat("`${", nesting.Max+1):                                    true,
		strings.Repeat("(a)[b];{c}", nesting.Max):                               false,
	} {
		if got := nesting.TooDeep(source); got != want {
			t.Errorf("%.20s… (%d bytes): %v", source, len(source), got)
		}
	}
}

func TestTooDeepJSON(t *testing.T) {
	for text, want := range map[string]bool{
		"[[[]]]": false, "[[[[]]]]": true, `["[[[[[[[[", "\"[[[["]`: false, `[{"a":[[1]]}]`: true, "[[],[],[[]]]": false,
	} {
		if got := nesting.TooDeepJSON([]byte(text), 3); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
