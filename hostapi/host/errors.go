package host

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/dop251/goja"
)

// TypeError returns a TypeError with a code, to be thrown with panic.
func (e *Env) TypeError(code, message string) *goja.Object {
	return e.newError("TypeError", code, message)
}

// RangeError returns a RangeError with a code, to be thrown with panic.
func (e *Env) RangeError(code, message string) *goja.Object {
	return e.newError("RangeError", code, message)
}

// Error returns an Error with a code, to be thrown with panic.
func (e *Env) Error(code, message string) *goja.Object { return e.newError("Error", code, message) }

func (e *Env) newError(class, code, message string) *goja.Object {
	o, err := e.RT.New(e.Loop.Intrinsic(class), e.RT.ToValue(message))
	if err != nil {
		panic(err)
	}
	if code != "" {
		// The first line of a stack is written when it is first asked for,
		// from the name of that moment: Node's shows the code.
		e.Set(o, "name", class+" ["+code+"]")
		o.Get("stack")
		if err := o.Delete("name"); err != nil {
			panic(err)
		}
		e.Set(o, "code", code)
	}
	return o
}

func uvError(errno int32) UVError {
	known, ok := uvErrorByNumber()[errno]
	if !ok {
		return UVError{errno, "UNKNOWN", "unknown error"}
	}
	return known
}

// ErrnoText returns what libuv says of an error: "ENOENT: no such file or directory".
func ErrnoText(errno int32) string {
	known := uvError(errno)
	return known.Code + ": " + known.Message
}

// SystemError returns the error of a failed system call as Node shows it:
// "ENOENT: no such file or directory, open 'x'". paths are none, a path, or a
// path and where it was to lead.
func (e *Env) SystemError(errno int32, syscall string, paths ...string) *goja.Object {
	known := uvError(errno)
	message := known.Code + ": " + known.Message + ", " + syscall
	if len(paths) > 0 {
		message += " '" + strings.Join(paths, "' -> '") + "'"
	}
	o := e.newError("Error", "", message)
	e.Set(o, "errno", errno)
	e.Set(o, "code", known.Code)
	e.Set(o, "syscall", syscall)
	for i, path := range paths[:min(len(paths), 2)] {
		e.Set(o, [...]string{"path", "dest"}[i], path)
	}
	return o
}

// Received names the type and value of an argument, as Node's argument errors
// do. It may run getters of an object's constructor.
func Received(v goja.Value) string {
	switch v := v.(type) {
	case nil:
		return "undefined"
	case goja.String:
		return "type string (" + quoted(v.String()) + ")"
	case *goja.Symbol:
		return "type symbol (Symbol(" + v.String() + "))"
	case *goja.Object:
		return receivedObject(v)
	}
	if goja.IsUndefined(v) || goja.IsNull(v) {
		return v.String()
	}
	switch v.Export().(type) {
	case bool:
		return "type boolean (" + v.String() + ")"
	case *big.Int:
		return "type bigint (" + v.String() + "n)"
	}
	return "type number (" + v.String() + ")"
}

func receivedObject(o *goja.Object) string {
	if _, ok := goja.AssertFunction(o); ok {
		return "function " + o.Get("name").String()
	}
	constructor, ok := o.Get("constructor").(*goja.Object)
	if !ok {
		return "[Object: null prototype] {}"
	}
	return "an instance of " + constructor.Get("name").String()
}

// quoted is a string as util.inspect shows it, cut to one short line.
func quoted(s string) string {
	if runes := []rune(s); len(runes) > 28 {
		s = string(runes[:25]) + "..."
	}
	if strings.Contains(s, "'") {
		return strconv.Quote(s)
	}
	return "'" + s + "'"
}
