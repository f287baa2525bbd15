package loop

// Work that takes so long that the loop should not wait for it.
const (
	// function, hash, secret, salt, info, cost, block size, parallel, length: the key
	KindDerive Kind = 192
	// nothing: only when it is done comes from outside. What is done is a
	// function of the program's own values, and is computed in the turn.
	KindWork Kind = 193
)

// workKindNames are the names shown to people.
var workKindNames = map[Kind]string{KindDerive: "crypto.derive", KindWork: "work"}
