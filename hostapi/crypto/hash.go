package crypto

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/digest"
)

// hashSize(name) returns the length of a hash function's digests, negative
// when they can have any other too; undefined when there is no such function.
func hashSize(e *host.Env, c goja.FunctionCall) goja.Value {
	size, extendable := digest.Size(c.Argument(0).String())
	switch {
	case size == 0:
		return goja.Undefined()
	case extendable:
		size = -size
	}
	return e.RT.ToValue(size)
}

// hashStart(name) returns the state of a hash without input.
func hashStart(e *host.Env, c goja.FunctionCall) goja.Value {
	s, ok := digest.Start(c.Argument(0).String())
	if !ok {
		return goja.Undefined()
	}
	return e.ArrayBuffer(s)
}

// hashAdd(name, state, data) returns the state with more input. It is the same
// ArrayBuffer when it still fits.
func hashAdd(e *host.Env, c goja.FunctionCall) goja.Value {
	s := bytes(e, c.Argument(1))
	after, err := digest.Add(c.Argument(0).String(), s, bytes(e, c.Argument(2)))
	fail(e, err)
	if len(after) != len(s) {
		return e.ArrayBuffer(after)
	}
	copy(s, after)
	return c.Argument(1)
}

// hashSum(name, state, length) returns the digest; a negative length is the
// usual one.
func hashSum(e *host.Env, c goja.FunctionCall) goja.Value {
	sum, err := digest.Sum(c.Argument(0).String(), bytes(e, c.Argument(1)), number(c.Argument(2)))
	fail(e, err)
	return e.ArrayBuffer(sum)
}

// hmacStart(name, key) returns the states of the inner and the outer hash.
func hmacStart(e *host.Env, c goja.FunctionCall) goja.Value {
	inner, outer, ok := digest.StartHMAC(c.Argument(0).String(), bytes(e, c.Argument(1)))
	if !ok {
		return goja.Undefined()
	}
	return e.RT.NewArray(e.ArrayBuffer(inner), e.ArrayBuffer(outer))
}
