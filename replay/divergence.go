package replay

import (
	"fmt"
	"io"
	"strings"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
)

// Divergence says that a program did something else than in the recorded run.
type Divergence struct {
	// Loop, Turn and Job are where: job 3 of turn 812 is "812.3".
	Loop string
	Turn loop.PlacedTurn
	Job  uint64
	// Slot counts the calls on the tape since the replay began, from 1.
	Slot uint64
	// Expected and Actual are what the program did in the recorded run, and
	// now.
	Expected, Actual string
	// Output is set when console output differs.
	Output *OutputDifference
	// Site is the place in the program, when JavaScript was running.
	Site loop.Site
	// Last are the turns that ran last, the newest last.
	Last []loop.PlacedTurn
	// Cause is what probably made the difference, Command what to type next.
	Cause, Command string
}

// OutputDifference is the first place where console output differs.
type OutputDifference struct {
	FD uint8
	// Offset counts the stream's bytes from 0, Line its lines from 1.
	Offset, Line uint64
}

// Error returns the whole report.
func (d *Divergence) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "replay diverged in turn %s", d.Place())
	if site := d.Site.String(); site != "" {
		fmt.Fprintf(&b, " at %s", site)
	}
	fmt.Fprintf(&b, "\n  turn      %s\n", describeTurn(d.Turn))
	if d.Output != nil {
		fmt.Fprintf(&b, "  output    %s differs from byte %d on (line %d)\n",
			streamName(d.Output.FD), d.Output.Offset, d.Output.Line)
	}
	fmt.Fprintf(&b, "  expected  %s\n  actual    %s\n", d.Expected, d.Actual)
	for i, turn := range d.Last {
		head := "          "
		if i == 0 {
			head = "before    "
		}
		fmt.Fprintf(&b, "  %s%s\n", head, describeTurn(turn))
	}
	fmt.Fprintf(&b, "  cause     %s\n  next      %s", d.Cause, d.Command)
	return b.String()
}

// Place returns the turn and job as "812.3", or "w2:40" on another loop.
func (d *Divergence) Place() string {
	place := fmt.Sprint(d.Turn.Number)
	if d.Job > 0 {
		place += fmt.Sprintf(".%d", d.Job)
	}
	if d.Loop != record.MainLoop {
		place = d.Loop + ":" + place
	}
	return place
}

// describeTurn returns a turn as one line: "812 op fs.read (from 801#2)".
func describeTurn(t loop.PlacedTurn) string {
	s := fmt.Sprintf("%d %s", t.Number, t.Kind)
	if t.Request != loop.KindNone {
		s += " " + t.Request.String()
	}
	if t.Delay > 0 {
		s += fmt.Sprintf(" %d ms", t.Delay)
	}
	if id := t.Cause.ID(); id.Ordinal > 0 {
		s += fmt.Sprintf(", started by %d#%d", id.Turn, id.Ordinal)
		if site := t.Site.String(); site != "" {
			s += " at " + site
		}
	}
	return s
}

// diverge ends the run; it does not return.
func (t *Tape) diverge(expected, actual string) {
	t.fail(t.divergence(expected, actual, nil))
}

func (t *Tape) divergence(expected, actual string, output *OutputDifference) *Divergence {
	d := &Divergence{
		Loop: t.opts.Loop, Turn: t.placed(t.turn()), Slot: t.slots,
		Expected: expected, Actual: actual, Output: output,
	}
	for _, turn := range t.history.before() {
		d.Last = append(d.Last, t.placed(turn))
	}
	if t.bound != nil {
		d.Job, d.Site = t.bound.CurrentJob(), t.bound.Site()
	}
	d.Cause = t.clues.cause(t.recording, t.opts.From)
	d.Command = fmt.Sprintf("jsrr dump %s", t.recording.Path)
	if t.opts.From != nil && t.recording.HasBeginning(t.opts.Loop) {
		d.Command = fmt.Sprintf("jsrr replay %s --from start", t.recording.Path)
	}
	return d
}

// divergeOutput reports output that is equal in its first same bytes only.
func (t *Tape) divergeOutput(fd uint8, data []byte, same int) {
	recorded, err := t.reader.Payload(t.entry.Payload)
	if err != nil {
		recorded = nil
	}
	position := t.streams[fd&7]
	t.fail(t.divergence(excerpt(recorded, same), excerpt(data, same), &OutputDifference{
		FD:     fd,
		Offset: position.Bytes + uint64(same),
		Line:   position.Lines + uint64(strings.Count(string(data[:same]), "\n")) + 1,
	}))
}

// expected says what the recorded run did next.
func (t *Tape) expected() string {
	switch e := &t.entry; e.Class() {
	case record.TagEnd:
		return describeEnd(e.End)
	case record.TagEmit:
		recorded, err := t.reader.Payload(e.Payload)
		if err != nil {
			return "output on " + streamName(e.FD)
		}
		return describeOutput(e.FD, recorded)
	case record.TagAsk:
		return e.Kind.String()
	case record.TagCompletion:
		return fmt.Sprintf("completion of the op started %d before the last", e.Distance)
	case record.TagFine:
		return clockNames[loop.ClockFine]
	default:
		return clockNames[loop.ClockLoop]
	}
}

// compareEnd compares how the run ended.
func (t *Tape) compareEnd(end loop.End) error {
	t.slots++
	if t.remaining > 0 || t.over == overNot {
		return t.divergence(t.expected(), describeEnd(end), nil)
	}
	if t.over != overEnd || t.stopHere {
		return t.ended()
	}
	recorded := t.entry.End
	if recorded != end {
		return t.divergence(describeEnd(recorded), describeEnd(end), nil)
	}
	if t.entry.Digest != t.predictor.Digest {
		return t.divergence("the requests that were recorded", t.otherRequests(), nil)
	}
	if err := t.reader.Next(&t.entry); err != io.EOF {
		return t.divergence("the end of the recording", "more entries after its end", nil)
	}
	t.summary.Code, t.summary.Complete = end.Code, true
	return nil
}
