package heap

import (
	"reflect"
	"strconv"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/heapgraph"
)

// graphKinds are the kinds of objects by what implements them; others are objects.
var graphKinds = map[string]heapgraph.Kind{
	"arrayObject": heapgraph.Array, "sparseArrayObject": heapgraph.Array, "taggedTemplateArray": heapgraph.Array, "templatedArrayObject": heapgraph.Array,
	"mapObject": heapgraph.Map, "weakMapObject": heapgraph.Map, "setObject": heapgraph.Set, "weakSetObject": heapgraph.Set,
	"Promise": heapgraph.Promise, "generatorObject": heapgraph.Generator, "regexpObject": heapgraph.RegExp, "proxyObject": heapgraph.Proxy,
	"arrayBufferObject": heapgraph.Buffer, "typedArrayObject": heapgraph.Buffer, "dataViewObject": heapgraph.Buffer,
}

// graphNames are what objects are called that no constructor makes.
var graphNames = map[string]string{
	"generatorObject": "Generator", "mapIterObject": "Map Iterator", "setIterObject": "Set Iterator", "arrayIterObject": "Array Iterator",
	"stringIterObject": "String Iterator", "regExpStringIterObject": "RegExp String Iterator", "argumentsObject": "Arguments", "proxyObject": "Proxy",
}

// object adds an edge to an object.
func (w *walk) object(kind heapgraph.EdgeKind, label string, o *goja.Object) {
	if o != nil {
		w.edge(kind, label, w.objectNode(o))
	}
}

// objectNode returns the node of an object.
func (w *walk) objectNode(o *goja.Object) heapgraph.Index {
	e := w.seen.entry(unsafe.Pointer(o))
	if e.pointer != nil {
		return heapgraph.Index(e.number)
	}
	i := heapgraph.Index(w.graph.Len())
	w.seen.fill(e, unsafe.Pointer(o), uint32(i), 0)
	if named := w.byObject.find(unsafe.Pointer(o)); named != nil {
		w.add(w.builtin(o, int(named.number)), unsafe.Pointer(o), w.builtinTracer(o, int(named.number)))
		return i
	}
	if codec, p := w.handlerOf(o); codec != nil {
		w.add(heapgraph.Node{Kind: heapgraph.Native, Name: hostName(codec.name), Size: allocated(codec.of.Size())}, unsafe.Pointer(o),
			&tracer{object: true, visit: func(w *walk, _ unsafe.Pointer) { w.lookAtHost(w.hosts[codec.of], p) }})
		return i
	}
	t := w.objectTracer(o)
	node := heapgraph.Node{Kind: t.kind, Name: t.name, Size: t.size}
	if !t.object {
		node.Kind = heapgraph.Native
	} else if node.Name == "" {
		node.Name = w.className(o)
	}
	if t.kind == heapgraph.Function {
		node.Name = w.functionName(o)
	}
	w.add(node, unsafe.Pointer(o), t)
	return i
}

// builtin returns the node of an object that has a name.
func (w *walk) builtin(o *goja.Object, number int) heapgraph.Node {
	name := strings.Trim(w.objects[number].name, "%")
	kind := heapgraph.Object
	if t := w.selfType(o); t.Kind() == reflect.Pointer && beginsWith(t.Elem(), own("baseFuncObject")) {
		kind = heapgraph.Function
	}
	return heapgraph.Node{Kind: kind, Owner: heapgraph.Engine, Name: name}
}

// builtinTracer returns how a builtin is looked at: what is new in it. The global
// object's properties are those of a root.
func (w *walk) builtinTracer(o *goja.Object, number int) *tracer {
	if o == w.rt.GlobalObject() {
		return nil
	}
	return &tracer{visit: func(w *walk, _ unsafe.Pointer) { w.changes(o, &w.objects[number].was, func(string, goja.Value) {}) }}
}

// objectTracer returns how objects are looked at that are implemented like o.
func (w *walk) objectTracer(o *goja.Object) *tracer {
	of := w.selfType(o)
	if of.Kind() != reflect.Pointer || !beginsWith(of.Elem(), w.baseType) && of.Elem() != own("taggedTemplateArray") {
		return &tracer{name: of.String(), size: allocated(objectSize)} // nothing is known of it
	}
	t := w.tracers[of]
	if t == nil {
		t = w.newObjectTracer(of.Elem())
		w.tracers[of] = t
	}
	return t
}

func (w *walk) newObjectTracer(of reflect.Type) *tracer {
	kind, known := graphKinds[strings.TrimPrefix(of.String(), "goja.")]
	switch {
	case known:
	case beginsWith(of, own("baseFuncObject")):
		kind = heapgraph.Function
	default:
		kind = heapgraph.Object
	}
	t := &tracer{kind: kind, name: graphNames[strings.TrimPrefix(of.String(), "goja.")], size: allocated(objectSize) + allocated(of.Size()), inside: of.Size(), object: true}
	if of == own("taggedTemplateArray") {
		inner := w.newObjectTracer(own("arrayObject"))
		t.size += inner.size - allocated(objectSize)
		t.visit = func(w *walk, o unsafe.Pointer) {
			w.owner, w.size = *(*unsafe.Pointer)(w.self((*goja.Object)(o)).Data), inner.inside
			w.arrayAt(w.owner)
		}
		return t
	}
	rest := w.ownFields(of)
	t.visit = func(w *walk, o unsafe.Pointer) {
		p := w.self((*goja.Object)(o)).Data
		w.owner = p
		rest(w, p, "")
	}
	return t
}

// ownFields returns how an object is looked at: what all objects have, and what
// its kind has.
func (w *walk) ownFields(of reflect.Type) lookAt {
	switch {
	case of == own("arrayObject"):
		return func(w *walk, p unsafe.Pointer, _ string) { w.arrayAt(p) }
	case of == own("sparseArrayObject"):
		return func(w *walk, p unsafe.Pointer, _ string) { w.sparseAt(p, of) }
	}
	function := beginsWith(of, own("baseJsFuncObject"))
	var fields lookAt
	if of != w.baseType {
		fields = w.fields(of)
	}
	return func(w *walk, p unsafe.Pointer, _ string) {
		w.baseAt(p, "")
		if function {
			w.functionAt(p)
		}
		if fields != nil {
			fields(w, p, "")
		}
	}
}

// baseAt adds what a goja.baseObject has, but not the property without.
func (w *walk) baseAt(p unsafe.Pointer, without unistring.String) {
	b := &w.facts.base
	names, values := w.properties(p)
	if values != nil {
		w.grow(mapSize(len(values), 2*valueSize))
	}
	w.grow(allocated(uintptr(cap(names)) * valueSize))
	for _, name := range names {
		if name != without || without == "" {
			w.namedProperty(name, values[name])
		}
	}
	if symbols := *at[unsafe.Pointer](p, b.symbols); symbols != nil {
		w.mapEntries(symbols, false)
		w.entries(symbols, func(_ unsafe.Pointer, key, value goja.Value) {
			if s, ok := key.(*goja.Symbol); ok {
				w.value(heapgraph.Property, symbolLabel(s), value)
			}
		})
	}
	if members := *at[map[unsafe.Pointer]unsafe.Pointer](p, b.private); len(members) > 0 {
		w.grow(mapSize(len(members), 2*unsafe.Sizeof(p)))
		w.private = append(w.private, privateHolder{node: w.open, members: members})
	}
	w.object(heapgraph.Slot, "[[Prototype]]", *at[*goja.Object](p, b.prototype))
}

// namedProperty adds a property, or an element if its name is an index.
func (w *walk) namedProperty(name unistring.String, v goja.Value) {
	text := nameText(name)
	if len(text) < 10 && text != "" && text[0] >= '0' && text[0] <= '9' && (text[0] != '0' || text == "0") {
		if n, err := strconv.ParseUint(text, 10, 32); err == nil {
			w.element(uint32(n), v)
			return
		}
	}
	w.value(heapgraph.Property, text, v)
}

func (w *walk) arrayAt(p unsafe.Pointer) {
	values, _ := reflect.NewAt(own("arrayObject"), p).Elem().Type().FieldByName("values")
	list := *at[[]goja.Value](p, values.Offset)
	w.grow(allocated(uintptr(cap(list)) * valueSize))
	for i, v := range list {
		w.element(uint32(i), v)
	}
	w.edge(heapgraph.Property, "length", w.graph.Number(float64(*at[uint32](p, w.where.arrayLength))))
	w.baseAt(p, "length")
}

func (w *walk) sparseAt(p unsafe.Pointer, of reflect.Type) {
	f, _ := of.FieldByName("items")
	items := reflect.NewAt(f.Type, unsafe.Add(p, f.Offset)).Elem()
	index, ok := f.Type.Elem().FieldByName("idx")
	value, ok2 := f.Type.Elem().FieldByName("value")
	w.grow(allocated(uintptr(items.Cap()) * f.Type.Elem().Size()))
	for i := range items.Len() {
		if ok && ok2 {
			item := unsafe.Pointer(items.Index(i).UnsafeAddr())
			w.element(*at[uint32](item, index.Offset), *at[goja.Value](item, value.Offset))
		}
	}
	w.edge(heapgraph.Property, "length", w.graph.Number(float64(*at[uint32](p, w.where.sparseLength))))
	w.baseAt(p, "length")
}

// functionAt adds what a function of JavaScript has.
func (w *walk) functionAt(p unsafe.Pointer) {
	program := *at[*goja.Program](p, w.where.functionProgram)
	scope := *at[unsafe.Pointer](p, w.where.functionStash)
	var private []engine.PrivateMember
	if program != nil {
		names := w.scopes.program(program)
		w.learn(names.Outer, scope)
		private = names.Private
	}
	w.code(program, *at[string](p, w.where.functionText))
	w.scope("[[Scope]]", scope)
	w.privateScope(*at[unsafe.Pointer](p, w.where.functionPrivate), private)
}

// changes adds what a program did to a builtin. What it has itself are builtins,
// too, and everybody knows it. added
// is called for each property.
func (w *walk) changes(o *goja.Object, was *state, added func(name string, v goja.Value)) {
	t := w.selfType(o)
	if t.Kind() != reflect.Pointer || !beginsWith(t.Elem(), w.baseType) {
		return
	}
	p := w.self(o).Data
	before := make(map[unistring.String]goja.Value, len(was.names))
	for i, name := range was.names {
		before[name] = was.values[i]
	}
	names, values := w.properties(p)
	for _, name := range names {
		if old, there := before[name]; !there || slotOf(old) != slotOf(values[name]) {
			w.namedProperty(name, values[name])
			added(string(name), values[name])
		}
	}
	old := map[goja.Value]bool{}
	for _, key := range was.symbols {
		old[key] = true
	}
	w.entries(*at[unsafe.Pointer](p, w.facts.base.symbols), func(_ unsafe.Pointer, key, value goja.Value) {
		if s, ok := key.(*goja.Symbol); ok && !old[key] {
			w.value(heapgraph.Property, symbolLabel(s), value)
		}
	})
}

// hosted adds an edge to a struct of a registered type.
func (w *walk) hosted(label string, p unsafe.Pointer, h *host) {
	switch {
	case p == nil:
	case h.dynamic != nil:
		w.object(heapgraph.Slot, label, h.dynamic(p).Object())
	default:
		w.pointer(heapgraph.Slot, label, p, w.hostTracer(h))
	}
}

// hostName is what a thing of a registered type is called: "Timer".
func hostName(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// lookAtHost adds the edges of a struct of a registered type, which its archive
// function names.
func (w *walk) lookAtHost(h *host, p unsafe.Pointer) {
	w.label = "held"
	h.look(w, p)
}

func (w *walk) hostTracer(h *host) *tracer {
	t := w.tracers[h.of]
	if t == nil {
		t = &tracer{kind: heapgraph.Native, name: hostName(h.name), size: allocated(h.of.Size()), visit: func(w *walk, p unsafe.Pointer) { w.lookAtHost(h, p) }}
		w.tracers[h.of] = t
	}
	return t
}

// archived adds an edge to what a state of Go refers to.
func (w *walk) archived(v goja.Value) { w.value(heapgraph.Slot, w.label, v) }

func (w *walk) archivedSymbol(s *goja.Symbol) {
	if s != nil {
		w.edge(heapgraph.Slot, w.label, w.symbol(s))
	}
}
