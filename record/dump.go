package record

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// dumpExcerpt is how many bytes of a payload Dump shows.
const dumpExcerpt = 48

// Dump writes a listing of all entries, one a line, for people. It needs no
// replay, so times and ops are relative, as they were recorded.
func (r *Recording) Dump(w io.Writer) error {
	out := bufio.NewWriter(w)
	r.dumpHeader(out)
	for _, name := range r.Loops() {
		d := dumper{out: out}
		if err := d.loop(r, name); err != nil {
			_ = out.Flush()
			return err
		}
	}
	return out.Flush()
}

func (r *Recording) dumpHeader(out *bufio.Writer) {
	h := &r.Header
	fmt.Fprintf(out, "format %d, jsrr %s, goja %s, %s/%s, time zone %s\n", h.Format, h.Jsrr, h.Goja, h.OS, h.Arch, h.TimeZone)
	fmt.Fprintf(out, "command %q\nscript %q\ndirectory %q\nstart %d\n", h.Command, h.Script, h.Dir, h.StartMs)
	for _, pattern := range h.Redact {
		fmt.Fprintf(out, "redacted %q\n", pattern)
	}
}

// dumper writes the entries of one loop.
type dumper struct {
	out    *bufio.Writer
	reader *Reader
	slot   uint64 // number of the next slot, from 1
}

func (d *dumper) loop(r *Recording, name string) error {
	reader, begins, err := r.Remaining(name)
	if err != nil {
		return err
	}
	d.reader, d.slot = reader, 1
	fmt.Fprintf(d.out, "\nloop %s\n", name)
	if begins != nil {
		fmt.Fprintf(d.out, "from turn %d on; what came before was let go\n", begins.Turn)
	}
	fmt.Fprintf(d.out, "%10s  %-24s %s\n", "slot", "place", "entry")
	var e Entry
	for {
		err := reader.Next(&e)
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if err := d.entry(&e); err != nil {
			return err
		}
	}
	if tail := reader.Tail(); tail > 0 {
		d.line("", fmt.Sprintf("%d as predicted", tail))
	}
	if reason := reader.Stopped(); reason != "" {
		d.line("", "the recorder gave up: "+reason)
	}
	return nil
}

func (d *dumper) line(place, text string) {
	fmt.Fprintf(d.out, "%10d  %-24s %s\n", d.slot, place, text)
}

func (d *dumper) entry(e *Entry) error {
	d.slot += e.Hits
	text, err := d.describe(e)
	if err != nil {
		return err
	}
	if e.Hits > 0 {
		text += fmt.Sprintf("  (after %d as predicted)", e.Hits)
	}
	d.line(fmt.Sprintf("%s+%d", strings.TrimSuffix(e.File, suffixes[eventStream]), e.Offset), text)
	if e.IsSlot() {
		d.slot++
	}
	return nil
}

func (d *dumper) describe(e *Entry) (string, error) {
	switch e.Class() {
	case TagTick:
		return fmt.Sprintf("clock +%d ms", e.Tag-TagTick+1), nil
	case TagClock:
		return fmt.Sprintf("clock %+d ms", e.Value), nil
	case TagWall:
		return fmt.Sprintf("wall clock %+d ms", e.Value), nil
	case TagFine:
		return fmt.Sprintf("fine clock %+d ns", e.Value), nil
	case TagEmit:
		return d.payload(fmt.Sprintf("output on %d", e.FD), e.Payload)
	case TagAsk:
		return d.payload(fmt.Sprintf("reply to %s%s", e.Kind, errnoText(e.Errno)), e.Payload)
	case TagCompletion:
		text := fmt.Sprintf("completion of op -%d%s", e.Distance, errnoText(e.Errno))
		if e.More {
			text += ", more follow"
		}
		return d.payload(text, e.Payload)
	case TagSource:
		return d.payload(fmt.Sprintf("source %x…", e.Hash[:6]), e.Payload)
	case TagEnv:
		return d.payload(map[bool]string{false: "variable", true: "redacted variable"}[e.Redacted], e.Payload)
	case TagPause:
		return "pause", nil
	case TagEnd:
		return fmt.Sprintf("end: exit code %d, %d turns, digest %016x%s", e.End.Code, e.End.Turns, e.Digest, cutText(e.End.Cut)), nil
	}
	return fmt.Sprintf("unknown entry %#02x", uint8(e.Tag)), nil
}

func errnoText(errno int32) string {
	if errno == 0 {
		return ""
	}
	return fmt.Sprintf(", error %d", errno)
}

func cutText(cut string) string {
	if cut == "" {
		return ""
	}
	return ", cut: " + cut
}

// payload appends a payload's length and beginning.
func (d *dumper) payload(text string, p Payload) (string, error) {
	if p.Length == 0 {
		return text, nil
	}
	short := p
	short.Length = min(p.Length, dumpExcerpt)
	b, err := d.reader.Payload(short)
	if err != nil {
		return "", err
	}
	text += fmt.Sprintf(", %d bytes %s", p.Length, strconv.QuoteToASCII(string(b)))
	if short.Length < p.Length {
		text += "…"
	}
	if p.Form == FormReference {
		text += fmt.Sprintf(" (stored at %d)", p.Offset)
	}
	return text, nil
}
