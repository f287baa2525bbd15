package heap

import (
	"fmt"
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// Realm knows what a runtime has before a program runs, by name. Two runtimes
// that were set up in the same way have realms with the same names.
type Realm struct {
	*facts
	rt *goja.Runtime

	objects  []named
	byObject table
	byName   map[string]int
	natives  map[unsafe.Pointer]nativeName
	symbols  map[*goja.Symbol]string // well-known

	sources  []source
	byID     map[string]int
	byFile   map[*file.File]int
	programs map[*goja.Program]programName
	writers  int                             // how many there were
	places   map[unsafe.Pointer]templateName // of arrays that templates are made of

	coders    map[reflect.Type]*coder
	scope     *coder
	codecs    []*codec
	byType    map[reflect.Type]*codec
	byTable   map[unsafe.Pointer]*codec
	byCode    map[uintptr]*codec
	functions map[string]*codec
	known     func() (*closures, error)          // nil while they are being found out
	kinds     map[unsafe.Pointer]*implementation // by interface table
	slabs     stateSlabs
	resolve   func(id string) (Code, error)
	host      Sources
	hosts     map[reflect.Type]*host
	hostNames map[string]*host
	jobs      map[string]func()
	jobNames  map[unsafe.Pointer]string

	watched bool    // see Watch
	phase   *Writer // that goes on, or nil
}

// named is an object with a name.
type named struct {
	name   string
	object *goja.Object
	was    state
}

// nativeName is where the Go function of a native is found.
type nativeName struct {
	object int
	field  uintptr
}

// wellKnownSymbols are the same in all runtimes.
var wellKnownSymbols = []*goja.Symbol{
	goja.SymHasInstance, goja.SymIsConcatSpreadable, goja.SymIterator, goja.SymMatch, goja.SymMatchAll, goja.SymReplace,
	goja.SymSearch, goja.SymSpecies, goja.SymSplit, goja.SymToPrimitive, goja.SymToStringTag, goja.SymUnscopables,
}

// NewRealm names what rt has. It must be called before anything runs in rt, and
// before the host adds anything. An error is a *layout.Error.
func NewRealm(rt *goja.Runtime) (*Realm, error) {
	closuresAhead()
	r, err := newRealm(rt)
	if err != nil {
		return nil, err
	}
	r.known = knownClosures
	return r, nil
}

func newRealm(rt *goja.Runtime) (*Realm, error) {
	f, err := known()
	if err != nil {
		return nil, err
	}
	r := &Realm{
		facts: f, rt: rt, byName: map[string]int{}, natives: map[unsafe.Pointer]nativeName{}, symbols: map[*goja.Symbol]string{},
		byID: map[string]int{}, byFile: map[*file.File]int{}, programs: map[*goja.Program]programName{}, places: map[unsafe.Pointer]templateName{},
		coders: map[reflect.Type]*coder{}, byType: map[reflect.Type]*codec{}, byTable: map[unsafe.Pointer]*codec{}, byCode: map[uintptr]*codec{}, functions: map[string]*codec{},
		hosts: map[reflect.Type]*host{}, hostNames: map[string]*host{}, kinds: map[unsafe.Pointer]*implementation{},
	}
	for _, s := range wellKnownSymbols {
		r.symbols[s] = s.String()
	}
	return r, r.nameIntrinsics()
}

// Name gives an object of the host's a name: it is in the other runtime too,
// under the same name. What the object refers to gets none.
func (r *Realm) Name(o *goja.Object, name string) error {
	if _, taken := r.byName[name]; taken {
		return fmt.Errorf("two objects of a heap are called %q", name)
	}
	if e := r.byObject.find(unsafe.Pointer(o)); e != nil {
		return nil // an intrinsic
	}
	r.add(o, name)
	return nil
}

func (r *Realm) add(o *goja.Object, name string) {
	number := len(r.objects)
	r.byObject.fill(r.byObject.entry(unsafe.Pointer(o)), unsafe.Pointer(o), uint32(number), 0)
	r.byName[name] = number
	r.objects = append(r.objects, named{name: name, object: o, was: r.stateOf(o)})
	r.addNatives(number)
}

// addNatives makes the Go functions of an object known.
func (r *Realm) addNatives(number int) {
	o := r.objects[number].object
	for _, n := range r.implementationOf(o).natives {
		if f := *layout.At[unsafe.Pointer](r.self(o).Data, n.offset); f != nil {
			if _, shared := r.natives[f]; !shared {
				r.natives[f] = nativeName{number, n.offset}
			}
		}
	}
}

// replaced looks for a Go function among those that objects have now: hosts
// replace what builtins run.
func (r *Realm) replaced(f unsafe.Pointer) (n nativeName, ok bool) {
	for number := range r.objects {
		r.addNatives(number)
	}
	n, ok = r.natives[f]
	return n, ok
}

// wellKnown returns the symbol that every runtime has under a name.
func (r *Realm) wellKnown(name string) *goja.Symbol {
	for _, s := range wellKnownSymbols {
		if s.String() == name {
			return s
		}
	}
	return nil
}
