package hostapi

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/dop251/goja"

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

	mu       sync.Mutex
	programs map[string]*goja.Program
}

// core is the library of all areas.
var core = newLibrary()

func newLibrary() *library {
	l := &library{files: map[string]fs.FS{}, programs: map[string]*goja.Program{}}
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

// program returns the compiled module of an id.
func (l *library) program(id string, images engine.Images) (*goja.Program, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if p := l.programs[id]; p != nil {
		return p, nil
	}
	files := l.files[id]
	if files == nil {
		return nil, fmt.Errorf("no core module %q", id)
	}
	source, err := fs.ReadFile(files, "lib/"+id+".js")
	if err != nil {
		return nil, err
	}
	m, err := engine.CompileUnit(coreHead, engine.Unit{Name: loop.CorePrefix + id, Text: string(source), Images: images})
	if err != nil {
		return nil, fmt.Errorf("core module %q: %w", id, err)
	}
	l.programs[id] = m.Program
	return m.Program, nil
}
