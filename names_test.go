package jsrr_test

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jsrr/jsrr"
)

// TestNames compares the names that core modules export with node 20's. A name
// that node has and jsrr has not must stand in a missing.txt, with its reason;
// a name that stands there must be missing, or throw when it is used (then the
// reason says so).
func TestNames(t *testing.T) {
	missing := readMissing(t)
	node, ours := readNames(t), ownNames(t)
	used := map[string]bool{}
	for _, owner := range slices.Sorted(maps.Keys(node)) {
		if ours[owner] == nil && node[owner] != nil {
			if !isKnown(missing, owner) {
				t.Errorf("%s is missing", owner)
			}
			used[owner] = true
			continue
		}
		for _, name := range node[owner] {
			full := owner + "." + name
			used[full] = true
			if !slices.Contains(ours[owner], name) && !isKnown(missing, full) {
				t.Errorf("%s is missing", full)
			}
		}
	}
	for name := range missing {
		if owner := name[:max(0, strings.LastIndexByte(name, '.'))]; !used[name] && node[owner] != nil {
			t.Errorf("missing.txt names %s, which node 20 has not", name)
		}
		if node[name] != nil && ours[name] != nil && !strings.Contains(missing[name], "throws") {
			t.Errorf("missing.txt names the module %s, which is there", name)
		}
	}
}

// readMissing returns the reasons of all names that are missing.
func readMissing(t *testing.T) map[string]string {
	t.Helper()
	missing := map[string]string{}
	lists, err := filepath.Glob("hostapi/*/missing.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range append(lists, "testdata/names/missing.txt") {
		maps.Copy(missing, readExpectations(t, list))
	}
	return missing
}

// isKnown says whether missing has name, or what it is a part of.
func isKnown(missing map[string]string, name string) bool {
	for name != "" {
		if _, ok := missing[name]; ok {
			return true
		}
		name = name[:max(0, strings.LastIndexByte(name, '.'))]
	}
	return false
}

// readNames returns node's names by owner: a module, or a class's prototype.
func readNames(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("testdata/names/node20.json")
	if err != nil {
		t.Fatal(err)
	}
	return parseNames(t, text)
}

func ownNames(t *testing.T) map[string][]string {
	t.Helper()
	var out, errOut bytes.Buffer
	options := jsrr.Options{Script: "testdata/names/names.js", ExecArgs: []string{"--no-warnings"}, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errOut}
	if _, err := jsrr.Run(context.Background(), options); err != nil {
		t.Fatal(err)
	}
	if errOut.Len() > 0 {
		t.Fatal(errOut.String())
	}
	return parseNames(t, out.Bytes())
}

func parseNames(t *testing.T, text []byte) map[string][]string {
	t.Helper()
	var names map[string][]string
	if err := json.Unmarshal(text, &names); err != nil {
		t.Fatal(err)
	}
	return names
}
