package digest

import (
	"bytes"
	"encoding/hex"
	"testing"
)

// sums are published digests of "abc".
var sums = map[string]string{
	"md5":        "900150983cd24fb0d6963f7d28e17f72",
	"RSA-MD5":    "900150983cd24fb0d6963f7d28e17f72",
	"ripemd160":  "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc",
	"SHA1":       "a9993e364706816aba3e25717850c26c9cd0d89d",
	"sha-256":    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
	"sha512-256": "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23",
	"sha3-256":   "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
	"md5-sha1":   "900150983cd24fb0d6963f7d28e17f72a9993e364706816aba3e25717850c26c9cd0d89d",
}

func TestSums(t *testing.T) {
	for name, want := range sums {
		s, ok := Start(name)
		if !ok {
			t.Fatal("no ", name)
		}
		got, err := Sum(name, add(t, name, s, "a", "bc"), -1)
		if err != nil || hex.EncodeToString(got) != want {
			t.Errorf("%s: %x, %v", name, got, err)
		}
	}
}

func add(t *testing.T, name string, s State, pieces ...string) State {
	t.Helper()
	for _, piece := range pieces {
		var err error
		if s, err = Add(name, s, []byte(piece)); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// Every algorithm gives the same digest however its input is cut, and adding
// to a state leaves the state as it was.
func TestPieces(t *testing.T) {
	text := string(bytes.Repeat([]byte("jsrr "), 100))
	for name := range algorithms {
		empty, _ := Start(name)
		half := add(t, name, empty, text[:130])
		whole, err := Sum(name, add(t, name, empty, text), -1)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if got, err := Sum(name, add(t, name, half, text[130:]), -1); err != nil || !bytes.Equal(got, whole) {
				t.Errorf("%s: %x in pieces, %x whole, %v", name, got, whole, err)
			}
		}
		if size, _ := Size(name); size != len(whole) {
			t.Errorf("%s: size %d, digest of %d", name, size, len(whole))
		}
	}
}

func TestBadStates(t *testing.T) {
	for name := range algorithms {
		if _, isCollected := algorithms[name].make().(*collected); isCollected {
			continue // any bytes are a state
		}
		s, _ := Start(name)
		for _, bad := range []State{nil, {}, s[:len(s)-1], append(State("x"), s[1:]...)} {
			if _, err := Add(name, bad, nil); err == nil {
				t.Errorf("%s takes a state of %d bytes", name, len(bad))
			}
		}
	}
	if _, err := Add("none", nil, nil); err == nil {
		t.Error("a hash function without a name")
	}
}

func TestLengths(t *testing.T) {
	s, _ := Start("shake128")
	if got, err := Sum("shake128", s, 5); err != nil || hex.EncodeToString(got) != "7f9c2ba4e8" {
		t.Errorf("shake128 of 5: %x, %v", got, err)
	}
	s, _ = Start("sha256")
	if _, err := Sum("sha256", s, 5); err == nil {
		t.Error("a short digest of sha256")
	}
}

// The examples of RFC 6070, 5869 and 7914.
func TestDerivations(t *testing.T) {
	repeat := func(b byte, n int) []byte { return bytes.Repeat([]byte{b}, n) }
	for want, d := range map[string]Derivation{
		"ea6c014dc72d6f8ccd1ed92ace1d41f0d8de89": {Function: PBKDF2, Hash: "sha1", Secret: []byte("password"), Salt: []byte("salt"), Cost: 2, Length: 19},
		"3cb25f25faacd57a90434f64d0362f2a":       {Function: HKDF, Hash: "sha256", Secret: repeat(0x0b, 22), Salt: []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, Info: []byte("\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9"), Length: 16},
		"77d6576238657b203b19ca42c18a0497":       {Function: Scrypt, Cost: 16, BlockSize: 1, Parallel: 1, Length: 16},
	} {
		if got, err := d.Key(); err != nil || hex.EncodeToString(got) != want {
			t.Errorf("function %d: %x, %v", d.Function, got, err)
		}
	}
	for _, d := range []Derivation{
		{Function: PBKDF2, Hash: "none", Length: 1},
		{Function: 9, Hash: "md5", Length: 1},
		{Function: Scrypt, Cost: 15, BlockSize: 1, Parallel: 1, Length: 1},
		{Function: HKDF, Hash: "md5", Length: 100000},
	} {
		if _, err := d.Key(); err == nil {
			t.Errorf("%+v gives a key", d)
		}
	}
}
