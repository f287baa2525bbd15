package digest

import (
	"errors"
	"fmt"
	"hash"
)

// State is a hash that has taken a part of its input.
type State []byte

// ErrState is a state that its algorithm did not make.
var ErrState = errors.New("not a state of this hash function")

// Start returns the state before any input; false when there is no hash
// function of the name.
func Start(name string) (State, bool) {
	a, ok := find(name)
	if !ok {
		return nil, false
	}
	return save(a.make()), true
}

// Add returns the state after more input.
func Add(name string, s State, data []byte) (State, error) {
	h, _, err := load(name, s)
	if err != nil {
		return nil, err
	}
	h.Write(data)
	return save(h), nil
}

// Sum returns the digest of all input. A length of 0 or more is how long it
// is to be; only extendable functions have digests of another length than
// their own.
func Sum(name string, s State, length int) ([]byte, error) {
	h, a, err := load(name, s)
	if err != nil {
		return nil, err
	}
	if sp, ok := h.(*sponge); ok && length >= 0 {
		sp.size = length
	}
	if !a.extendable && length > 0 && length != h.Size() {
		return nil, fmt.Errorf("a digest of %s has %d bytes", name, h.Size())
	}
	return h.Sum(nil), nil
}

// Size returns the length of a name's digests, and whether they can have any
// other; 0 when there is no hash function of the name.
func Size(name string) (size int, extendable bool) {
	a, ok := find(name)
	if !ok {
		return 0, false
	}
	return a.make().Size(), a.extendable
}

// StartHMAC returns the two states of a message authentication code: what the
// message is added to, and what the digest of that is added to in the end.
func StartHMAC(name string, key []byte) (inner, outer State, ok bool) {
	a, ok := find(name)
	if !ok {
		return nil, nil, false
	}
	h := a.make()
	block := make([]byte, h.BlockSize())
	if len(key) > len(block) {
		h.Write(key)
		key = h.Sum(nil)
	}
	copy(block, key)
	return padded(a, block, 0x36), padded(a, block, 0x5c), true
}

func padded(a algorithm, block []byte, mask byte) State {
	h := a.make()
	for _, b := range block {
		h.Write([]byte{b ^ mask})
	}
	return save(h)
}

// load returns the hash of a state.
func load(name string, s State) (savable, algorithm, error) {
	a, ok := find(name)
	if !ok {
		return nil, a, fmt.Errorf("no hash function %q", name)
	}
	h := a.make()
	if err := h.UnmarshalBinary(s); err != nil {
		return nil, a, ErrState
	}
	return h, a, nil
}

func save(h savable) State {
	s, err := h.MarshalBinary()
	if err != nil {
		panic(err) // the hash functions of the table can all be saved
	}
	return s
}

// constructor returns the maker of a name's hashes.
func constructor(name string) (func() hash.Hash, bool) {
	a, ok := find(name)
	return func() hash.Hash { return a.make() }, ok
}
