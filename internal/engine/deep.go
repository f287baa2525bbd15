package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// Deep says whether arrays (and plain objects, unless onlyArrays) nest deeper than
// limit below v, as far as their own data properties show, without coming back to
// one of them: then a function of goja's that calls itself for each of them would
// use up Go's stack, which ends the process. It calls nothing of the program.
func Deep(v goja.Value, limit int, onlyArrays bool) bool {
	d := descentOfData{limit: limit, onlyArrays: onlyArrays, budget: treeBudget}
	if deep, done := d.run(v); done {
		return deep
	}
	// Many parts, or the same ones many times: from now on each counts once.
	d.seen, d.path = map[*goja.Object]bool{}, d.path[:0]
	deep, _ := d.run(v)
	return deep
}

// treeBudget is how many objects are looked at without remembering them.
const treeBudget = 10_000

// descentOfData goes down a structure.
type descentOfData struct {
	limit      int
	onlyArrays bool
	budget     int
	seen       map[*goja.Object]bool // nil: objects are not remembered
	path       []dataStep
}

// dataStep is an object on the path, and what is still to be looked at in it.
type dataStep struct {
	object *goja.Object
	list   []goja.Value // of an array
	names  []unistring.String
	values map[unistring.String]goja.Value
}

// run goes down from v. done is false when the budget is used up.
func (d *descentOfData) run(v goja.Value) (deep, done bool) {
	d.enter(v)
	for len(d.path) > 0 {
		if len(d.path) > d.limit {
			return !d.circular() && !d.converts(), true
		}
		if d.budget < 0 && d.seen == nil {
			return false, false
		}
		switch top := &d.path[len(d.path)-1]; {
		case len(top.list) > 0:
			next := top.list[0]
			top.list = top.list[1:]
			d.enter(next)
		case len(top.names) > 0:
			next := top.values[top.names[0]]
			top.names = top.names[1:]
			d.enter(next)
		default:
			d.path = d.path[:len(d.path)-1]
		}
	}
	return false, true
}

// enter adds v to the path when it may have parts.
func (d *descentOfData) enter(v goja.Value) {
	o, ok := v.(*goja.Object)
	if !ok || d.seen[o] {
		return
	}
	self, step := selfOf(o), dataStep{object: o}
	switch self.table {
	case deepLayout.array:
		step.list = *at[[]goja.Value](self.data, deepLayout.arrayValues)
	case methods.baseTable:
		if d.onlyArrays {
			return
		}
		step.names = *at[[]unistring.String](self.data, stackLayout.basePropNames)
		step.values = *at[map[unistring.String]goja.Value](self.data, deepLayout.baseValues)
	default:
		return
	}
	d.budget--
	if d.seen != nil {
		d.seen[o] = true
	}
	d.path = append(d.path, step)
}

// circular says that an object is on the path twice.
func (d *descentOfData) circular() bool {
	on := make(map[*goja.Object]bool, len(d.path))
	for _, step := range d.path {
		if on[step.object] {
			return true
		}
		on[step.object] = true
	}
	return false
}

// converts says that an object on the path has a method toJSON, and so that not
// its own parts count.
func (d *descentOfData) converts() bool {
	for _, step := range d.path {
		for o := step.object; !d.onlyArrays && o != nil && !isProxy(o); o = o.Prototype() {
			if _, ok := ownData(o, "toJSON").(*goja.Object); ok {
				return true
			}
		}
	}
	return false
}

// ProxyChain returns how many proxies stand one behind the other, from v on, as
// targets; it stops counting beyond limit.
func ProxyChain(v goja.Value, limit int) int {
	length := 0
	for length <= limit {
		o, ok := v.(*goja.Object)
		if !ok || o == nil || !isProxy(o) {
			break
		}
		length++
		v = *at[*goja.Object](selfOf(o).data, deepLayout.proxyTarget)
	}
	return length
}

// deepLayout is where goja keeps the parts of arrays, objects and proxies.
var deepLayout struct {
	array                                unsafe.Pointer // interface table
	arrayValues, baseValues, proxyTarget uintptr
}

func (l *layoutReader) readParts(rt *goja.Runtime) {
	o := &deepLayout
	array := rt.NewArray()
	o.array = selfOf(array).table
	o.arrayValues = l.Offset(l.selfType(array, "*goja.arrayObject"), "values", "[]goja.Value")
	o.baseValues = l.Offset(l.selfType(rt.NewObject(), "*goja.baseObject"), "values", "map[unistring.String]goja.Value")
	proxy := l.Pointee(reflect.TypeFor[goja.Proxy](), "proxy", "*goja.proxyObject")
	o.proxyTarget = l.Offset(proxy, "target", "*goja.Object")
}
