package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/jsrr/jsrr"
)

// showCommand is "jsrr show".
type showCommand struct {
	Recording string `arg:"" optional:"" name:"rec" help:"A name of the store, a folder, or a packed file; default latest."`
	JSON      bool   `help:"One JSON object per line."`
	Trace     string `placeholder:"FILE" help:"Write a Chrome trace instead, which Perfetto and DevTools open; compressed if FILE ends in .gz."`
}

func (*showCommand) manual() manual {
	return manual{
		usage: "show [REC] [options]",
		about: "Replays a recording silently and lists its turns: number, time on the loop's clock in milliseconds, the ticks and\n" +
			"microtasks (jobs) that ran in it, what was dispatched, and the place in the program that started it. 812#2 is the\n" +
			"second thing that turn 812 started.",
		examples: []example{
			{"jsrr show", "the turns of the newest recording"},
			{"jsrr show cart-17 --json", "one JSON object per line"},
			{"jsrr show cart-17 --trace cart.json", "a picture: open the file at https://ui.perfetto.dev"},
			{"jsrr replay cart-17 --to 812", "replay up to one of them"},
		},
	}
}

// Run prints the turns.
func (c *showCommand) Run(t *terminal) error {
	recording, err := openRecording(c.Recording)
	if err != nil {
		return err
	}
	defer recording.Close()
	if foreign := recording.Foreign(); foreign != "" {
		t.printf("%s %s; the turns may differ\n", t.red("jsrr: warning:"), foreign)
	}
	if c.Trace != "" {
		return c.writeTrace(t, recording)
	}
	out := bufio.NewWriter(t.stdout)
	visit := func(turn jsrr.Turn) error { return printTurn(out, turn) }
	if c.JSON {
		encoder := json.NewEncoder(out)
		visit = func(turn jsrr.Turn) error { return encoder.Encode(turn) }
	} else {
		fmt.Fprintf(out, "%7s %9s %6s  %s\n", "TURN", "TIME", "JOBS", "WHAT")
	}
	result, err := recording.Turns(context.Background(), visit)
	if flushErr := out.Flush(); err == nil {
		err = flushErr
	}
	if err == nil && result.Ended != "" {
		t.printf("%s\n", result.Ended)
	}
	return err
}

// writeTrace writes the trace of a recording. A file that cannot be completed
// stays, and can be opened as far as it goes.
func (c *showCommand) writeTrace(t *terminal, recording *jsrr.Recording) error {
	if c.JSON {
		return usage("show", errTraceJSON)
	}
	file, err := os.Create(c.Trace)
	if err != nil {
		return err
	}
	var w io.WriteCloser = file
	if strings.HasSuffix(c.Trace, ".gz") {
		w = gzip.NewWriter(file)
	}
	result, err := recording.WriteTrace(context.Background(), w)
	if w != io.WriteCloser(file) {
		err = cmp.Or(err, w.Close())
	}
	if err := cmp.Or(err, file.Close()); err != nil {
		return err
	}
	if result.Ended != "" {
		t.printf("%s\n", result.Ended)
	}
	t.printf("%s wrote %s of %s to %s\n", t.bold("jsrr:"), turnCount(result.Turns), displayName(recording), c.Trace)
	t.next("open it at https://ui.perfetto.dev, or in the Performance panel of DevTools")
	return nil
}

var errTraceJSON = errors.New("only one of --json and --trace can be written")

// printTurn writes a turn as one line.
func printTurn(w io.Writer, turn jsrr.Turn) error {
	_, err := fmt.Fprintf(w, "%7d %6d ms %6d  %s\n", turn.Number, turn.TimeMs, turn.Jobs, turnText(turn))
	return err
}

// turnText says what a turn ran, and what had started it.
func turnText(turn jsrr.Turn) string {
	what := turn.Kind
	if turn.Request != "" {
		what = turn.Request
	}
	if turn.DelayMs > 0 {
		what = fmt.Sprintf("%s %d ms", what, turn.DelayMs)
	}
	if turn.Cause != "" {
		what = fmt.Sprintf("%-16s <- %s", what, turn.Cause)
	}
	if turn.Site != "" {
		what += "  " + turn.Site
	}
	return what
}
