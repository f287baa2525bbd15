package hostapi

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/jsrr/jsrr/hostapi/module"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/loop"
)

// coreHead is that of the function that a core module becomes.
var coreHead = engine.Head{Params: "exports, require, module, internalBinding"}

// library holds jsrr's own JavaScript modules. A module is compiled when it is
// first asked for, once for all loops of the process: programs are immutable.
type library struct {
	files map[string]fs.FS // module id → the area that has it

	mu      sync.Mutex
	modules map[string]*engine.Module
}

// core is the library of all areas.
var core = newLibrary()

func newLibrary() *library {
	l := &library{files: map[string]fs.FS{}, modules: map[string]*engine.Module{}}
	for _, area := range areas(module.Main{}) {
		if area.Lib == nil {
			continue
		}
		err := fs.WalkDir(area.Lib, "lib", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			id := strings.TrimSuffix(strings.TrimPrefix(path, "lib/"), ".js")
			if l.files[id] != nil {
				return fmt.Errorf("two areas have a core module %q", id)
			}
			l.files[id] = area.Lib
			return nil
		})
		if err != nil {
			panic(err)
		}
	}
	return l
}

// ids returns the ids of all modules, sorted.
func (l *library) ids() []any {
	names := make([]string, 0, len(l.files))
	for id := range l.files {
		names = append(names, id)
	}
	slices.Sort(names)
	ids := make([]any, len(names))
	for i, id := range names {
		ids[i] = id
	}
	return ids
}

// module returns the compiled module of an id.
func (l *library) module(id string, images engine.Images) (*engine.Module, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if m := l.modules[id]; m != nil {
		return m, nil
	}
	source, err := l.text(id)
	if err != nil {
		return nil, err
	}
	m, err := compileCore(id, source, images)
	if err == nil {
		l.modules[id] = m
	}
	return m, err
}

// text returns the source of a module.
func (l *library) text(id string) (string, error) {
	files := l.files[id]
	if files == nil {
		return "", fmt.Errorf("no core module %q", id)
	}
	source, err := fs.ReadFile(files, "lib/"+id+".js")
	return string(source), err
}

// compileCore compiles a core module anew.
func compileCore(id, source string, images engine.Images) (*engine.Module, error) {
	m, err := engine.CompileUnit(coreHead, engine.Unit{Name: loop.CorePrefix + id, Text: source, Images: images})
	if err != nil {
		return nil, fmt.Errorf("core module %q: %w", id, err)
	}
	return m, nil
}
