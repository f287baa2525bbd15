package crypto

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"errors"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// mode is how a block cipher makes a cipher for any number of bytes.
type mode uint8

// The modes, by the numbers that lib/internal/crypto/cipher.js knows.
const (
	modeECB mode = iota
	modeCBC
	modeCTR
	modeGCM
)

// state is a cipher between two pieces of its input. It lies in an ArrayBuffer
// of fixed size: binary.Encode writes it.
type state struct {
	Mode      mode
	KeyLength uint8
	Decrypts  bool
	Key       [32]byte
	// Vector is the last block of ciphertext (CBC), or the counter (CTR, GCM).
	Vector [aes.BlockSize]byte
	// Held is input that waits for the rest of its block, or keystream of
	// which HeldLength bytes are used.
	Held       [aes.BlockSize]byte
	HeldLength uint8

	Auth authentication // GCM
}

var errState = errors.New("not the state of a cipher")

// load reads the state of a native's first argument.
func load(e *host.Env, v goja.Value) (*state, cipher.Block, []byte) {
	var s state
	b := bytes(e, v)
	if n, err := binary.Decode(b, binary.LittleEndian, &s); err != nil || n != len(b) || int(s.KeyLength) > len(s.Key) || s.HeldLength > aes.BlockSize {
		fail(e, errState)
	}
	block, err := aes.NewCipher(s.Key[:s.KeyLength])
	fail(e, err)
	return &s, block, b
}

// save writes the state back.
func (s *state) save(e *host.Env, b []byte) {
	_, err := binary.Encode(b, binary.LittleEndian, s)
	fail(e, err)
}

// cipherStart(mode, key, iv, decrypts) returns the state of a new cipher. The
// length of the key says which AES it is.
func cipherStart(e *host.Env, c goja.FunctionCall) goja.Value {
	key, vector := bytes(e, c.Argument(1)), bytes(e, c.Argument(2))
	block, err := aes.NewCipher(key)
	fail(e, err)
	s := &state{Mode: mode(number(c.Argument(0))), KeyLength: uint8(len(key)), Decrypts: c.Argument(3).ToBoolean()}
	copy(s.Key[:], key)
	if s.Mode == modeGCM {
		s.startGCM(block, vector)
	} else {
		copy(s.Vector[:], vector)
	}
	b := make([]byte, binary.Size(s))
	s.save(e, b)
	return e.ArrayBuffer(b)
}

// cipherAdd(state, data, pads) returns what of the output is ready.
func cipherAdd(e *host.Env, c goja.FunctionCall) goja.Value {
	s, block, saved := load(e, c.Argument(0))
	var out []byte
	if s.Mode == modeCTR || s.Mode == modeGCM {
		out = s.stream(block, bytes(e, c.Argument(1)))
	} else {
		out = s.blocks(block, bytes(e, c.Argument(1)), c.Argument(2).ToBoolean())
	}
	s.save(e, saved)
	return e.ArrayBuffer(out)
}

// blocks does all blocks that are complete. The last one of a ciphertext is
// held back as long as it could be the padding.
func (s *state) blocks(block cipher.Block, data []byte, pads bool) []byte {
	data = append(append([]byte(nil), s.Held[:s.HeldLength]...), data...)
	n := len(data) / aes.BlockSize * aes.BlockSize
	if s.Decrypts && pads && n > 0 && n == len(data) {
		n -= aes.BlockSize
	}
	s.HeldLength = uint8(copy(s.Held[:], data[n:]))
	for at := 0; at < n; at += aes.BlockSize {
		s.block(block, data[at:at+aes.BlockSize])
	}
	return data[:n]
}

// block does one block in place.
func (s *state) block(block cipher.Block, b []byte) {
	switch {
	case s.Mode == modeECB && s.Decrypts:
		block.Decrypt(b, b)
	case s.Mode == modeECB:
		block.Encrypt(b, b)
	case s.Decrypts:
		next := [aes.BlockSize]byte(b)
		block.Decrypt(b, b)
		xor(b, s.Vector[:])
		s.Vector = next
	default:
		xor(b, s.Vector[:])
		block.Encrypt(b, b)
		copy(s.Vector[:], b)
	}
}

func xor(b, with []byte) {
	for i := range b {
		b[i] ^= with[i]
	}
}

// stream mixes data with the keystream: the encrypted values of a counter.
func (s *state) stream(block cipher.Block, data []byte) []byte {
	out := make([]byte, len(data))
	for i, b := range data {
		at := s.HeldLength % aes.BlockSize
		if at == 0 {
			block.Encrypt(s.Held[:], s.Vector[:])
			s.count()
		}
		out[i] = b ^ s.Held[at]
		s.HeldLength = at + 1
	}
	if s.Mode == modeGCM {
		ciphertext := out
		if s.Decrypts {
			ciphertext = data
		}
		s.Auth.addText(block, ciphertext)
	}
	return out
}

// count goes to the next value of the counter; that of GCM has 32 bits.
func (s *state) count() {
	last := 0
	if s.Mode == modeGCM {
		last = aes.BlockSize - 4
	}
	for i := aes.BlockSize - 1; i >= last; i-- {
		if s.Vector[i]++; s.Vector[i] != 0 {
			return
		}
	}
}

// What cipherEnd returns instead of output.
const (
	wrongLength = 1 // the input was no whole number of blocks
	badPadding  = 2 // what was decrypted does not end in padding
)

// cipherEnd(state, pads) returns the rest of the output, or the number of what
// is wrong.
func cipherEnd(e *host.Env, c goja.FunctionCall) goja.Value {
	s, block, saved := load(e, c.Argument(0))
	if s.Mode == modeCTR || s.Mode == modeGCM {
		return e.ArrayBuffer(nil)
	}
	out, problem := s.end(block, c.Argument(1).ToBoolean())
	s.save(e, saved)
	if problem != 0 {
		return e.RT.ToValue(problem)
	}
	return e.ArrayBuffer(out)
}

func (s *state) end(block cipher.Block, pads bool) (out []byte, problem int) {
	held := int(s.HeldLength)
	switch {
	case !pads && held == 0:
		return nil, 0
	case !pads, s.Decrypts && held != aes.BlockSize:
		return nil, wrongLength
	}
	out = s.Held[:]
	if !s.Decrypts {
		for i := held; i < aes.BlockSize; i++ {
			out[i] = byte(aes.BlockSize - held)
		}
	}
	s.block(block, out)
	if !s.Decrypts {
		return out, 0
	}
	n := int(out[aes.BlockSize-1])
	if n == 0 || n > aes.BlockSize {
		return nil, badPadding
	}
	for _, b := range out[aes.BlockSize-n:] {
		if int(b) != n {
			return nil, badPadding
		}
	}
	return out[:aes.BlockSize-n], 0
}
