package crypto

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/digest"
	"github.com/jsrr/jsrr/loop"
)

// derive(function, hash, secret, salt, info, cost, blockSize, parallel, length,
// callback) returns a key, or passes it to the callback. The key that an op
// derives is recorded: a replay does not do the slow work again.
func derive(e *host.Env, c goja.FunctionCall) goja.Value {
	d := digest.Derivation{
		Function: digest.Function(number(c.Argument(0))), Hash: c.Argument(1).String(),
		Secret: bytes(e, c.Argument(2)), Salt: bytes(e, c.Argument(3)), Info: bytes(e, c.Argument(4)),
		Cost: number(c.Argument(5)), BlockSize: number(c.Argument(6)), Parallel: number(c.Argument(7)), Length: number(c.Argument(8)),
	}
	if callback := c.Argument(9); !goja.IsUndefined(callback) {
		return start(e, loop.KindDerive, encode(d), callback)
	}
	key, err := d.Key()
	fail(e, err)
	return e.ArrayBuffer(key)
}

// encode writes the request of an op.
func encode(d digest.Derivation) []byte {
	var args loop.Encoder
	args.Uint(uint64(d.Function))
	args.String(d.Hash)
	for _, b := range [][]byte{d.Secret, d.Salt, d.Info} {
		args.Blob(b)
	}
	for _, n := range []int{d.Cost, d.BlockSize, d.Parallel, d.Length} {
		args.Uint(uint64(n))
	}
	return args.Bytes()
}
