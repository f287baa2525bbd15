package loop

import (
	"encoding/binary"
	"errors"
	"math"
)

// ErrWire reports bytes that are not what an Encoder wrote.
var ErrWire = errors.New("malformed request or reply")

// Encoder writes the arguments of a request or the fields of a reply. The
// reader must read the same fields in the same order. The zero value is ready.
type Encoder struct{ buf []byte }

// Encode returns an encoder that appends to buf.
func Encode(buf []byte) Encoder { return Encoder{buf} }

// Bytes returns what was written.
func (e *Encoder) Bytes() []byte { return e.buf }

// Uint appends an unsigned integer.
func (e *Encoder) Uint(v uint64) { e.buf = binary.AppendUvarint(e.buf, v) }

// Int appends a signed integer.
func (e *Encoder) Int(v int64) { e.buf = binary.AppendVarint(e.buf, v) }

// Bool appends a truth value.
func (e *Encoder) Bool(v bool) {
	b := byte(0)
	if v {
		b = 1
	}
	e.buf = append(e.buf, b)
}

// Float appends a floating-point number, exactly.
func (e *Encoder) Float(v float64) {
	e.buf = binary.LittleEndian.AppendUint64(e.buf, math.Float64bits(v))
}

// String appends a string with its length.
func (e *Encoder) String(s string) {
	e.Uint(uint64(len(s)))
	e.buf = append(e.buf, s...)
}

// Blob appends bytes with their length.
func (e *Encoder) Blob(b []byte) {
	e.Uint(uint64(len(b)))
	e.buf = append(e.buf, b...)
}

// Decoder reads what an Encoder wrote. After the first malformed field every
// read returns a zero value and Err returns ErrWire.
type Decoder struct {
	buf []byte
	err error
}

// Decode returns a decoder of b.
func Decode(b []byte) Decoder { return Decoder{buf: b} }

// Err returns ErrWire when a field was malformed or missing.
func (d *Decoder) Err() error { return d.err }

// More says that bytes are left and no field was malformed.
func (d *Decoder) More() bool { return d.err == nil && len(d.buf) > 0 }

// Rest returns the bytes not yet read.
func (d *Decoder) Rest() []byte { return d.buf }

func (d *Decoder) fail() { d.err, d.buf = ErrWire, nil }

func (d *Decoder) take(n int) {
	if n <= 0 {
		d.fail()
		return
	}
	d.buf = d.buf[n:]
}

// Uint reads an unsigned integer.
func (d *Decoder) Uint() uint64 {
	v, n := binary.Uvarint(d.buf)
	if d.take(n); d.err != nil {
		return 0
	}
	return v
}

// Int reads a signed integer.
func (d *Decoder) Int() int64 {
	v, n := binary.Varint(d.buf)
	if d.take(n); d.err != nil {
		return 0
	}
	return v
}

// Bool reads a truth value.
func (d *Decoder) Bool() bool {
	if len(d.buf) == 0 || d.buf[0] > 1 {
		d.fail()
		return false
	}
	v := d.buf[0] == 1
	d.buf = d.buf[1:]
	return v
}

// Float reads a floating-point number.
func (d *Decoder) Float() float64 {
	if len(d.buf) < 8 {
		d.fail()
		return 0
	}
	v := math.Float64frombits(binary.LittleEndian.Uint64(d.buf))
	d.buf = d.buf[8:]
	return v
}

// Blob reads bytes; they share the decoder's memory.
func (d *Decoder) Blob() []byte {
	n := d.Uint()
	if n > uint64(len(d.buf)) {
		d.fail()
		return nil
	}
	b := d.buf[:n:n]
	d.buf = d.buf[n:]
	return b
}

// String reads a string.
func (d *Decoder) String() string { return string(d.Blob()) }
