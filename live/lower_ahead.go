package live

import (
	"path/filepath"
	"strings"
	"sync"

	"github.com/jsrr/jsrr/internal/ahead"
	"github.com/jsrr/jsrr/internal/lower"
)

// lowerings are sources that are lowered before the program asks for them:
// those that a source which it asked for seems to import. They change nothing
// but the time an answer takes.
type lowerings struct {
	mu      sync.Mutex
	queue   ahead.Queue
	seen    map[string]bool // paths
	pending map[loweringKey]*ahead.Value[[]byte]
}

// loweringsMax is how many sources a world lowers ahead.
const loweringsMax = 10_000

func (l *lowerings) init() {
	l.queue.LastFirst = true
	l.seen, l.pending = map[string]bool{}, map[loweringKey]*ahead.Value[[]byte]{}
}

// take returns what was begun under key, once; nil for nothing.
func (l *lowerings) take(key loweringKey) *ahead.Value[[]byte] {
	l.mu.Lock()
	defer l.mu.Unlock()
	value := l.pending[key]
	delete(l.pending, key)
	return value
}

// isNew says that path was not seen before.
func (l *lowerings) isNew(path string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.seen[path] || len(l.seen) >= loweringsMax {
		return false
	}
	l.seen[path] = true
	return true
}

// importedPaths returns the relative specifiers behind "from" and "import" in a
// source, roughly.
func importedPaths(source string) (paths []string) {
	for end := 0; ; {
		at := strings.Index(source[end:], "./")
		if at < 0 {
			return paths
		}
		at += end
		end = at + len("./")
		if at > 0 && source[at-1] == '.' {
			at--
		}
		before, quoted := cutLast(source[:at], `"'`)
		before = strings.TrimRight(before, " \t\r\n")
		if !quoted || !strings.HasSuffix(before, "from") && !strings.HasSuffix(before, "import") {
			continue
		}
		if length := strings.IndexAny(source[at:], "\"'\n"); length >= 0 && source[at+length] != '\n' {
			paths = append(paths, source[at:at+length])
			end = at + length
		}
	}
}

// cutLast returns s without its last byte, when that is one of the bytes of set.
func cutLast(s, set string) (string, bool) {
	if s == "" || strings.IndexByte(set, s[len(s)-1]) < 0 {
		return s, false
	}
	return s[:len(s)-1], true
}

// lowerImports begins to lower what the source of r seems to import.
func (w *World) lowerImports(r lower.Request) {
	if r.Loader == "js" {
		return
	}
	directory := filepath.Dir(r.Path)
	if filepath.IsAbs(r.Path) {
		for _, specifier := range importedPaths(r.Source) {
			if path, loader := w.importedSource(filepath.Join(directory, filepath.FromSlash(specifier))); path != "" && w.lowerings.isNew(path) {
				w.lowerAhead(lower.Request{Path: path, Loader: loader, Common: r.Common, Config: r.Config})
			}
		}
	}
}

// importedSource returns the source file that path means, and its loader.
func (w *World) importedSource(path string) (file, loader string) {
	stem := path
	if extension := filepath.Ext(path); extension == ".js" || extension == ".ts" || extension == ".tsx" {
		stem = path[:len(path)-len(extension)]
	}
	for _, candidate := range []struct{ name, loader string }{
		{stem + ".ts", "ts"}, {stem + ".tsx", "tsx"}, {filepath.Join(path, "index.ts"), "ts"},
	} {
		if info, err := w.sources.stat(candidate.name); err == nil && info.Mode().IsRegular() {
			return candidate.name, candidate.loader
		}
	}
	return "", ""
}

// lowerAhead begins to lower the file of r.
func (w *World) lowerAhead(r lower.Request) {
	b, err := w.sources.read(r.Path)
	if err != nil {
		return
	}
	r.Source = string(b)
	key := loweredKey(r)
	l := &w.lowerings
	l.mu.Lock()
	defer l.mu.Unlock()
	l.pending[key] = ahead.Start(&l.queue, func() []byte {
		if data, ok := w.lowered.get(key); ok {
			return data
		}
		w.lowerImports(r)
		return w.lower(key, r)
	})
}
