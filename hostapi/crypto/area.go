// Package crypto is the Node module 'crypto' as far as it needs no keys in
// pairs: hashes, message authentication codes, derived keys, random numbers,
// AES, and the part of Web Cryptography that is built on them.
//
// The model: natives are pure functions of bytes. A hash or a cipher that
// takes its input in pieces has a state of a few hundred bytes, which lies in
// an ArrayBuffer of its JavaScript object; nothing is kept here. Random bytes
// come from the tape. What Node does in its thread pool is an op: the
// derivation of a key is slow by design and is computed off the loop.
//
// Invariant: JavaScript checks all arguments; a native that is given something
// else fails with ERR_INTERNAL_ASSERTION.
package crypto

import (
	"crypto/subtle"
	"embed"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: "crypto", Lib: lib, Deliveries: []*loop.Delivery{result, host.WorkDone}, Natives: []host.Native{
		{Name: "hashSize", Length: 1, Fn: hashSize},
		{Name: "hashStart", Length: 1, Fn: hashStart},
		{Name: "hashAdd", Length: 3, Fn: hashAdd},
		{Name: "hashSum", Length: 3, Fn: hashSum},
		{Name: "hmacStart", Length: 2, Fn: hmacStart},
		{Name: "derive", Length: 10, Fn: derive},
		{Name: "randomBytes", Length: 2, Fn: randomBytes},
		{Name: "work", Length: 1, Fn: host.Work},
		{Name: "isEqual", Length: 2, Fn: isEqual},
		{Name: "cipherStart", Length: 4, Fn: cipherStart},
		{Name: "cipherAuthenticate", Length: 2, Fn: cipherAuthenticate},
		{Name: "cipherAdd", Length: 3, Fn: cipherAdd},
		{Name: "cipherEnd", Length: 2, Fn: cipherEnd},
		{Name: "cipherTag", Length: 1, Fn: cipherTag},
	}}
}

// bytes returns an argument that JavaScript has made bytes.
func bytes(e *host.Env, v goja.Value) []byte {
	b, ok := host.Bytes(v)
	if !ok {
		panic(e.Error("ERR_INTERNAL_ASSERTION", "not bytes: "+host.Received(v)))
	}
	return b
}

// number returns an argument that JavaScript has made an integer.
func number(v goja.Value) int { return int(v.ToInteger()) }

// fail throws an error that a program cannot cause.
func fail(e *host.Env, err error) {
	if err != nil {
		panic(e.Error("ERR_INTERNAL_ASSERTION", err.Error()))
	}
}

var result = &loop.Delivery{Name: "crypto.result", Make: deliver}

// deliver makes the arguments of an op's callback: (error), or (null, bytes).
func deliver(l *loop.Loop, op *loop.Op, r loop.Reply) []goja.Value {
	e := &host.Env{Loop: l, RT: l.Runtime()}
	if r.Errno != 0 {
		return []goja.Value{e.SystemError(r.Errno, op.Request.String())}
	}
	return []goja.Value{goja.Null(), e.ArrayBuffer(r.Data)}
}

// start begins an op whose callback gets bytes.
func start(e *host.Env, kind loop.Kind, args []byte, callback goja.Value) goja.Value {
	e.Loop.Start(&loop.Op{Request: kind, Callback: e.Callable(callback, "callback"), Deliver: result}, args)
	return goja.Undefined()
}

// randomBytes(size, callback) returns an ArrayBuffer of bytes from the
// operating system, or passes it to the callback.
func randomBytes(e *host.Env, c goja.FunctionCall) goja.Value {
	var args loop.Encoder
	args.Uint(uint64(c.Argument(0).ToInteger()))
	if !goja.IsUndefined(c.Argument(1)) {
		return start(e, loop.KindRandom, args.Bytes(), c.Argument(1))
	}
	r := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindRandom, Args: args.Bytes()})
	if r.Errno != 0 {
		panic(e.SystemError(r.Errno, "getrandom"))
	}
	return e.ArrayBuffer(r.Data)
}

// isEqual(a, b) compares bytes of one length, in a time that does not depend on
// where they differ.
func isEqual(e *host.Env, c goja.FunctionCall) goja.Value {
	a, b := bytes(e, c.Argument(0)), bytes(e, c.Argument(1))
	return e.RT.ToValue(subtle.ConstantTimeCompare(a, b) == 1)
}
