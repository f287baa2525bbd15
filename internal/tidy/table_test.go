package tidy

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// allowedImports is the table of edges between the packages of the module.
// The most exact line counts; a package without one may not exist.
var allowedImports = map[string][]string{
	"internal/regexp":        {},
	"internal/nesting":       {"internal/esm"},
	"internal/ieee754":       {},
	"internal/engine":        {"internal/engine/layout", "internal/ieee754", "internal/nesting", "internal/regexp"},
	"internal/engine/layout": {},
	"internal/engine/heap":   {"internal/ahead", "internal/engine", "internal/engine/layout", "internal/heapgraph"},
	"internal/figures":       {},
	"internal/heapgraph":     {"internal/figures"},
	"internal/ahead":         {},
	"internal/esm":           {},
	"internal/lower":         {"internal/nesting", "internal/sourcemap"},
	"internal/digest":        {},
	"internal/sourcemap":     {},
	"internal/dotenv":        {},
	"internal/nodeoptions":   {},
	"heapsnap":               {"internal/engine/heap"},
	"loop":                   {"internal/engine", "internal/engine/heap"},
	"live":                   {"internal/ahead", "internal/digest", "internal/dotenv", "internal/lower", "loop"},
	"sim":                    {"loop"},
	"record":                 {"loop"},
	"record/recordtest":      {"loop", "record", "replay"},
	"replay":                 {"loop", "record"},
	"hostapi":                {"hostapi/*", "internal/engine", "internal/engine/heap", "loop"},
	"hostapi/host":           {"internal/engine/heap", "loop"},
	"hostapi/crypto":         {"hostapi/host", "internal/engine/heap", "internal/digest", "loop"},
	"hostapi/language":       {"hostapi/host", "internal/engine/heap", "internal/engine", "internal/ieee754", "internal/nesting", "internal/regexp", "loop"}, // builtins are part of the engine
	"hostapi/module":         {"hostapi/host", "internal/engine/heap", "internal/ahead", "internal/engine", "internal/esm", "internal/nesting", "internal/sourcemap", "loop"},
	"hostapi/util":           {"hostapi/host", "internal/engine/heap", "internal/dotenv", "internal/engine", "loop"}, // iterators that people look at
	"hostapi/process":        {"hostapi/host", "internal/engine/heap", "internal/nodeoptions", "loop"},
	"hostapi/*":              {"hostapi/host", "internal/engine/heap", "loop"},
	"startup":                {},
	".":                      {"heapsnap", "hostapi", "hostapi/module", "internal/dotenv", "internal/engine/heap", "internal/heapgraph", "live", "loop", "record", "replay", "sim", "startup"},
	"cmd/jsrr":               {".", "internal/figures", "internal/nodeoptions"},
	"bench":                  {},
	"bench/*":                {},
	"systemtest":             {"."},
	"webtests":               {"."},
	"internal/tidy":          {},
}

// allowedModules says which packages may import which foreign modules. Tests
// may import all of them, and those of testModules.
var allowedModules = map[string][]string{
	"github.com/alecthomas/kong":      {"cmd/jsrr"},
	"github.com/cespare/xxhash/v2":    {"live", "record", "startup"},
	"github.com/evanw/esbuild":        {"internal/lower"},
	"github.com/dop251/goja":          {".", "heapsnap", "internal/engine/*", "loop", "hostapi/*"},
	"github.com/fxamacker/cbor/v2":    {"record"},
	"github.com/klauspost/compress":   {"hostapi/zlib", "record", "startup"},
	"golang.org/x/crypto":             {"internal/digest"},
	"golang.org/x/net":                {"hostapi/url"},
	"golang.org/x/sys":                {"live", "record"},
	"golang.org/x/text":               {"hostapi/buffer", "hostapi/language", "hostapi/string_decoder", "hostapi/util", "hostapi/url"},
	"github.com/rogpeppe/go-internal": {},
	"pgregory.net/rapid":              {},
}

func TestImports(t *testing.T) {
	for _, p := range loadTree(t).packages {
		allowed, ok := lineFor(p.path)
		if !ok {
			t.Errorf("package %s has no line in the table of allowed imports", p.path)
		}
		for _, f := range p.files {
			for _, path := range f.imports() {
				if ours, inside := insideModule(path); inside {
					if !(&sourcePackage{path: ours}).is(allowed...) {
						t.Errorf("%s imports %s; allowed are %v", f.name, ours, allowed)
					}
				} else if isForeign(path) && !moduleAllowed(p, path) {
					t.Errorf("%s imports %s; the table does not allow it there", f.name, path)
				}
			}
		}
		for _, f := range p.tests {
			for _, path := range f.imports() {
				if isForeign(path) && moduleOf(path) == "" {
					t.Errorf("%s imports %s; the table does not know its module", f.name, path)
				}
			}
		}
	}
}

func lineFor(path string) ([]string, bool) {
	if line, ok := allowedImports[path]; ok {
		return line, true
	}
	for folder := path; strings.Contains(folder, "/"); {
		folder = folder[:strings.LastIndexByte(folder, '/')]
		if line, ok := allowedImports[folder+"/*"]; ok {
			return line, true
		}
	}
	return nil, false
}

func (f *sourceFile) imports() []string {
	var paths []string
	for _, spec := range f.syntax.Imports {
		if path, err := strconv.Unquote(spec.Path.Value); err == nil {
			paths = append(paths, path)
		}
	}
	return paths
}

// insideModule returns the relative path of a package of the module.
func insideModule(path string) (string, bool) {
	if path == modulePath {
		return ".", true
	}
	return strings.CutPrefix(path, modulePath+"/")
}

// isForeign says that path is neither of the module nor of Go itself.
func isForeign(path string) bool {
	_, inside := insideModule(path)
	first, _, _ := strings.Cut(path, "/")
	return !inside && strings.Contains(first, ".")
}

// moduleOf returns the module of the table that holds a package.
func moduleOf(path string) string {
	for module := range allowedModules {
		if path == module || strings.HasPrefix(path, module+"/") {
			return module
		}
	}
	return ""
}

func moduleAllowed(p *sourcePackage, path string) bool {
	module := moduleOf(path)
	return module != "" && p.is(allowedModules[module]...)
}

// bannedImports are packages of Go that would let the outside, or chance, into
// a program past its tape.
var bannedImports = []struct {
	in      []string
	imports []string
	why     string
}{
	{
		in: []string{"hostapi/*", "loop", "replay", "sim"},
		imports: []string{
			"os", "os/*", "net", "net/*", "syscall", "io/ioutil", "crypto/rand", "math/rand", "math/rand/*",
			"runtime/debug", "runtime/metrics", "log", "log/*", "plugin", "maps", "expvar", "hash/maphash", "unique",
		},
		why: "a program is a pure function of its tape",
	},
	{
		in:      []string{"record"},
		imports: []string{"net", "net/*", "os/exec", "os/signal", "crypto/rand", "math/rand", "math/rand/*", "time"},
		why:     "a recording holds what the tape said, and nothing of its own",
	},
	{
		in:      []string{".", "cmd/jsrr"},
		imports: []string{"net", "net/*", "math/rand", "math/rand/*"},
		why:     "only live reaches the outside",
	},
}

func TestBannedImports(t *testing.T) {
	for _, p := range loadTree(t).packages {
		for _, f := range p.files {
			for _, path := range f.imports() {
				for _, ban := range bannedImports {
					if p.is(ban.in...) && (&sourcePackage{path: path}).is(ban.imports...) {
						t.Errorf("%s imports %q: %s", f.name, path, ban.why)
					}
				}
				if path == "unsafe" && !p.is("internal/engine/*") {
					t.Errorf("%s imports unsafe: only internal/engine touches goja's insides", f.name)
				}
			}
			if !p.is("internal/engine/*") && strings.Contains(string(f.text), "//go:"+"linkname") {
				t.Errorf("%s links to private names", f.name)
			}
		}
	}
}

// A replay cannot touch the world: nothing that it needs, however far, can
// open a connection or start a process.
func TestReplayNeedsNoWorld(t *testing.T) {
	needed := loadTree(t).deps[modulePath+"/replay"]
	if len(needed) == 0 {
		t.Fatal("replay needs nothing; was it found?")
	}
	for _, banned := range []string{"net", "net/http", "os/exec", "os/signal", modulePath + "/live"} {
		if slices.Contains(needed, banned) {
			t.Errorf("replay needs %s", banned)
		}
	}
}
