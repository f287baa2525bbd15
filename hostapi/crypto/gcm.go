package crypto

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// authentication computes the tag of Galois/counter mode piece by piece, which
// Go's cipher.AEAD does only for a whole message (NIST SP 800-38D).
type authentication struct {
	Sum [aes.BlockSize]byte // GHASH of all so far
	// Mask is what the sum is mixed with in the end.
	Mask [aes.BlockSize]byte
	// DataLength and TextLength count the bytes of both parts of the input.
	DataLength, TextLength uint64
}

// startGCM sets the counter: to a vector of 12 bytes and 1, or to the hash of
// one of another length.
func (s *state) startGCM(block cipher.Block, vector []byte) {
	const usual = 12
	if len(vector) == usual {
		copy(s.Vector[:], vector)
		s.Vector[aes.BlockSize-1] = 1
	} else {
		var a authentication
		a.addText(block, vector)
		s.Vector = a.sum(block)
	}
	block.Encrypt(s.Auth.Mask[:], s.Vector[:])
	s.count()
}

// cipherAuthenticate(state, data) adds data that is authenticated only. All of
// it comes before the text.
func cipherAuthenticate(e *host.Env, c goja.FunctionCall) goja.Value {
	s, block, saved := load(e, c.Argument(0))
	data := bytes(e, c.Argument(1))
	s.Auth.add(block, s.Auth.DataLength, data)
	s.Auth.DataLength += uint64(len(data))
	s.save(e, saved)
	return goja.Undefined()
}

// cipherTag(state) returns the tag of the whole message.
func cipherTag(e *host.Env, c goja.FunctionCall) goja.Value {
	s, block, _ := load(e, c.Argument(0))
	tag := s.Auth.sum(block)
	xor(tag[:], s.Auth.Mask[:])
	return e.ArrayBuffer(tag[:])
}

func (a *authentication) addText(block cipher.Block, text []byte) {
	if a.TextLength == 0 && len(text) > 0 {
		a.finish(block, a.DataLength)
	}
	a.add(block, a.TextLength, text)
	a.TextLength += uint64(len(text))
}

// sum returns the hash when the input ends here.
func (a *authentication) sum(block cipher.Block) [aes.BlockSize]byte {
	end := *a
	if end.TextLength == 0 {
		end.finish(block, end.DataLength)
	} else {
		end.finish(block, end.TextLength)
	}
	var lengths [aes.BlockSize]byte
	binary.BigEndian.PutUint64(lengths[:], end.DataLength*8)
	binary.BigEndian.PutUint64(lengths[8:], end.TextLength*8)
	end.add(block, 0, lengths[:])
	return end.Sum
}

// add mixes data in, of a part that has length bytes already: a block is
// multiplied when it is complete.
func (a *authentication) add(block cipher.Block, length uint64, data []byte) {
	key := hashKey(block)
	for _, b := range data {
		a.Sum[length%aes.BlockSize] ^= b
		if length++; length%aes.BlockSize == 0 {
			a.Sum = multiply(a.Sum, key)
		}
	}
}

// finish fills the last block of a part with zeros.
func (a *authentication) finish(block cipher.Block, length uint64) {
	if length%aes.BlockSize != 0 {
		a.Sum = multiply(a.Sum, hashKey(block))
	}
}

func hashKey(block cipher.Block) (key [aes.BlockSize]byte) {
	block.Encrypt(key[:], key[:])
	return key
}

// multiply multiplies in the field of 2^128 elements whose bits run from the
// left. It takes the same time for all values.
func multiply(x, y [aes.BlockSize]byte) (product [aes.BlockSize]byte) {
	const reduction = 0xe1 << 56
	high, low := binary.BigEndian.Uint64(y[:]), binary.BigEndian.Uint64(y[8:])
	var sumHigh, sumLow uint64
	for i := range 128 {
		bit := -uint64(x[i/8] >> (7 - i%8) & 1)
		sumHigh ^= high & bit
		sumLow ^= low & bit
		carry := -(low & 1)
		low = low>>1 | high<<63
		high = high>>1 ^ reduction&carry
	}
	binary.BigEndian.PutUint64(product[:], sumHigh)
	binary.BigEndian.PutUint64(product[8:], sumLow)
	return product
}
