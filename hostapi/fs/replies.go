package fs

import (
	"math/big"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

// reply reads the data of a reply and returns what JavaScript gets. args are
// the arguments that the native was called with.
type reply func(e *host.Env, args []goja.Value, data []byte) (goja.Value, error)

// nothing: an operation that only succeeds.
func nothing(_ *host.Env, _ []goja.Value, data []byte) (goja.Value, error) {
	if len(data) > 0 {
		return nil, loop.ErrWire
	}
	return goja.Undefined(), nil
}

// number: a descriptor or a count.
func number(e *host.Env, _ []goja.Value, data []byte) (goja.Value, error) {
	d := loop.Decode(data)
	n := d.Uint()
	return e.RT.ToValue(n), end(&d)
}

// end reports a reply that is malformed or longer than its fields.
func end(d *loop.Decoder) error {
	if d.More() {
		return loop.ErrWire
	}
	return d.Err()
}

// content: the bytes, as an ArrayBuffer that takes them over; as text when the
// last argument asks for it and they are valid UTF-8.
func content(e *host.Env, args []goja.Value, data []byte) (goja.Value, error) {
	if args[len(args)-1].ToBoolean() && utf8.Valid(data) {
		return e.RT.ToValue(string(data)), nil
	}
	return e.ArrayBuffer(data), nil
}

// filled: bytes that go into the caller's view; JavaScript gets their number.
// When the view has become smaller meanwhile, the rest of them is lost.
func filled(e *host.Env, args []goja.Value, data []byte) (goja.Value, error) {
	if offset := args[2].ToInteger(); len(data) > 0 {
		view, _ := host.Bytes(args[1])
		if uint64(len(data)) > uint64(args[3].ToInteger()) {
			return nil, loop.ErrWire
		}
		if offset < int64(len(view)) {
			copy(view[offset:], data)
		}
	}
	return e.RT.ToValue(len(data)), nil
}

// name: a path, as bytes when the last argument asks for them.
func name(e *host.Env, args []goja.Value, data []byte) (goja.Value, error) {
	return text(e, string(data), args[len(args)-1].ToBoolean()), nil
}

func text(e *host.Env, s string, asBytes bool) goja.Value {
	if asBytes {
		return e.ArrayBuffer([]byte(s))
	}
	return e.RT.ToValue(s)
}

// firstMade: a path, or undefined for "".
func firstMade(e *host.Env, _ []goja.Value, data []byte) (goja.Value, error) {
	if len(data) == 0 {
		return goja.Undefined(), nil
	}
	return e.RT.ToValue(string(data)), nil
}

// entries: for each directory [path, [name, …], [type, …]], all in one array.
// The last argument asks for names as bytes.
func entries(e *host.Env, args []goja.Value, data []byte) (goja.Value, error) {
	asBytes := args[len(args)-1].ToBoolean()
	d := loop.Decode(data)
	var groups []any
	for first := true; first || d.More(); first = false {
		dir, count := d.String(), d.Uint()
		// Every entry has two bytes at least: a wrong count makes no large array.
		if count > uint64(len(d.Rest())) {
			return nil, loop.ErrWire
		}
		names, types := make([]any, count), make([]any, count)
		for i := range names {
			names[i] = text(e, d.String(), asBytes)
			types[i] = d.Uint()
		}
		groups = append(groups, dir, e.RT.NewArray(names...), e.RT.NewArray(types...))
	}
	return e.RT.NewArray(groups...), end(&d)
}

// Numbers in the reply of stat: statFields of them, then seconds and
// nanoseconds of statTimes instants.
const (
	statFields = 10
	statTimes  = 4
)

// stat: an array of the fields, then of the times in milliseconds. With BigInts
// (the last argument) the times in nanoseconds follow.
func stat(e *host.Env, args []goja.Value, data []byte) (goja.Value, error) {
	d := loop.Decode(data)
	wide := args[len(args)-1].ToBoolean()
	values := make([]any, statFields+statTimes, statFields+2*statTimes)
	for i := range statFields {
		values[i] = whole(d.Uint(), wide)
	}
	for i := range statTimes {
		seconds, nanoseconds := d.Int(), d.Uint()
		if !wide {
			// The conversion keeps the product from being fused with the sum, which would
			// give other bits on some machines.
			values[statFields+i] = float64(float64(seconds)*1e3) + float64(nanoseconds)/1e6
			continue
		}
		ns := new(big.Int).Mul(big.NewInt(seconds), big.NewInt(1e9))
		ns.Add(ns, new(big.Int).SetUint64(nanoseconds))
		values[statFields+i] = new(big.Int).Quo(ns, big.NewInt(1e6))
		values = append(values, ns)
	}
	return e.RT.NewArray(values...), end(&d)
}

// statfs: an array of seven numbers.
func statfs(e *host.Env, args []goja.Value, data []byte) (goja.Value, error) {
	d := loop.Decode(data)
	values := make([]any, 7)
	for i := range values {
		values[i] = whole(d.Uint(), args[len(args)-1].ToBoolean())
	}
	return e.RT.NewArray(values...), end(&d)
}

// whole returns n as a number, or as a BigInt.
func whole(n uint64, wide bool) any {
	if wide {
		return new(big.Int).SetUint64(n)
	}
	if n > 1<<53 {
		return float64(n)
	}
	return int64(n)
}

// changed: a change that a watch saw, as [whether renamed, name]; undefined at
// the end of the watch.
func changed(e *host.Env, _ []goja.Value, data []byte) (goja.Value, error) {
	if len(data) == 0 {
		return goja.Undefined(), nil
	}
	d := loop.Decode(data)
	change := e.RT.NewArray(d.Bool(), d.String())
	return change, end(&d)
}
