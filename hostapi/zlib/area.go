// Package zlib is the Node module 'zlib', without Brotli.
//
// The model: the formats (zlib, gzip) and streams are JavaScript; what is in
// them is deflated and inflated by natives that are pure functions. Where a
// compression stands between two pieces of its input is known by the last 32 kB
// of it; where a decompression stands is a state of bytes in the JavaScript
// heap. Both are computed in the turn that Node's thread pool would report in:
// only when that is comes from outside, and is recorded.
//
// What is compressed is not the same to the byte as Node's.
package zlib

import (
	"embed"
	"hash/adler32"
	"hash/crc32"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: "zlib", Lib: lib, Deliveries: []*loop.Delivery{host.WorkDone}, NewState: func() any { return &compressors{} }, Natives: []host.Native{
		{Name: "crc32", Length: 2, Fn: crc},
		{Name: "adler32", Length: 2, Fn: adler},
		{Name: "deflate", Length: 5, Fn: deflate},
		{Name: "inflateStart", Length: 1, Fn: inflateStart},
		{Name: "inflate", Length: 3, Fn: inflate},
		{Name: "work", Length: 1, Fn: host.Work},
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

// crc(data, before) continues a checksum.
func crc(e *host.Env, c goja.FunctionCall) goja.Value {
	return e.RT.ToValue(int64(crc32.Update(uint32(c.Argument(1).ToInteger()), crc32.IEEETable, bytes(e, c.Argument(0)))))
}

// adler(data, before) continues a checksum. Go has no way to begin in its
// middle: the sums are added by hand.
func adler(e *host.Env, c goja.FunctionCall) goja.Value {
	data, before := bytes(e, c.Argument(0)), uint32(c.Argument(1).ToInteger())
	return e.RT.ToValue(int64(joinAdler(before, adler32.Checksum(data), len(data))))
}

// joinAdler returns the checksum of two pieces from those of each; the second
// has n bytes.
func joinAdler(first, second uint32, n int) uint32 {
	const modulus = 65521
	low1, high1, low2, high2 := first&0xffff, first>>16, second&0xffff, second>>16
	low := (low1 + low2 + modulus - 1) % modulus
	high := (uint64(high1) + uint64(high2) + uint64(n%modulus)*uint64((low1+modulus-1)%modulus)) % modulus
	return uint32(high)<<16 | low
}
