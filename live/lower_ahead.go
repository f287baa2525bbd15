package live

import (
	"os"
	"path/filepath"
	"regexp"
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

// importText finds relative specifiers in a source, roughly.
var importText = regexp.MustCompile(`(?m)\b(?:from|import)\s*["'](\.{1,2}/[^"'\n]+)["']`)

// lowerImports begins to lower what the source of r seems to import.
func (w *World) lowerImports(r lower.Request) {
	if r.Loader == "js" {
		return
	}
	directory := filepath.Dir(r.Path)
	if filepath.IsAbs(r.Path) {
		for _, match := range importText.FindAllStringSubmatch(r.Source, -1) {
			if path, loader := importedSource(filepath.Join(directory, filepath.FromSlash(match[1]))); path != "" && w.lowerings.isNew(path) {
				w.lowerAhead(lower.Request{Path: path, Loader: loader, Common: r.Common, Config: r.Config})
			}
		}
	}
}

// importedSource returns the source file that path means, and its loader.
func importedSource(path string) (file, loader string) {
	stem := path
	if extension := filepath.Ext(path); extension == ".js" || extension == ".ts" || extension == ".tsx" {
		stem = path[:len(path)-len(extension)]
	}
	for _, candidate := range []struct{ name, loader string }{
		{stem + ".ts", "ts"}, {stem + ".tsx", "tsx"}, {filepath.Join(path, "index.ts"), "ts"},
	} {
		if info, err := os.Stat(candidate.name); err == nil && info.Mode().IsRegular() {
			return candidate.name, candidate.loader
		}
	}
	return "", ""
}

// lowerAhead begins to lower the file of r.
func (w *World) lowerAhead(r lower.Request) {
	b, err := os.ReadFile(r.Path)
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
