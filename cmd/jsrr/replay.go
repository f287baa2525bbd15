package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"time"

	"github.com/jsrr/jsrr"
)

// replayCommand is "jsrr replay".
type replayCommand struct {
	Recording  string        `arg:"" optional:"" name:"rec" help:"A name of the store, a folder, or a packed file; default latest."`
	From       string        `placeholder:"TURN" help:"Print the output from this turn on; the newest snapshot before it is where the replay begins. Or from the last snapshot of all (last), or the start."`
	To         *uint64       `placeholder:"TURN" help:"Stop after this turn; jsrr show lists them."`
	Quiet      bool          `short:"q" help:"Do not print the program's output again."`
	ExitCode   bool          `help:"Exit with the program's own exit code."`
	Pending    bool          `help:"Then list the timers, ops and handles that were not done, and where they were started."`
	HeapDigest bool          `advanced:"" help:"Then print the SHA-256 of all that the program holds in memory: equal after replays that end at the same turn."`
	Timeout    time.Duration `placeholder:"DURATION" help:"Stop the replay after this long; exit code 124."`
	StatusFile string        `advanced:"" placeholder:"FILE" help:"Write a JSON object about the replay to FILE: exit code and whose it is, cut, recording."`
}

func (*replayCommand) manual() manual {
	return manual{
		usage: "replay [REC] [options]",
		about: "Runs a recorded program again, with the answers that it got then: the same turns, in the same order, with the same\n" +
			"output. It waits for nothing, and touches nothing: it works without the program's files, on any machine.\n" +
			"The exit code is 0 when all output was identical, 67 when the replay diverged.",
		examples: []example{
			{"jsrr replay", "replay the newest recording"},
			{"jsrr replay cart-17 --to 812", "stop after turn 812"},
			{"jsrr replay server-3 --from last", "the end of a long run, from its last snapshot"},
			{"jsrr replay cart-17 --exit-code", "behave as the program did"},
		},
	}
}

// Run replays the recording.
func (c *replayCommand) Run(t *terminal) error {
	t.statusFile = c.StatusFile
	if c.Timeout < 0 {
		return usage("replay", errTimeout)
	}
	recording, err := openRecording(c.Recording)
	if err != nil {
		return err
	}
	defer recording.Close()
	t.announce(recording)
	o := jsrr.ReplayOptions{Recording: recording.Path, Stdout: t.stdout, Stderr: t.stderr, To: c.To, Timeout: c.Timeout, Pending: c.Pending, HeapDigest: c.HeapDigest}
	if err := c.from(&o); err != nil {
		return usage("replay", err)
	}
	o.Warn = func(err error) { t.printf("%s %v\n", t.red("jsrr: warning:"), err) }
	if c.Quiet {
		o.Stdout, o.Stderr = io.Discard, io.Discard
	}
	defer t.enforce(c.Timeout)()
	result, err := recording.Replay(context.Background(), o)
	if err != nil {
		return c.elsewhere(recording, err)
	}
	if c.Pending {
		t.reportPending(&result.Result, true)
	}
	if c.HeapDigest {
		t.printf("heap %s\n", result.HeapDigest)
	}
	t.note(result.Result)
	return c.conclude(t, result)
}

var errFrom = errors.New("--from: a turn, last, or start")

// from reads where the replay begins.
func (c *replayCommand) from(o *jsrr.ReplayOptions) error {
	switch c.From {
	case "":
		return nil
	case "start":
		o.From = new(uint64) // no snapshot is as old
		return nil
	case "last":
		o.FromLast = true
		return nil
	}
	turn, err := strconv.ParseUint(c.From, 10, 64)
	if err != nil {
		return fmt.Errorf("%w; not %q", errFrom, c.From)
	}
	o.From = &turn
	return nil
}

// elsewhere completes the error of a replay that cannot begin where it should.
func (c *replayCommand) elsewhere(recording *jsrr.Recording, err error) error {
	if !errors.Is(err, jsrr.ErrNoSnapshot) && !errors.Is(err, jsrr.ErrSnapshot) {
		return err
	}
	next := "jsrr replay " + shellWord(displayName(recording)) + " --from start"
	return &failure{code: jsrr.ExitCodeOf(err), err: err, next: next}
}

// conclude says what the replay found.
func (c *replayCommand) conclude(t *terminal, result jsrr.ReplayResult) error {
	turns := turnCount(result.Turns - result.From)
	if result.From > 0 {
		turns += fmt.Sprintf(" from turn %d on", result.From)
	}
	switch {
	case result.Ended != "":
		t.printf("replayed %s, output identical; %s\n", turns, result.Ended)
	case result.Cut == jsrr.ErrReached.Error():
		t.printf("replayed %s, output identical so far; stopped after turn %d as asked\n", turns, *c.To)
	case result.Cut != "":
		t.printf("replayed %s, output identical so far; stopped: %s\n", turns, result.Cut)
		return exitStatus(result.ExitCode)
	default:
		t.printf("replayed %s, output identical, program exit code %d\n", turns, result.ExitCode)
	}
	switch {
	case !c.ExitCode:
		return nil
	case result.ExitCode < 0:
		return exitStatus(jsrr.ExitFailed)
	}
	return exitStatus(result.ExitCode)
}

// announce says that what follows is a replay, and of what.
func (t *terminal) announce(r *jsrr.Recording) {
	t.printf("%s %s: %s, recorded %s by jsrr %s\n", t.bold("replay of"),
		filepath.Base(r.Path), filepath.Base(r.Program()), r.Started().Format(timeFormat), r.Header.Jsrr)
	if foreign := r.Foreign(); foreign != "" {
		t.printf("%s %s; the replay may diverge\n", t.red("jsrr: warning:"), foreign)
	}
}

// timeFormat is how times are shown.
const timeFormat = "2006-01-02 15:04:05"

// openRecording opens what REC names.
func openRecording(reference string) (*jsrr.Recording, error) {
	store, err := jsrr.DefaultStore()
	if err != nil {
		return nil, err
	}
	path, err := store.Find(reference)
	if err != nil {
		return nil, suggestRecording(reference, err)
	}
	return jsrr.OpenRecording(path)
}
