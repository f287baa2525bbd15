package jsrr_test

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/jsrr/jsrr"
)

// TestLanguage compares the properties of the language's own objects with node
// 20's: flags, names and lengths of functions, what is a constructor. One that
// differs must stand in hostapi/language/missing.txt, and one that stands there
// must differ. What jsrr has and node 20 has not is newer, and not looked at.
func TestLanguage(t *testing.T) {
	golden, err := os.ReadFile("testdata/names/node20-language.json")
	if err != nil {
		t.Fatal(err)
	}
	node, ours := parseProperties(t, golden), parseProperties(t, printedBy(t, "testdata/names/language.js"))
	known := readExpectations(t, "hostapi/language/missing.txt")
	differs := map[string]bool{}
	for _, owner := range slices.Sorted(maps.Keys(node)) {
		for _, name := range slices.Sorted(maps.Keys(node[owner])) {
			if node[owner][name] == ours[owner][name] {
				continue
			}
			differs[knownAs(known, owner+"."+name)] = true
			if knownAs(known, owner+"."+name) == "" {
				t.Errorf("%s is %q, in node %q", owner+"."+name, ours[owner][name], node[owner][name])
			}
		}
	}
	for name := range known {
		if !differs[name] {
			t.Errorf("missing.txt names %s, which is like node's", name)
		}
	}
}

// knownAs returns the line of known that has name, or what it is a part of.
func knownAs(known map[string]string, name string) string {
	for name != "" {
		if _, ok := known[name]; ok {
			return name
		}
		name = name[:max(0, strings.LastIndexByte(name, '.'))]
	}
	return ""
}

func parseProperties(t *testing.T, text []byte) map[string]map[string]string {
	t.Helper()
	var properties map[string]map[string]string
	if err := json.Unmarshal(text, &properties); err != nil {
		t.Fatal(err)
	}
	return properties
}

// printedBy returns what a program prints.
func printedBy(t *testing.T, script string) []byte {
	t.Helper()
	var out, errOut bytes.Buffer
	options := jsrr.Options{Script: script, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errOut}
	if _, err := jsrr.Run(context.Background(), options); err != nil {
		t.Fatal(err)
	}
	if errOut.Len() > 0 {
		t.Fatal(errOut.String())
	}
	return out.Bytes()
}
