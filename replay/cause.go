package replay

import (
	"fmt"
	"slices"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
)

// clues are what a divergence may come from, collected on the way.
type clues struct {
	// redacted are the variables whose value was replaced, in the order in
	// which the program read them.
	redacted []string
	// last is the kind of the last request that was answered.
	last loop.Kind
}

// environment notes a variable that the recorded program is about to read.
func (c *clues) environment(r *record.Reader, e *record.Entry) {
	if !e.Redacted || len(c.redacted) >= 64 {
		return
	}
	if name, err := r.Payload(e.Payload); err == nil {
		c.redacted = append(c.redacted, string(name))
	}
}

func (c *clues) asked(r loop.Request) { c.last = r.Kind }

// cause names the most probable reason of a divergence.
func (c *clues) cause(recording *record.Recording, from *record.Position) string {
	h := &recording.Header
	jsrr, goja := record.Versions()
	switch {
	case h.Jsrr != jsrr || h.Goja != goja:
		return fmt.Sprintf("recorded by jsrr %s with goja %s, this is jsrr %s with goja %s", h.Jsrr, h.Goja, jsrr, goja)
	case len(c.redacted) > 0:
		return fmt.Sprintf("the value of %s was not recorded (--allow-env keeps it)", c.redacted[len(c.redacted)-1])
	case len(h.Redact) > 0:
		return "a redaction pattern overwrote something that the program depends on"
	case slices.Contains([]loop.Kind{loop.KindProcessUsage, loop.KindOSInfo}, c.last):
		return fmt.Sprintf("the program read %s just before", c.last)
	}
	if from != nil {
		return fmt.Sprintf("something that the snapshot at turn %d did not keep, unless a replay from the start diverges as well "+
			"(a bug in jsrr: please report it with this recording)", from.Turn)
	}
	return "a host function whose result does not come from the tape (a bug in jsrr: please report it with this recording)"
}
