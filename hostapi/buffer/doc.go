// Package buffer is the Node module 'buffer' and the encoding API of the web:
// Buffer, Blob, File, atob, btoa, TextEncoder and TextDecoder.
//
// The model: a Buffer is a Uint8Array whose prototype is Buffer.prototype. The
// JavaScript in lib holds the constructors and the static functions; nearly all
// prototype methods are natives themselves, because goja reads a named property
// of a typed array an order of magnitude slower than anything else (it first
// tries the name as a number). A method that is a native pays that price once.
//
// Invariants: natives keep no state and start no request; a native never
// retains the bytes of its arguments; a result that must be a Buffer leaves Go
// as an ArrayBuffer which JavaScript wraps without a copy.
//
// Example: buf.toString('hex') is one call of the native toString, which finds
// the bytes of its receiver with host.Bytes and returns a JavaScript string.
package buffer
