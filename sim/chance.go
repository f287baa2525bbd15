package sim

import (
	"encoding/binary"

	"github.com/jsrr/jsrr/loop"
)

// do performs a request. What is chance in the real world comes from the seed.
func (t *Tape) do(r loop.Request) loop.Reply {
	switch r.Kind {
	case loop.KindSeed:
		return loop.Reply{Data: t.bytes(8)}
	case loop.KindRandom:
		if n, ok := length(r); ok {
			return loop.Reply{Data: t.bytes(n)}
		}
	case loop.KindFSMkdtemp:
		return t.makeTemporary(r)
	}
	return t.opts.Do(r)
}

// length reads how many random bytes are asked for; ok is false when nobody
// gets as many.
func length(r loop.Request) (n int, ok bool) {
	const lengthMax = 1<<31 - 1
	args := loop.Decode(r.Args)
	wanted := args.Uint()
	return int(min(wanted, lengthMax)), args.Err() == nil && wanted <= lengthMax
}

// bytes returns n random bytes.
func (t *Tape) bytes(n int) []byte {
	b := make([]byte, 0, n+7)
	for len(b) < n {
		b = binary.LittleEndian.AppendUint64(b, t.next())
	}
	return b[:n:n]
}

// makeTemporary makes a directory whose name ends in six random letters. When
// an earlier run of the same seed left one of this name, it takes the next.
func (t *Tape) makeTemporary(r loop.Request) loop.Reply {
	const letters, length, exists, mode = "abcdefghijklmnopqrstuvwxyz", 6, -17, 0o700
	args := loop.Decode(r.Args)
	prefix := args.String()
	for {
		name := []byte(prefix)
		for range length {
			name = append(name, letters[t.below(int64(len(letters)))])
		}
		var mkdir loop.Encoder
		mkdir.String(string(name))
		mkdir.Uint(mode)
		mkdir.Bool(false)
		reply := t.opts.Do(loop.Request{Kind: loop.KindFSMkdir, Args: mkdir.Bytes()})
		switch reply.Errno {
		case exists:
		case 0:
			return loop.Reply{Data: name}
		default:
			return reply
		}
	}
}
