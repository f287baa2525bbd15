package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/jsrr/jsrr"
)

// diffCommand is "jsrr diff".
type diffCommand struct {
	A    string `arg:"" help:"A name of the store, a folder, or a packed file."`
	B    string `arg:"" help:"Another; latest is the newest of the store."`
	JSON bool   `help:"One JSON object."`
}

func (*diffCommand) manual() manual {
	return manual{
		usage: "diff A B [options]",
		about: "Replays two recordings of a program, turn by turn, and says where they part: the first turn in which another\n" +
			"callback ran, or the program got another answer, or printed something else, with the turns around it and the chain\n" +
			"of turns that led there. Clocks, random numbers, process ids and times of files do not count: they differ in any two\n" +
			"runs. The exit code is 0 when the runs are equal, 1 when they are not.",
		examples: []example{
			{"jsrr diff cart-16 cart-17", "where a run that fails leaves one that does not"},
			{"jsrr diff good.jsrr latest", "a packed file and the newest recording"},
			{"jsrr diff cart-16 cart-17 --json", "for a program"},
			{"jsrr show cart-17", "all turns of one of them"},
		},
	}
}

// Run compares the recordings.
func (c *diffCommand) Run(t *terminal) error {
	var sides [2]*jsrr.Recording
	for i, name := range []string{c.A, c.B} {
		recording, err := openRecording(name)
		if err != nil {
			return err
		}
		defer recording.Close()
		sides[i] = recording
	}
	a, b := sides[0], sides[1]
	d, err := jsrr.Diff(context.Background(), a, b)
	if err != nil {
		return err
	}
	if c.JSON {
		if err := json.NewEncoder(t.stdout).Encode(d); err != nil {
			return err
		}
	} else {
		printDifference(t, d, displayName(a), displayName(b))
	}
	if d.Kind != "" {
		return exitStatus(jsrr.ExitFailed)
	}
	return nil
}

// displayName returns the name by which a person knows a recording.
func displayName(r *jsrr.Recording) string { return filepath.Base(r.Path) }

// differenceText says what differs.
var differenceText = map[jsrr.DifferenceKind]string{
	jsrr.DiffersInTurn:   "another callback ran",
	jsrr.DiffersInAnswer: "the program got another answer from outside",
	jsrr.DiffersInOutput: "the program printed something else",
	jsrr.DiffersInEnd:    "the program ended in another way",
}

func printDifference(t *terminal, d *jsrr.Difference, a, b string) {
	w := t.stdout
	if d.Kind == "" {
		fmt.Fprintf(w, "no difference: %s and %s took the same turns, with the same answers and the same output\n", a, b)
		return
	}
	fmt.Fprintf(w, "%s\n", t.bold(fmt.Sprintf("%s and %s differ from turn %d on: %s", a, b, d.Turn, differenceText[d.Kind])))
	printSides(w, d, a, b)
	if d.Order != nil {
		fmt.Fprintf(w, "\n%s\n", t.bold(fmt.Sprintf("in turn %d another callback ran", d.Order.Turn)))
		printSides(w, d.Order, a, b)
	}
	width := max(len(a), len(b))
	fmt.Fprintf(w, "\n%-*s  %s\n%-*s  %s\n", width, a, endingText(&d.A), width, b, endingText(&d.B))
}

func printSides(w io.Writer, d *jsrr.Difference, a, b string) {
	sides := []*jsrr.Side{&d.A, &d.B}
	for i, name := range []string{a, b} {
		side := sides[i]
		fmt.Fprintf(w, "\n%s\n", name)
		for _, turn := range side.Before {
			printDiffTurn(w, " ", turn)
		}
		if side.At == nil {
			fmt.Fprintf(w, "> %7s  the run had ended\n", "")
			continue
		}
		printDiffTurn(w, ">", *side.At)
		for _, turn := range side.After {
			printDiffTurn(w, " ", turn)
		}
		if side.Answer != "" {
			fmt.Fprintf(w, "  got %s\n", side.Answer)
		}
		if side.Output != "" {
			fmt.Fprintf(w, "  printed %s\n", quoteHead(side.Output))
		}
		fmt.Fprintf(w, "%s", indent(shortChain(side.Chain)))
	}
}

func printDiffTurn(w io.Writer, mark string, turn jsrr.Turn) {
	turn.Site = shortPath(turn.Site)
	fmt.Fprintf(w, "%s %7d  %s\n", mark, turn.Number, turnText(turn))
}

func endingText(side *jsrr.Side) string {
	if side.Ended != "" {
		return "cut: " + side.Ended
	}
	return fmt.Sprintf("exit code %d", side.ExitCode)
}

// quoteHead quotes the beginning of a text.
func quoteHead(text string) string {
	const headMax = 200
	if len(text) > headMax {
		return fmt.Sprintf("%q…", strings.ToValidUTF8(text[:headMax], ""))
	}
	return fmt.Sprintf("%q", text)
}

// shortChain returns a chain as text, with paths as shortPath makes them.
func shortChain(c *jsrr.Chain) string {
	dir := strings.TrimSuffix(workingDirectory(), string(filepath.Separator)) + string(filepath.Separator)
	return strings.ReplaceAll(c.Text, " at "+dir, " at ")
}

func indent(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString("  " + line)
	}
	return b.String()
}
