package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"text/tabwriter"
	"time"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/internal/figures"
)

// lsCommand is "jsrr ls".
type lsCommand struct {
	JSON bool `help:"One JSON object per line."`
}

func (*lsCommand) manual() manual {
	return manual{
		usage: "ls [options]",
		about: "Lists the recordings of the store, newest last. The store is $JSRR_STORE, or a folder among the user's state files.",
		examples: []example{
			{"jsrr ls", "list all recordings"},
			{"jsrr ls --json", "… for a program"},
			{"jsrr info latest", "say more about the newest"},
			{"jsrr rm cart-17", "remove one"},
		},
	}
}

// listed is a line of the list.
type listed struct {
	Name    string    `json:"name"`
	When    time.Time `json:"when"`
	Script  string    `json:"script"`
	State   string    `json:"state"`
	Outcome string    `json:"outcome"`
	Turns   uint64    `json:"turns"`
	Size    int64     `json:"size"`
	Kept    bool      `json:"kept,omitempty"`
}

// Run prints the list.
func (c *lsCommand) Run(t *terminal) error {
	store, err := jsrr.DefaultStore()
	if err != nil {
		return err
	}
	names, err := store.Names()
	if err != nil {
		return err
	}
	if len(names) == 0 {
		t.printf("no recordings in %s\n", store.Dir)
		t.next("jsrr record FILE")
		return nil
	}
	if c.JSON {
		return c.printJSON(t, store, names)
	}
	w := tabwriter.NewWriter(t.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "NAME\tWHEN\tSCRIPT\tOUTCOME\tTURNS\tSIZE")
	for _, name := range names {
		l := list(store, name)
		turns := "-"
		if l.Turns > 0 {
			turns = figures.Count(l.Turns)
		}
		size := figures.Bytes(l.Size)
		if l.Kept {
			size += "\tkept"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", l.Name, l.When.Format(timeFormat), l.Script, l.Outcome, turns, size)
	}
	return w.Flush()
}

func (c *lsCommand) printJSON(t *terminal, store jsrr.Store, names []string) error {
	encoder := json.NewEncoder(t.stdout)
	for _, name := range names {
		if err := encoder.Encode(list(store, name)); err != nil {
			return err
		}
	}
	return nil
}

// list describes a recording of the store; one that cannot be read is listed
// too, so that it can be removed.
func list(store jsrr.Store, name string) listed {
	recording, err := jsrr.OpenRecording(filepath.Join(store.Dir, name))
	if err != nil {
		return listed{Name: name, Script: "-", State: string(jsrr.Damaged), Outcome: "unreadable"}
	}
	defer recording.Close()
	l := listed{Name: name, When: recording.Started(), Script: filepath.Base(recording.Program())}
	status, err := recording.Status()
	if err != nil {
		status.State = jsrr.Damaged
	}
	l.State, l.Outcome, l.Turns = string(status.State), outcomeText(&status), status.Turns
	if status.State == jsrr.Killed && store.Written(name) {
		l.Outcome = "is being recorded"
	}
	l.Size, _ = recording.Size()
	l.Kept = store.Pinned(name)
	return l
}

// outcomeText says in a few words how a run ended.
func outcomeText(status *jsrr.LoopManifest) string {
	switch status.State {
	case jsrr.Complete:
		return fmt.Sprintf("exit code %d", status.ExitCode)
	case jsrr.Cut:
		return "cut: " + status.Reason
	case jsrr.Killed:
		return "killed, or still runs"
	}
	return string(status.State)
}
