package tidy

import (
	"go/ast"
	"go/types"
	"strings"
	"testing"
)

// notArchived are fields of what areas know that no snapshot needs, by package,
// type and field; a whole area by its package.
var notArchived = map[string]string{
	"hostapi/zlib": "writers that are reused, and behave like new ones",

	"hostapi/language state.collators":         "is computed from the locale's name",
	"hostapi/language regexpState.constructor": "setup finds it",
	"hostapi/language regexpState.prototype":   "setup finds it",
	"hostapi/language regexpState.template":    "setup makes it, and nothing changes it",
	"hostapi/language regexpState.construct":   "setup finds it",
	"hostapi/language regexpState.stop":        "belongs to the runtime",
	"hostapi/language regexpState.compiled":    "is computed from sources of patterns",
	"hostapi/module Main":                      "whoever restores the program says it again",
	"hostapi/module state.hashes":              "is computed from texts",
	"hostapi/module module.scanned":            "is computed from the text when it is asked for",
	"hostapi/module module.pending":            "begins again",
	"hostapi/module programs.env":              "setup sets it",
	"hostapi/module programs.loaded":           "are units of modules",
	"hostapi/module programs.lastFound":        "says where to look first",
	"hostapi/module programs.again":            "is for reading",
	"hostapi/module programs.units":            "units are written when something is of one",
	"hostapi/module programs.sweepAt":          "says when to look what is gone",
	"hostapi/module unit.compiled":             "is compiled again",
	"hostapi/module unit.kept":                 "is compiled again",
	"hostapi/module script.scanned":            "is not needed when it was compiled",
	"hostapi/module Unit.Check":                "says only whether there is a program",
	"hostapi/module Unit.Images":               "whoever restores the program says it again",
	"hostapi/module Unit.Bindings":             "are those of the module",
	"hostapi/module Unit.Default":              "scripts have none",
	"hostapi/module AsyncGenerators":           "follows from the text",
	"hostapi/module dynamicCode.env":           "is that of the area",
}

// loopNotArchived are fields of the loop, and of what belongs to it, that no
// snapshot needs.
var loopNotArchived = map[string]string{
	"loop Loop.tape":            "is what a loop is made with",
	"loop handles.Tape":         "is what a loop is made with",
	"loop Loop.opts":            "are what a loop is made with",
	"loop Loop.ends":            "is one of the options",
	"loop Loop.jobs":            "are goja's; heap.Writer.Jobs writes them",
	"loop Loop.microtask":       "is made with the loop, and a job of the heap's by its name",
	"loop Loop.died":            "is set in the turn that ends the program",
	"loop Loop.intrinsics":      "are made with the loop",
	"loop Loop.completion":      "was delivered; the next one takes its place",
	"loop Loop.idle":            "is false between turns",
	"loop Loop.firing":          "is nil between turns",
	"loop Loop.completing":      "is nil between turns",
	"loop Loop.realm":           "is made with the host",
	"loop Loop.natives":         "wait for the realm, and then no longer",
	"loop Loop.capturing":       "is a snapshot that is being written",
	"loop Loop.stopped":         "ends the run",
	"loop lineage.blocks":       "its links are written by their turns",
	"loop lineage.free":         "follows from which links are in use",
	"loop link.refs":            "are counted by whoever reads a reference",
	"loop failure.err":          "only the place is of use where its stack begins",
	"loop fifo":                 "is written as what waits in it",
	"loop handle.dynamic":       "is the heap's; its prototype is written beside the handler",
	"loop Timer.place":          "follows from the list",
	"loop timerList.holes":      "are left out",
	"loop timerList.base":       "places begin anew",
	"loop timerQueue.spare":     "is empty",
	"loop immediateQueue.spare": "is empty",
	"loop immediateQueue.fired": "is nil between turns",
	"loop Delivery.Make":        "is found by the name",
	"loop rejections.handled":   "those that got handlers are left out",
	"loop weakSet.addTo":        "is a builtin",
	"loop weakSet.removeOf":     "is a builtin",
	"loop asyncState.promises":  "are the engine's; Loop.follow sets them to work",
	"loop asyncState.job":       "is nil between turns",
}

// What an area knows between two turns is in snapshots: each field of its state, and
// of what the state refers to, is used by the functions that archive.
func TestStatesAreArchived(t *testing.T) {
	tree := loadTree(t)
	allowed := allow(t, notArchived)
	found := 0
	for _, p := range tree.packages {
		state, archives := p.areaState()
		if state == nil {
			continue
		}
		found++
		if !archives {
			if !allowed.has(p.path) {
				t.Errorf("the area %s has a state but no Archive", p.path)
			}
			continue
		}
		p.checkArchived(t, state, allowed)
	}
	if found < 5 {
		t.Errorf("only %d areas with states were found", found)
	}
}

// The same holds for the loop.
func TestLoopIsArchived(t *testing.T) {
	tree := loadTree(t)
	allowed := allow(t, loopNotArchived)
	for _, p := range tree.packages {
		if p.path == "loop" {
			for _, name := range []string{"Loop", "link"} {
				p.checkArchived(t, p.types.Scope().Lookup(name).Type(), allowed)
			}
		}
	}
}

// checkArchived looks at all fields of state.
func (p *sourcePackage) checkArchived(t *testing.T, state types.Type, allowed *exceptions) {
	used := p.archivedFields()
	p.eachField(state, func(of string, field *types.Var) (archived bool) {
		switch place := p.path + " " + of + "." + field.Name(); {
		case allowed.has(p.path + " " + of), allowed.has(place):
			return false
		case !used[field.Origin()]:
			t.Errorf("%s is in no snapshot; archive it, or say in the table why not", place)
		}
		return true
	})
}

// areaState returns the type of an area's state, nil when it has none, and whether it
// has an Archive.
func (p *sourcePackage) areaState() (state types.Type, archives bool) {
	p.inspect(func(_ string, n ast.Node) {
		literal, ok := n.(*ast.CompositeLit)
		if !ok || !strings.HasSuffix(types.TypeString(p.info.Types[literal].Type, nil), "/hostapi/host.Area") {
			return
		}
		for _, e := range literal.Elts {
			switch pair, ok := e.(*ast.KeyValueExpr); {
			case !ok:
			case pair.Key.(*ast.Ident).Name == "NewState":
				state = p.stateType()
			case pair.Key.(*ast.Ident).Name == "Archive":
				archives = true
			}
		}
	})
	return state, archives
}

// stateType returns the type that natives find in Env.State.
func (p *sourcePackage) stateType() (state types.Type) {
	p.inspect(func(_ string, n ast.Node) {
		if a, ok := n.(*ast.TypeAssertExpr); ok {
			if s, ok := a.X.(*ast.SelectorExpr); ok && s.Sel.Name == "State" {
				state = p.info.Types[a.Type].Type
			}
		}
	})
	return state
}

// archivedFields are those that functions use which have a *heap.Archive.
func (p *sourcePackage) archivedFields() map[*types.Var]bool {
	used := map[*types.Var]bool{}
	for _, f := range p.files {
		for _, d := range f.syntax.Decls {
			function, ok := d.(*ast.FuncDecl)
			if !ok || p.info == nil || !p.takesArchive(function) {
				continue
			}
			ast.Inspect(function, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok && p.info.Selections[s] != nil {
					if field, ok := p.info.Selections[s].Obj().(*types.Var); ok {
						used[field.Origin()] = true
					}
				}
				return true
			})
		}
	}
	return used
}

func (p *sourcePackage) takesArchive(f *ast.FuncDecl) bool {
	for _, parameter := range f.Type.Params.List {
		if strings.HasSuffix(types.TypeString(p.info.Types[parameter.Type].Type, nil), "/heap.Archive") {
			return true
		}
	}
	return false
}

// isOpen says that a struct of another package of ours has no secrets.
func isOpen(t *types.Named, s *types.Struct) bool {
	for i := range s.NumFields() {
		if !s.Field(i).Exported() {
			return false
		}
	}
	return t.Obj().Pkg() != nil && strings.HasPrefix(t.Obj().Pkg().Path(), modulePath+"/")
}

// eachField calls visit for the fields of all structs of the package that a type
// refers to, and of those of our other packages that have no secrets. It goes on
// behind a field for which visit returns true.
func (p *sourcePackage) eachField(t types.Type, visit func(of string, field *types.Var) bool) {
	seen := map[types.Type]bool{}
	var walk func(types.Type)
	walk = func(t types.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		switch t := t.(type) {
		case interface{ Elem() types.Type }: // a pointer, a list, a map
			walk(t.Elem())
		case *types.Named:
			s, ok := t.Underlying().(*types.Struct)
			if !ok {
				walk(t.Underlying())
			} else if t.Obj().Pkg() == p.types || isOpen(t, s) {
				for f := range s.Fields() {
					if visit(t.Obj().Name(), f) {
						walk(f.Type())
					}
				}
			}
		}
	}
	walk(t)
}
