package digest

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding"
	"hash"
	"strings"

	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/blake2s"
	"golang.org/x/crypto/ripemd160" //lint:ignore SA1019 programs ask for it
)

// savable is a hash whose state can be written and read.
type savable interface {
	hash.Hash
	encoding.BinaryMarshaler
	encoding.BinaryUnmarshaler
}

// algorithm makes hashes. One that is extendable has an output of any length.
type algorithm struct {
	make       func() savable
	extendable bool
}

// algorithms is the table of hash functions.
var algorithms = map[string]algorithm{
	"md5":        {make: saved(md5.New)},
	"md5-sha1":   {make: func() savable { return &collected{digest: md5AndSHA1} }},
	"ripemd160":  {make: func() savable { return &collected{digest: ripemd} }},
	"sha1":       {make: saved(sha1.New)},
	"sha224":     {make: saved(sha256.New224)},
	"sha256":     {make: saved(sha256.New)},
	"sha384":     {make: saved(sha512.New384)},
	"sha512":     {make: saved(sha512.New)},
	"sha512-224": {make: saved(sha512.New512_224)},
	"sha512-256": {make: saved(sha512.New512_256)},
	"sha3-224":   {make: func() savable { return sha3.New224() }},
	"sha3-256":   {make: func() savable { return sha3.New256() }},
	"sha3-384":   {make: func() savable { return sha3.New384() }},
	"sha3-512":   {make: func() savable { return sha3.New512() }},
	"shake128":   {make: func() savable { return &sponge{SHAKE: sha3.NewSHAKE128(), size: 16} }, extendable: true},
	"shake256":   {make: func() savable { return &sponge{SHAKE: sha3.NewSHAKE256(), size: 32} }, extendable: true},
	"blake2b512": {make: saved(func() hash.Hash { return unkeyed(blake2b.New512) })},
	"blake2s256": {make: saved(func() hash.Hash { return unkeyed(blake2s.New256) })},
}

// aliases are OpenSSL's other names.
var aliases = map[string]string{
	"rsa-md5": "md5", "rsa-ripemd160": "ripemd160", "rsa-sha1": "sha1", "rsa-sha1-2": "sha1", "rsa-sha224": "sha224",
	"rsa-sha256": "sha256", "rsa-sha384": "sha384", "rsa-sha512": "sha512", "rsa-sha512/224": "sha512-224",
	"rsa-sha512/256": "sha512-256", "rsa-sha3-224": "sha3-224", "rsa-sha3-256": "sha3-256",
	"rsa-sha3-384": "sha3-384", "rsa-sha3-512": "sha3-512",
	"id-rsassa-pkcs1-v1_5-with-sha3-224": "sha3-224", "id-rsassa-pkcs1-v1_5-with-sha3-256": "sha3-256",
	"id-rsassa-pkcs1-v1_5-with-sha3-384": "sha3-384", "id-rsassa-pkcs1-v1_5-with-sha3-512": "sha3-512",
	"md5withrsaencryption": "md5", "ripemd": "ripemd160", "ripemd160withrsa": "ripemd160", "rmd160": "ripemd160",
	"sha1withrsaencryption": "sha1", "sha224withrsaencryption": "sha224", "sha256withrsaencryption": "sha256",
	"sha384withrsaencryption": "sha384", "sha512withrsaencryption": "sha512",
	"sha512-224withrsaencryption": "sha512-224", "sha512-256withrsaencryption": "sha512-256",
	"ssl3-md5": "md5", "ssl3-sha1": "sha1", "sha-1": "sha1", "sha2-224": "sha224", "sha-224": "sha224",
	"sha2-256": "sha256", "sha-256": "sha256", "sha2-384": "sha384", "sha-384": "sha384", "sha2-512": "sha512",
	"sha-512": "sha512", "sha2-512/224": "sha512-224", "sha-512/224": "sha512-224", "sha512/224": "sha512-224",
	"sha2-512/256": "sha512-256", "sha-512/256": "sha512-256", "sha512/256": "sha512-256",
	"shake-128": "shake128", "shake-256": "shake256", "blake2b-512": "blake2b512", "blake2s-256": "blake2s256",
	"ripemd-160": "ripemd160",
}

// find returns the hash function of a name.
func find(name string) (algorithm, bool) {
	name = strings.ToLower(name)
	if alias, ok := aliases[name]; ok {
		name = alias
	}
	a, ok := algorithms[name]
	return a, ok
}

func saved(make func() hash.Hash) func() savable {
	return func() savable { return make().(savable) }
}

func unkeyed(make func(key []byte) (hash.Hash, error)) hash.Hash {
	h, err := make(nil)
	if err != nil {
		panic(err) // only a key that is too long is an error
	}
	return h
}

// sponge is a SHAKE function with its usual length of output.
type sponge struct {
	*sha3.SHAKE
	size int
}

func (s *sponge) Size() int { return s.size }

// Sum ends the input; the sponge is not used afterwards.
func (s *sponge) Sum(b []byte) []byte {
	out := make([]byte, s.size)
	s.Read(out)
	return append(b, out...)
}

// collected is a hash without a state of its own: it keeps all of its input.
type collected struct {
	digest func(data []byte) []byte
	data   []byte
}

func (c *collected) Write(p []byte) (int, error) {
	c.data = append(c.data, p...)
	return len(p), nil
}

func (c *collected) Sum(b []byte) []byte            { return append(b, c.digest(c.data)...) }
func (c *collected) Reset()                         { c.data = nil }
func (c *collected) Size() int                      { return len(c.digest(nil)) }
func (c *collected) BlockSize() int                 { return 64 }
func (c *collected) MarshalBinary() ([]byte, error) { return c.data, nil }
func (c *collected) UnmarshalBinary(b []byte) error { c.data = append([]byte(nil), b...); return nil }

func ripemd(data []byte) []byte {
	h := ripemd160.New()
	h.Write(data)
	return h.Sum(nil)
}

func md5AndSHA1(data []byte) []byte {
	one, two := md5.Sum(data), sha1.Sum(data)
	return append(one[:], two[:]...)
}
