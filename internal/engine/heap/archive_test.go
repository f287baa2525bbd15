package heap_test

import (
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

// ticket is the handler of an object; visit is a struct that several share.
type (
	ticket struct {
		dynamic engine.DynamicObject
		number  int32
		owner   *visit
	}
	visit struct {
		name  string
		value goja.Value
		next  *visit
	}
	desk struct {
		open   bool
		ratio  float64
		raw    []byte
		visits []*visit
		called engine.Function
		last   *ticket
		rest   any
	}
)

func (t *ticket) Get(key string) goja.Value {
	if key == "number" {
		return new(goja.Runtime).ToValue(t.number)
	}
	return nil
}
func (t *ticket) Set(string, goja.Value) bool { return false }
func (t *ticket) Has(key string) bool         { return key == "number" }
func (t *ticket) Delete(string) bool          { return false }
func (t *ticket) Keys() []string              { return []string{"number"} }

func (d *desk) archive(a *heap.Archive) {
	a.Bool(&d.open)
	a.Float(&d.ratio)
	a.Bytes(&d.raw)
	heap.Slice(a, &d.visits, func(v **visit) { heap.Ref(a, v) })
	a.Function(&d.called)
	heap.Ref(a, &d.last)
	a.Any(&d.rest)
}

func registerTickets(r *heap.Realm) {
	heap.Register(r, "visit", func(a *heap.Archive, v *visit) {
		heap.Text(a, &v.name)
		a.Value(&v.value)
		heap.Ref(a, &v.next)
	})
	heap.RegisterHandler(r, "ticket", func(t *ticket) *engine.DynamicObject { return &t.dynamic }, func(a *heap.Archive, t *ticket) {
		heap.Number(a, &t.number)
		heap.Ref(a, &t.owner)
	})
}

// TestArchive takes structs of the host's, which refer to each other and to the
// heap, to another runtime.
func TestArchive(t *testing.T) {
	w, other := newWorld(t, false), newWorld(t, false)
	registerTickets(w.realm)
	registerTickets(other.realm)
	source := `var box = {}; function next() { log(box.ticket.number, box.ticket === arguments[0], Object.getPrototypeOf(box.ticket).kind) }`
	p := w.load(source)
	other.load(source)
	w.run(p)

	prototype := w.rt.NewObject()
	prototype.Set("kind", "paper")
	first := &visit{name: "first", value: w.rt.Get("box")}
	first.next = first
	d := &desk{open: true, ratio: 0.5, raw: []byte{1, 2}, visits: []*visit{first, {name: "second"}, nil}, last: &ticket{number: -7, owner: first}}
	d.last.dynamic.Init(d.last, prototype)
	d.rest = d.visits[1]
	d.called, _ = engine.FunctionOf(w.rt.Get("next"))
	w.rt.Get("box").(*goja.Object).Set("ticket", d.last.dynamic.Object())

	writer := w.realm.NewWriter()
	writer.State("desk", d.archive)
	data, err := writer.Finish()
	if err != nil {
		t.Fatal(err)
	}
	var got desk
	if _, err := other.realm.Read(data, got.archive); err != nil {
		t.Fatal(err)
	}
	if !got.open || got.ratio != 0.5 || string(got.raw) != "\x01\x02" || len(got.visits) != 3 || got.visits[2] != nil {
		t.Fatalf("the desk is %+v", got)
	}
	if v := got.visits[0]; v.name != "first" || v.next != v || v != got.last.owner || v.value != other.rt.Get("box") || got.rest != any(got.visits[1]) {
		t.Errorf("the visits are not connected as before: %+v", v)
	}
	if err := got.called.Call(goja.Undefined(), []goja.Value{got.last.dynamic.Object()}); err != nil {
		t.Fatal(err)
	}
	if log := strings.TrimSpace(other.out.String()); log != "-7 true paper" {
		t.Errorf("the other runtime says %q", log)
	}
	again := other.realm.NewWriter()
	again.State("desk", got.archive)
	if second, err := again.Finish(); err != nil || string(second) != string(data) {
		t.Errorf("captured again, the desk is different (%v)", err)
	}
	if _, err := newWorld(t, false).realm.Read(data); err == nil {
		t.Error("a heap with states was read without")
	}
}
