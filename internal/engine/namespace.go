package engine

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// Namespace is what is known of the object that "import * as name" gives: its
// properties, which are bindings. A program that reads name.property reads the
// binding, without a look at the object.
type Namespace struct {
	members map[string]*Binding
	names   []string // of the members, in the order in which they were added
}

// NewNamespace returns a namespace without members.
func NewNamespace() *Namespace { return &Namespace{members: map[string]*Binding{}} }

// Member returns the binding of a property, a new one the first time.
func (n *Namespace) Member(name string) *Binding {
	b := n.members[name]
	if b == nil {
		b = &Binding{name: name}
		n.members[name] = b
		n.names = append(n.names, name)
	}
	return b
}

// Members returns the names of n's properties, in the order in which they were added.
func (n *Namespace) Members() []string { return n.names }

// SetNamespace makes b the namespace object v, whose properties are n's.
func (b *Binding) SetNamespace(v goja.Value, n *Namespace) {
	b.Set(v)
	b.namespace = n
}

// loadMember reads a property of a binding, as two instructions do: it stands in
// the place of the first, and goes on behind the second when it knows the
// property.
type loadMember struct {
	binding *Binding
	name    string
	callee  bool // a call follows, which takes the object too
	member  foundBinding
}

// foundBinding is a binding that an instruction found when it ran: it is no part of
// a compiled program.
type foundBinding struct{ *Binding }

func (l *loadMember) exec(vm unsafe.Pointer) {
	if l.member.Binding == nil && l.binding.namespace != nil {
		l.member.Binding = l.binding.namespace.members[l.name]
	}
	pc := at[int](vm, offsets.vmPC)
	if l.member.Binding == nil {
		push(vm, l.binding.read(vm))
		*pc++
		return
	}
	v := l.member.read(vm)
	if l.callee {
		push(vm, l.binding.value)
	}
	push(vm, v)
	*pc += 2
}

// member returns the instruction that reads b and what instruction next reads of
// it, or nil when next reads no property.
func (b *Binding) member(next slot) instruction {
	switch next.table {
	case offsets.getProp, offsets.getPropCallee:
		name := (*(*unistring.String)(next.data)).String()
		return &loadMember{binding: b, name: name, callee: next.table == offsets.getPropCallee}
	}
	return nil
}
