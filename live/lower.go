package live

import (
	"crypto/sha256"
	"encoding/binary"

	"github.com/jsrr/jsrr/internal/lower"
	"github.com/jsrr/jsrr/loop"
)

// moduleLowered answers with the lowered text of a source, from the cache when
// it is there.
func moduleLowered(w *World, args *loop.Decoder) loop.Reply {
	r := lower.Request{Path: args.String(), Loader: args.String(), Common: args.Bool(), Config: args.String(), Source: args.String()}
	key := loweredKey(r)
	if value := w.lowerings.take(key); value != nil {
		return loop.Reply{Data: value.Get()}
	}
	if data, ok := w.lowered.get(key); ok {
		return loop.Reply{Data: data}
	}
	w.lowerImports(r)
	return loop.Reply{Data: w.lower(key, r)}
}

func (w *World) lower(key loweringKey, r lower.Request) []byte {
	data := encodeLowered(lower.Lower(r))
	w.lowered.put(key, data)
	return data
}

// loweringKey names an answer.
type loweringKey = [sha256.Size]byte

// loweredKey is a hash of all that a lowered text depends on.
func loweredKey(r lower.Request) loweringKey {
	var parts loop.Encoder
	parts.String(lower.Version)
	parts.String(r.Path)
	parts.String(r.Loader)
	parts.Bool(r.Common)
	parts.String(r.Config)
	parts.String(r.Source)
	return sha256.Sum256(parts.Bytes())
}

func encodeLowered(r lower.Result) []byte {
	var e loop.Encoder
	e.Bool(r.Problem == nil)
	if p := r.Problem; p != nil {
		e.String(p.Message)
		e.Uint(uint64(p.Line))
		e.Uint(uint64(p.Column))
		e.Uint(uint64(p.Length))
		return e.Bytes()
	}
	e.String(r.Code)
	e.Blob(encodeMarks(r.Marks))
	return e.Bytes()
}

// encodeMarks writes the differences between marks: the offset in the code
// never falls, that in the source may.
func encodeMarks(marks []lower.Mark) []byte {
	b := make([]byte, 0, 3*len(marks))
	var last lower.Mark
	for _, m := range marks {
		b = binary.AppendUvarint(b, uint64(m.Made-last.Made))
		b = binary.AppendVarint(b, int64(m.Source-last.Source))
		last = m
	}
	return b
}
