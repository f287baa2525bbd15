package jsrr_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite docs/node-compatibility.md")

const compatibilityPage = "docs/node-compatibility.md"

// TestCompatibilityPage holds docs/node-compatibility.md against the tables it is
// made from: node's names, jsrr's own, and the reasons in missing.txt.
func TestCompatibilityPage(t *testing.T) {
	page := compatibility(t)
	if *update {
		if err := os.WriteFile(compatibilityPage, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	committed, err := os.ReadFile(compatibilityPage)
	if err != nil || string(committed) != page {
		t.Errorf("%s is not what the tables say (%v); run: go test . -run TestCompatibilityPage -update", compatibilityPage, err)
	}
}

// compatibility writes the page.
func compatibility(t *testing.T) string {
	node, ours, missing := readNames(t), ownNames(t), readMissing(t)
	var page strings.Builder
	page.WriteString(`# Node compatibility

What node 20 has and jsrr has, module by module, counted in exported names and in methods and properties of exported
classes. Made by ` + "`go test . -run TestCompatibilityPage -update`" + ` from node's own list
(testdata/names/node20.json), jsrr's, and the reasons in the missing.txt files; do not edit.

A name that counts as present does what node documents unless a line below says otherwise. What is absent throws, or is undefined.

| module | names | present | programs compared with node |
|---|---:|---:|---:|
`)
	notes := map[string][]string{}
	for _, module := range modulesOf(node) {
		names, present := countNames(module, node, ours, missing)
		fmt.Fprintf(&page, "| %s | %d | %d | %d |\n", module, names, present, countPrograms(t, module))
	}
	for _, name := range slices.Sorted(maps.Keys(missing)) {
		module := ownerModule(name, node)
		notes[module] = append(notes[module], fmt.Sprintf("* `%s`: %s\n", name, missing[name]))
	}
	for _, module := range slices.Sorted(maps.Keys(notes)) {
		fmt.Fprintf(&page, "\n## %s\n\n%s", module, strings.Join(notes[module], ""))
	}
	return page.String()
}

// modulesOf returns the modules among the owners of names.
func modulesOf(node map[string][]string) []string {
	var modules []string
	for owner := range node {
		if !strings.Contains(owner, ".") {
			modules = append(modules, owner)
		}
	}
	slices.Sort(modules)
	return modules
}

// ownerModule returns the module that a full name belongs to.
func ownerModule(name string, node map[string][]string) string {
	module, _, _ := strings.Cut(name, ".")
	if node[module] == nil {
		return "globalThis"
	}
	return module
}

// countNames counts node's names of a module, and those that jsrr has too.
func countNames(module string, node, ours map[string][]string, missing map[string]string) (names, present int) {
	for owner, list := range node {
		if owner != module && !strings.HasPrefix(owner, module+".") {
			continue
		}
		for _, name := range list {
			names++
			if slices.Contains(ours[owner], name) && !throws(missing, owner+"."+name) {
				present++
			}
		}
	}
	return names, present
}

// throws says whether a name is there only to throw.
func throws(missing map[string]string, name string) bool {
	for name != "" {
		if strings.Contains(missing[name], "throws") {
			return true
		}
		name = name[:max(0, strings.LastIndexByte(name, '.'))]
	}
	return false
}

// areas name the folder of hostapi for modules that have no folder of their name.
var areas = map[string]string{
	"globalThis": "language", "stream/web": "webstreams", "stream/consumers": "webstreams", "worker_threads": "messaging",
	"http": "net", "https": "net", "http2": "net", "tls": "net", "dns": "net", "dns/promises": "net", "dgram": "net",
	"punycode": "legacy", "constants": "legacy", "sys": "legacy", "child_process": "absent", "cluster": "absent",
	"inspector": "absent", "inspector/promises": "absent", "wasi": "absent", "trace_events": "absent", "repl": "readline",
}

// countPrograms counts the programs in the folder of the area that has a module.
func countPrograms(t *testing.T, module string) int {
	t.Helper()
	area, _, _ := strings.Cut(strings.TrimPrefix(module, "node:"), "/")
	if other, ok := areas[module]; ok {
		area = other
	}
	programs, err := filepath.Glob("hostapi/" + area + "/testdata/*.out")
	if err != nil {
		t.Fatal(err)
	}
	return len(programs)
}
