package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/internal/figures"
)

// heapCommand is "jsrr heap", and "jsrr heap diff".
type heapCommand struct {
	Args         []string `arg:"" optional:"" name:"rec" help:"A name of the store, a folder, or a packed file; default latest."`
	At           *uint64  `placeholder:"TURN" help:"Look before this turn; default that of --of."`
	Of           string   `placeholder:"TURN-OR-OP" help:"Only what one callback can reach: by the turn that calls it (812), or by what started it (811#2)."`
	Path         string   `placeholder:"PATH" help:"Only what is there, and who holds it; paths are written as in the tree."`
	Depth        int      `placeholder:"N" help:"How deep the tree goes; default 16."`
	Width        int      `placeholder:"N" help:"How many lines are shown of one object; default 20."`
	Lines        int      `placeholder:"N" help:"How many lines are shown in all; default 400."`
	All          bool     `help:"Show what jsrr's own modules hold, and prototypes, too."`
	JSON         bool     `help:"One JSON object."`
	HeapSnapshot string   `name:"heapsnapshot" placeholder:"FILE" help:"Write a file instead that the Memory panel of DevTools opens: FILE.heapsnapshot."`
}

func (*heapCommand) manual() manual {
	return manual{
		usage: "heap [REC] --at TURN [options], or jsrr heap diff [REC] TURN TURN [options]",
		about: "Replays a recording silently up to a turn and prints, as a tree, what the program holds there: what each callback that\n" +
			"waits can reach, and the global variables. Before each line stands how much memory goes when that thing goes.\n" +
			"811#2.callback(cart).items[3] is a path: what turn 811 started second will call a function, which closes over a\n" +
			"variable cart. A thing that is held more than once is shown once; elsewhere stands = and its path.\n" +
			"jsrr heap diff says what appeared, vanished and changed between two turns.",
		examples: []example{
			{"jsrr heap cart-17 --of 812", "what the callback of turn 812 can reach when it is called"},
			{"jsrr heap --of 812 --path '811#2.callback(cart)'", "one thing, and who holds it"},
			{"jsrr heap --at 812 --heapsnapshot cart", "all of it, for the Memory panel of DevTools"},
			{"jsrr heap diff 10 20", "what happened between two turns; --heapsnapshot writes two files to compare"},
		},
	}
}

// heapDiffWord makes the command compare two heaps. A folder of that name is ./diff.
const heapDiffWord = "diff"

// Run looks at the heap.
func (c *heapCommand) Run(t *terminal) error {
	if len(c.Args) > 0 && c.Args[0] == heapDiffWord {
		return c.heapProblem(c.compare(t, c.Args[1:]))
	}
	if len(c.Args) > 1 {
		return usage("heap", fmt.Errorf("unexpected argument %s", c.Args[1]))
	}
	if c.At == nil && c.Of == "" {
		return usage("heap", errors.New("--at or --of must say which turn to look at; jsrr show lists them"))
	}
	recording, err := openRecording(strings.Join(c.Args, ""))
	if err != nil {
		return err
	}
	defer recording.Close()
	t.warnForeign(recording)
	h, err := recording.Heap(context.Background(), jsrr.HeapOptions{At: c.At, Of: c.Of})
	if err != nil {
		return c.heapProblem(err)
	}
	if c.HeapSnapshot != "" {
		return c.writeSnapshots(t, []string{snapshotName(c.HeapSnapshot, "")}, h)
	}
	return c.heapProblem(c.print(t, recording, h))
}

// warnForeign says that a recording is of another version of jsrr.
func (t *terminal) warnForeign(r *jsrr.Recording) {
	if foreign := r.Foreign(); foreign != "" {
		t.printf("%s %s; what it holds may differ\n", t.red("jsrr: warning:"), foreign)
	}
}

// heapProblem gives an error about turns and callbacks what to type next.
func (c *heapCommand) heapProblem(err error) error {
	var problem *jsrr.HeapError
	if errors.As(err, &problem) {
		return &failure{code: jsrr.ExitFailed, err: err, next: cmp.Or(problem.Next, "jsrr help heap")}
	}
	return err
}

// heapJSON is what --json prints.
type heapJSON struct {
	At        uint64              `json:"at"`
	Of        string              `json:"of,omitempty"`
	Own       jsrr.HeapSum        `json:"own"`
	All       jsrr.HeapSum        `json:"all"`
	Tree      jsrr.HeapItem       `json:"tree"`
	Retainers []jsrr.HeapRetainer `json:"retainers,omitempty"`
	Largest   []jsrr.HeapItem     `json:"largest,omitempty"`
}

// retainersMax and largestMax are how many are shown.
const (
	retainersMax = 10
	largestMax   = 10
)

func (c *heapCommand) print(t *terminal, recording *jsrr.Recording, h *jsrr.Heap) error {
	tree, err := h.Tree(c.Path, jsrr.HeapLimits{Depth: c.Depth, Width: c.Width, Lines: c.Lines, All: c.All})
	if err != nil {
		return err
	}
	all := heapJSON{At: h.At, Of: h.Of, Own: h.Own(), All: h.All(), Tree: tree}
	count := 0
	if c.Path != "" {
		if all.Retainers, count, err = h.Retainers(c.Path, retainersMax); err != nil {
			return err
		}
	} else {
		all.Largest = h.Largest(largestMax)
	}
	if c.JSON {
		return json.NewEncoder(t.stdout).Encode(all)
	}
	out := bufio.NewWriter(shortPlaces{t.stdout})
	fmt.Fprintf(out, "%s\n", t.bold(fmt.Sprintf("%s before turn %d", displayName(recording), h.At)))
	if h.Of != "" {
		fmt.Fprintf(out, "what can be reached by %s\n", h.Of)
	}
	fmt.Fprintf(out, "%s, %s of the program's own; %s with jsrr's modules\n\n",
		plural(all.Own.Count, "object"), figures.Bytes(int64(all.Own.Size)), figures.Bytes(int64(all.All.Size)))
	if err := tree.Print(out); err != nil {
		return err
	}
	if c.Path != "" {
		fmt.Fprintf(out, "\nheld by\n")
		printRetainers(out, all.Retainers, count)
	} else if len(all.Largest) > 0 {
		fmt.Fprintf(out, "\nlargest\n")
		for _, item := range all.Largest {
			fmt.Fprintf(out, "%9s  %s  = %s\n", figures.Bytes(int64(item.Retained)), item.Text, item.Path)
		}
	}
	return out.Flush()
}

// shortPlaces makes the places of functions relative to the working directory.
type shortPlaces struct{ io.Writer }

func (w shortPlaces) Write(b []byte) (int, error) {
	dir := strings.TrimSuffix(workingDirectory(), string(filepath.Separator)) + string(filepath.Separator)
	text := string(b)
	for _, before := range []string{" (", ", "} {
		text = strings.ReplaceAll(text, before+dir, before)
	}
	if _, err := io.WriteString(w.Writer, text); err != nil {
		return 0, err
	}
	return len(b), nil
}

func printRetainers(out *bufio.Writer, list []jsrr.HeapRetainer, count int) {
	for _, r := range list {
		fmt.Fprintf(out, "%9s  %s of %s  = %s\n", figures.Bytes(int64(r.Retained)), r.Label, r.Text, r.Path)
	}
	if more := count - len(list); more > 0 {
		fmt.Fprintf(out, "%9s  … %s more\n", "", figures.Count(uint64(more)))
	}
}

// snapshotName returns the name of a file for DevTools, which knows them by their
// ending. mark is put before it.
func snapshotName(name, mark string) string {
	const ending = ".heapsnapshot"
	return strings.TrimSuffix(name, ending) + mark + ending
}

func (c *heapCommand) writeSnapshots(t *terminal, names []string, heaps ...*jsrr.Heap) error {
	for i, h := range heaps {
		file, err := os.Create(names[i])
		if err != nil {
			return err
		}
		if err := cmp.Or(h.WriteSnapshot(file), file.Close()); err != nil {
			return err
		}
		all := h.All()
		t.printf("%s wrote %s (%s) to %s\n", t.bold("jsrr:"), plural(all.Count, "object"), figures.Bytes(int64(all.Size)), names[i])
	}
	t.next("open it in the Memory panel of Chrome's DevTools: Load profile")
	return nil
}

// compare is "jsrr heap diff [REC] A B".
func (c *heapCommand) compare(t *terminal, args []string) error {
	var turns [2]uint64
	if len(args) < 2 || len(args) > 3 || c.At != nil || c.Of != "" || c.Path != "" {
		return usage("heap", errors.New("heap diff takes a recording and two turns"))
	}
	for i, text := range args[len(args)-2:] {
		var err error
		if turns[i], err = strconv.ParseUint(text, 10, 64); err != nil {
			return usage("heap", fmt.Errorf("%q is no turn", text))
		}
	}
	recording, err := openRecording(strings.Join(args[:len(args)-2], ""))
	if err != nil {
		return err
	}
	defer recording.Close()
	t.warnForeign(recording)
	before, after, err := recording.HeapsAt(context.Background(), turns[0], turns[1])
	if err != nil {
		return err
	}
	if c.HeapSnapshot != "" {
		name := func(turn uint64) string { return snapshotName(c.HeapSnapshot, fmt.Sprintf("-%d", turn)) }
		return c.writeSnapshots(t, []string{name(turns[0]), name(turns[1])}, before, after)
	}
	d := jsrr.CompareHeaps(before, after, cmp.Or(c.Width, heapDiffMax))
	if c.JSON {
		return json.NewEncoder(t.stdout).Encode(d)
	}
	out := bufio.NewWriter(shortPlaces{t.stdout})
	for i, sum := range []jsrr.HeapSum{d.Before, d.After} {
		fmt.Fprintf(out, "%s before turn %d: %s, %s of the program's own\n",
			filepath.Base(recording.Path), turns[i], plural(sum.Count, "object"), figures.Bytes(int64(sum.Size)))
	}
	if err := d.Print(out); err != nil {
		return err
	}
	return out.Flush()
}

// heapDiffMax is how many lines each list of a difference has.
const heapDiffMax = 30
