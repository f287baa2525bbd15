package digest

import (
	"crypto/hkdf"
	"crypto/pbkdf2"
	"fmt"

	"golang.org/x/crypto/scrypt"
)

// Function is a way to derive a key.
type Function uint8

// The functions for deriving keys.
const (
	PBKDF2 Function = iota + 1 // RFC 8018
	HKDF                       // RFC 5869
	Scrypt                     // RFC 7914
)

// Derivation is the derivation of a key from a secret.
type Derivation struct {
	Function Function
	Hash     string // PBKDF2, HKDF
	Secret   []byte
	Salt     []byte
	Info     []byte // HKDF
	// Cost is the number of iterations of PBKDF2, or the N of Scrypt.
	Cost                int
	BlockSize, Parallel int // Scrypt
	Length              int // of the key
}

// Key computes the key. It can take long: that is its purpose.
func (d Derivation) Key() ([]byte, error) {
	h, ok := constructor(d.Hash)
	switch {
	case d.Length == 0:
		return []byte{}, nil
	case d.Function == Scrypt:
		return scrypt.Key(d.Secret, d.Salt, d.Cost, d.BlockSize, d.Parallel, d.Length)
	case !ok:
		return nil, fmt.Errorf("no hash function %q", d.Hash)
	case d.Function == HKDF:
		return hkdf.Key(h, d.Secret, d.Salt, string(d.Info), d.Length)
	case d.Function == PBKDF2:
		return pbkdf2.Key(h, string(d.Secret), d.Salt, d.Cost, d.Length)
	}
	return nil, fmt.Errorf("no function %d for deriving keys", d.Function)
}
