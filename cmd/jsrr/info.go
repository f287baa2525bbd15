package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/jsrr/jsrr"
)

// infoCommand is "jsrr info".
type infoCommand struct {
	Recording string `arg:"" optional:"" name:"rec" help:"A name of the store, a folder, or a packed file; default latest."`
	JSON      bool   `help:"One JSON object."`
}

func (*infoCommand) manual() manual {
	return manual{
		usage: "info [REC] [options]",
		about: "Says what was recorded, when, where and by which versions; how the run ended; and what the recording holds: source\n" +
			"files, the environment variables that the program read, output.",
		examples: []example{
			{"jsrr info", "the newest recording"},
			{"jsrr info cart-17", "one of the store"},
			{"jsrr info bug.jsrr", "a folder or a packed file"},
			{"jsrr show cart-17", "go on with its turns"},
		},
	}
}

// Run prints the description.
func (c *infoCommand) Run(t *terminal) error {
	recording, err := openRecording(c.Recording)
	if err != nil {
		return err
	}
	defer recording.Close()
	manifest, err := recording.Manifest()
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(t.stdout).Encode(manifest)
	}
	size, err := recording.Size()
	if err != nil {
		return err
	}
	h := &recording.Header
	for _, line := range [][2]string{
		{"recording", recording.Path},
		{"program", recording.Program()},
		{"command", shellWords(h.Command)},
		{"directory", h.Dir},
		{"started", recording.Started().Format(timeFormat) + " " + h.TimeZone},
		{"machine", h.OS + "/" + h.Arch},
		{"versions", fmt.Sprintf("jsrr %s, goja %s, format %d", h.Jsrr, h.Goja, h.Format)},
		{"size", byteCount(size)},
	} {
		fmt.Fprintf(t.stdout, "%-10s %s\n", line[0], line[1])
	}
	for i := range manifest.Loops {
		printLoop(t.stdout, &manifest.Loops[i])
	}
	printContents(t.stdout, manifest)
	return nil
}

// printLoop says how a loop's run ended, and how much was recorded of it.
func printLoop(w io.Writer, l *jsrr.LoopManifest) {
	outcome := outcomeText(l)
	if l.State == jsrr.Incomplete || l.State == jsrr.Damaged {
		outcome += ": " + l.Reason
	}
	if l.Turns > 0 {
		outcome += ", " + turnCount(l.Turns)
	}
	fmt.Fprintf(w, "%-10s %s\n", l.Name, outcome)
	fmt.Fprintf(w, "%-10s %s of %s answers written down, %s for order, %s for content\n", "",
		thousands(l.Entries), thousands(l.Slots), byteCount(int64(l.EventBytes)), byteCount(int64(l.PayloadBytes)))
}

// printContents lists what of the machine a recording holds.
func printContents(w io.Writer, m *jsrr.Manifest) {
	var stdout, stderr uint64
	for i := range m.Loops {
		stdout += m.Loops[i].StdoutBytes
		stderr += m.Loops[i].StderrBytes
	}
	fmt.Fprintf(w, "%-10s %s on stdout, %s on stderr\n", "output", byteCount(int64(stdout)), byteCount(int64(stderr)))
	fmt.Fprintf(w, "%-10s %d files\n", "sources", len(m.Sources))
	for _, source := range m.Sources {
		fmt.Fprintf(w, "  %s: %s\n", source.Path, byteCount(int64(source.Length)))
	}
	fmt.Fprintf(w, "%-10s %d variables\n", "env", len(m.Env))
	for _, variable := range m.Env {
		kept := "value recorded"
		if variable.Redacted {
			kept = "value not recorded"
		}
		fmt.Fprintf(w, "  %s: %s\n", variable.Name, kept)
	}
	fmt.Fprintf(w, "%-10s by kind\n", "answers")
	for _, replies := range m.Replies {
		fmt.Fprintf(w, "  %s: %s, %s\n", replies.Kind, thousands(replies.Count), byteCount(int64(replies.Bytes)))
	}
}
