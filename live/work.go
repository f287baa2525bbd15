package live

import (
	"github.com/jsrr/jsrr/internal/digest"
	"github.com/jsrr/jsrr/loop"
)

// workHandlers answers requests for work. See loop/kind_work.go for what they
// say.
var workHandlers = map[loop.Kind]handler{
	loop.KindDerive: derive,
	loop.KindWork:   func(*World, *loop.Decoder) loop.Reply { return loop.Reply{} },
}

// derive computes a key. A derivation that cannot be done has no key; the
// program's side has checked it, and says why.
func derive(_ *World, d *loop.Decoder) loop.Reply {
	derivation := digest.Derivation{
		Function: digest.Function(d.Uint()), Hash: d.String(), Secret: d.Blob(), Salt: d.Blob(), Info: d.Blob(),
		Cost: int(d.Uint()), BlockSize: int(d.Uint()), Parallel: int(d.Uint()), Length: int(d.Uint()),
	}
	if d.Err() != nil {
		return loop.Reply{Errno: errnoInvalid}
	}
	key, err := derivation.Key()
	if err != nil {
		return loop.Reply{Errno: errnoInvalid}
	}
	return loop.Reply{Data: key}
}
