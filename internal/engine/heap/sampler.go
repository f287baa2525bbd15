package heap

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/ahead"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// samples makes one of each Go function that can be in a heap.
const samples = `
var resolve, never = new Promise(function (r) { resolve = r });
var o = { async m() { await never }, f() {} };
async function a() { try { for (var x of [1, 2]) { await never } } finally { } }
var arrow = async () => { await never };
a(); o.m(); arrow();
function* G(o, b) { try { for (var k in o) { for (var q of b) yield [k, q] } } finally { } }
class C { #p = 1; async m() { await never } *g() { yield 1 } }
class D extends C { async m() { await super.m() } }
new D().m();
var it = [G({ a: 1, b: 2 }, new Map([[1, 2]])), G([1, 2], new Set([1])), G('str', 'str'), G([1,,2], [1].values()), G(new Uint8Array(2), [1]),
	G((function (a) { return arguments })(1), [1]), G(new Proxy({a: 1}, {}), [1]), (function* () { yield* [1, 2] })(), new C().g(), o.m.call(o)];
for (var g of it) if (g.next) g.next();
var then = [never.finally(function () { }), never.then(() => 1, function () { return 2 }), never.then(o.f), never.then(a), never.then(arrow), never.then(C), never.then(new D().m),
	Promise.resolve(1).then(() => 1), Promise.resolve({ then() { } }), never.then(parseInt), never.then(o.f.bind(o)), Promise.resolve(1).finally(() => never), Promise.reject(1).finally(() => never).catch(() => { }),
	Promise.all([never, never]), Promise.allSettled([never, never]), Promise.any([never, never]), Promise.race([never]), never.then(new Proxy(o.f, {})), never.then(G)];
var more = [new Proxy(function () { }, {}), function () { }.bind(), new Proxy(arrow, {}), new Proxy(G, {}), new Proxy(a, {}), new Proxy(D, {}), new Proxy(parseInt, {}), new Proxy(Map, {}), o.f.bind(o, 1), C.bind(null), (() => 1).bind(), Proxy.revocable({}, {}), new Proxy(o.f, {}), new Proxy(C, {}), o, C, a, arrow, G];
`

// knownClosures finds out, once, where the code of goja's functions is: it writes
// the samples and looks what it meets. Then it checks that functions captured
// what they should have. It is asked when a heap has such a function.
func knownClosures() (*closures, error) {
	found := closuresAhead().Get()
	return found.closures, found.err
}

// closuresAhead begins with that, while a realm is made.
var closuresAhead = sync.OnceValue(func() *ahead.Value[foundClosures] {
	return ahead.Start(&ahead.Queue{}, func() foundClosures {
		c, err := findClosures()
		return foundClosures{c, err}
	})
})

type foundClosures struct {
	*closures
	err error
}

func findClosures() (*closures, error) {
	w, err := writeSamples()
	if err != nil {
		return nil, fmt.Errorf("samples of a heap: %w", err)
	}
	c := &closures{byName: map[string]closure{}, byCode: map[uintptr]string{}}
	for _, codec := range w.functions {
		c.add(codec)
	}
	c.addMethods()
	return c, nil
}

// writeSamples returns a Writer that wrote the samples.
func writeSamples() (*Writer, error) {
	rt := goja.New()
	r, err := newRealm(rt)
	if err != nil {
		return nil, err
	}
	p, err := goja.Compile("samples", samples, false)
	if err != nil {
		return nil, err
	}
	if err = r.Source("samples", &engine.Module{Program: p}); err != nil {
		return nil, err
	}
	// In a call from JavaScript goja does not run the jobs, which stay to be seen.
	jobs := layout.At[[]func()](unsafe.Pointer(rt), r.runtimeJobs)
	var queued []func()
	rt.Set("look", func(goja.FunctionCall) goja.Value {
		_, err = rt.RunProgram(p)
		queued = append(queued, *jobs...)
		return nil
	})
	if _, failed := rt.RunString("look()"); failed != nil || err != nil {
		return nil, errors.Join(failed, err)
	}
	rt.GlobalObject().Delete("look")
	w := r.NewWriter()
	for _, job := range queued {
		w.Job(job)
	}
	_, err = w.Finish()
	return w, err
}

func (c *closures) add(f *codec) {
	var captured []reflect.Type
	for i := 1; i < f.of.NumField(); i++ {
		captured = append(captured, f.of.Field(i).Type)
	}
	c.byName[strings.TrimPrefix(f.name, functionKind)] = closure{f.code, captured, f.signature}
}
