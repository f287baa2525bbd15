package engine

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// Binding is a name that a program reads from another module: an import. Until
// it is bound it is in its temporal dead zone, and it can never be assigned.
type Binding struct {
	name    string
	scope   unsafe.Pointer // the stash that holds the variable; nil: see value
	index   uint32         // in the stash
	lexical bool           // let, const or class: empty means not initialised
	value   goja.Value     // when there is no scope
	used    bool           // the program reads it

	namespace *Namespace // what value is, when that is known
}

// bindings returns the bindings of u's foreign names.
func (u *Unit) bindings() map[string]*Binding {
	bindings := make(map[string]*Binding, len(u.Foreign))
	for _, name := range u.Foreign {
		if bindings[name] = u.Bindings[name]; bindings[name] == nil {
			bindings[name] = &Binding{name: name}
		}
	}
	return bindings
}

// Set makes v what b reads.
func (b *Binding) Set(v goja.Value) { b.scope, b.value = nil, v }

// SetVariable makes b read what getter reads: "() => name" of the module that
// exports the name. b then costs what a captured variable costs.
func (b *Binding) SetVariable(getter *goja.Object) {
	scope, load, ok := variableOf(getter)
	if !ok {
		panic(&LayoutError{Field: "arrowFuncObject", Reason: "a getter of " + b.name + " reads no variable"})
	}
	b.scope, b.value, b.index, b.lexical = scope, nil, load.index, load.lexical
}

// BindingState is what a Binding reads, for snapshots.
type BindingState struct {
	// Scope is the goja.stash that holds the variable; nil when it is a value.
	Scope   unsafe.Pointer
	Index   uint32
	Lexical bool
	Value   goja.Value
	// Namespace is that of the value.
	Namespace *Namespace
}

// State returns what b reads.
func (b *Binding) State() BindingState {
	return BindingState{b.scope, b.index, b.lexical, b.value, b.namespace}
}

// SetState makes b read what another binding read.
func (b *Binding) SetState(s BindingState) {
	b.scope, b.index, b.lexical, b.value, b.namespace = s.Scope, s.Index, s.Lexical, s.Value, s.Namespace
}

// Valid says that the scope, if there is one, has the variable.
func (b *Binding) Valid() bool {
	return b.scope == nil || int(b.index) < len(*at[[]goja.Value](b.scope, offsets.stashValues))
}

// NewBinding returns a binding that is in its dead zone; see Unit.Bindings.
func NewBinding(name string) *Binding { return &Binding{name: name} }

// read returns b's value. It throws while there is none.
func (b *Binding) read(vm unsafe.Pointer) goja.Value {
	if b.scope != nil {
		v := (*at[[]goja.Value](b.scope, offsets.stashValues))[b.index]
		if v == nil && !b.lexical {
			return goja.Undefined()
		}
		if v != nil {
			return v
		}
	}
	if b.value != nil {
		return b.value
	}
	panic(newError(runtimeOf(vm), "ReferenceError", "Cannot access '"+b.name+"' before initialization"))
}

// The instructions that read a binding, in the place of goja's for a name that
// no declaration binds: its value, and what a call takes (this and the value).
type (
	loadBinding       struct{ binding *Binding }
	loadBindingCallee struct{ binding *Binding }
	resolveBinding    struct{ binding *Binding }
)

func (l *loadBinding) exec(vm unsafe.Pointer) {
	push(vm, l.binding.read(vm))
	*at[int](vm, offsets.vmPC)++
}

func (l *loadBindingCallee) exec(vm unsafe.Pointer) {
	v := l.binding.read(vm)
	push(vm, goja.Undefined())
	push(vm, v)
	*at[int](vm, offsets.vmPC)++
}

func (l *resolveBinding) exec(vm unsafe.Pointer) {
	refs := at[[]reference](vm, offsets.vmRefStack)
	*refs = append(*refs, &bindingReference{vm, l.binding})
	*at[int](vm, offsets.vmPC)++
}

// reference has the shape of goja's unexported interface ref.
type reference interface {
	get() goja.Value
	init(v goja.Value)
	refname() unistring.String
	set(v goja.Value)
}

// bindingReference is the target of an assignment to a binding, which fails.
type bindingReference struct {
	vm      unsafe.Pointer
	binding *Binding
}

func (r *bindingReference) get() goja.Value           { return r.binding.read(r.vm) }
func (r *bindingReference) init(v goja.Value)         { r.set(v) }
func (r *bindingReference) refname() unistring.String { return unistring.NewFromString(r.binding.name) }
func (r *bindingReference) set(goja.Value) {
	panic(newError(runtimeOf(r.vm), "TypeError", "Assignment to constant variable."))
}

// push puts v on the stack of vm.
func push(vm unsafe.Pointer, v goja.Value) {
	stack, sp := at[[]goja.Value](vm, offsets.vmStack), at[int](vm, offsets.vmSP)
	for *sp >= len(*stack) {
		*stack = append(*stack, nil)
	}
	(*stack)[*sp] = v
	*sp++
}

// link puts instructions that read m's bindings into p, where it reads names
// that it does not declare.
func (m *Module) link(p *goja.Program) {
	if len(m.Bindings) == 0 {
		return
	}
	slots := code(p)
	for i, s := range slots {
		var replacement instruction
		switch s.table {
		case offsets.loadDynamic, offsets.loadDynamicRef:
			if *(*unistring.String)(s.data) == calleeName {
				replacement = loadCallee{}
			} else if b := m.binding(s); b != nil {
				replacement = &loadBinding{b}
				if i+1 < len(slots) {
					if member := b.member(slots[i+1]); member != nil {
						replacement = member
					}
				}
			}
		case offsets.loadDynamicCallee:
			if b := m.binding(s); b != nil {
				replacement = &loadBindingCallee{b}
			}
		case offsets.resolveStrict:
			if b := m.binding(s); b != nil {
				replacement = &resolveBinding{b}
			}
		}
		if replacement != nil {
			slots[i] = *(*slot)(unsafe.Pointer(&replacement))
		}
	}
}

// binding returns the binding of the name that instruction s loads, or nil.
func (m *Module) binding(s slot) *Binding {
	b := m.Bindings[(*(*unistring.String)(s.data)).String()]
	if b != nil {
		b.used = true
	}
	return b
}

// Used says that the program reads the name.
func (b *Binding) Used() bool { return b.used }

// BindAll makes all of m's foreign names read v.
func (m *Module) BindAll(v goja.Value) {
	for _, b := range m.Bindings {
		b.Set(v)
	}
}
