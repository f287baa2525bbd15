// Package digest has the hash functions that OpenSSL knows, by its names for
// them, and the derivations of keys that are built on hash functions.
//
// The model: everything is a pure function of bytes. A hash that takes its
// input in pieces is a State, which is bytes too, so that it can lie in a
// JavaScript heap and be copied, compared and stored with it.
//
// Invariant: a State is only read by the algorithm that made it.
//
//	state, _ := digest.Start("sha256")
//	state = digest.Add("sha256", state, []byte("abc"))
//	sum := digest.Sum("sha256", state, 0)
package digest
