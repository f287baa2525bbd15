package main

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/jsrr/jsrr"
)

// recordCommand is "jsrr record".
type recordCommand struct {
	Output       string `short:"o" placeholder:"DIR" help:"Record into this folder instead of the store."`
	UntilFailure bool   `help:"Run again and again until a run fails, and keep that one."`
	Max          int    `short:"n" default:"100" placeholder:"MAX" help:"At most so many runs with --until-failure; default 100."`
	Match        string `placeholder:"REGEX" help:"A run fails when its output matches, whatever its exit code."`
	Keep         string `default:"always" complete:"always,on-failure,last=10m,last=256MB" placeholder:"WHAT" help:"Keep the recording always, only on-failure, or its last=10m or last=256MB; also on-failure,last=10m."`
	Quiet        bool   `short:"q" help:"Say nothing but warnings and errors."`

	SnapshotEvery    string `placeholder:"N" help:"Take snapshots, where replays can begin: every 1000 turns, 10s, or 64MB of recording."`
	SnapshotOnSignal bool   `help:"Take a snapshot when SIGUSR2 arrives; with --snapshot-every that is so, too."`

	Redact   []string `advanced:"" sep:"none" placeholder:"REGEX" help:"Overwrite what matches, in answers and output, with asterisks in the recording. Can be repeated."`
	AllowEnv []string `advanced:"" placeholder:"NAME" help:"Record the value of this environment variable too; NAME may end in *. Can be repeated."`

	programFlags `embed:""`
}

func (*recordCommand) manual() manual {
	return manual{
		usage: "record [options] FILE [arguments]",
		about: "Runs a script and writes down all that it cannot compute itself, so that it can be replayed. The exit code is the\n" +
			"script's. A full disk or a folder that cannot be written ends the recording, never the script.\n" +
			"With --until-failure the output of runs that do not fail is not shown, and each run reads the same stdin: that of\n" +
			"jsrr when it is a file, else nothing.",
		examples: []example{
			{"jsrr record cart.js", "record one run; jsrr replay shows it again"},
			{"jsrr record --until-failure -n 1000 cart.js", "record the first of at most 1000 runs that fails"},
			{"jsrr record -o bug.jsrr --keep on-failure cart.js", "keep the recording in a folder, if the run fails"},
			{"jsrr record --keep last=10m server.js", "a flight recorder: the last ten minutes, however long the server runs"},
		},
	}
}

// Run records the script.
func (c *recordCommand) Run(t *terminal, line *commandLine) error {
	if c.watches() {
		return c.runWatched(t, line)
	}
	match, err := regexp.Compile(c.Match)
	if err != nil {
		return usage("record", fmt.Errorf("--match: %w", err))
	}
	if len(c.Program) == 0 && !line.hasSource() && t.stdinIsTerminal() {
		c.Interactive = true
	}
	o, err := c.options(t, line)
	if err != nil {
		return err
	}
	keep, err := c.keeping()
	if err != nil {
		return usage("record", err)
	}
	o.History = "" // what was typed in other sessions does not belong into a recording
	place, err := c.place()
	if err != nil {
		return err
	}
	if c.UntilFailure {
		a := attempts{recordCommand: c, terminal: t, line: line, match: match, place: place, options: o}
		return a.run()
	}
	return c.once(t, line, o, place, match, keep)
}

// once records one run.
func (c *recordCommand) once(t *terminal, line *commandLine, o jsrr.Options, place place, match *regexp.Regexp, keep keeping) error {
	folder, release, folderErr := place.newFolder(c.name())
	defer release()
	if folderErr != nil {
		t.warnNotRecording(folderErr)
	}
	ctx := context.Background()
	o.CutOnSignals = true
	defer keep.onSignal()()
	defer t.enforce(o.Timeout)()
	var result jsrr.Result
	var err error
	if folderErr != nil {
		result, err = jsrr.Run(ctx, o)
	} else {
		result, err = jsrr.Record(ctx, jsrr.RecordOptions{
			Options: o, Folder: folder, Command: append([]string{"jsrr", "record"}, c.arguments(line, o.Seed)...),
			AllowEnv: c.AllowEnv, Redact: c.Redact, Warn: t.warnNotRecording,
			SnapshotEvery: keep.plan, Snapshotter: keep.snapshotter, KeepLast: keep.last, WarnSnapshot: t.warnNoSnapshot,
		})
	}
	if err != nil {
		return runFailure(err)
	}
	t.note(result)
	t.reportPending(&result, c.Pending)
	if result.Recording == "" {
		_ = os.Remove(folder) // empty, or not there at all
		return exitStatus(result.ExitCode)
	}
	failed, err := c.failed(result.ExitCode, folder, match)
	if err != nil {
		return err
	}
	if !failed && keep.onFailure {
		return c.drop(t, place, folder, result.ExitCode)
	}
	return c.kept(t, place, folder, result)
}

// failed says whether a run is of the kind that is looked for.
func (c *recordCommand) failed(code int, folder string, match *regexp.Regexp) (bool, error) {
	if c.Match == "" {
		return code != 0, nil
	}
	return outputMatches(folder, match)
}

// drop removes the recording of a run that did not fail.
func (c *recordCommand) drop(t *terminal, place place, folder string, code int) error {
	t.status.Recording = ""
	if err := place.remove(folder); err != nil {
		return err
	}
	if !c.Quiet {
		t.printf("%s exit code %d; the recording was not kept\n", t.bold("jsrr:"), code)
	}
	return exitStatus(code)
}

// kept says where the recording is.
func (c *recordCommand) kept(t *terminal, place place, folder string, result jsrr.Result) error {
	if err := place.keep(folder); err != nil {
		return err
	}
	place.prune(t, c.Quiet)
	if !c.Quiet {
		ending := fmt.Sprintf("exit code %d", result.ExitCode)
		if result.Cut != "" {
			ending = result.Cut + ", " + ending
		}
		t.printf("%s recorded %s (%s) as %s\n",
			t.bold("jsrr:"), turnCount(result.Turns), ending, place.display(folder))
		t.next("jsrr replay " + shellWord(place.display(folder)))
	}
	return exitStatus(result.ExitCode)
}

func (t *terminal) warnNotRecording(err error) {
	t.printf("%s %v; the script goes on without being recorded\n", t.red("jsrr: warning:"), err)
}

// arguments returns those that record the same program in the same way.
func (c *recordCommand) arguments(line *commandLine, seed uint64) []string {
	var args []string
	if c.Timeout > 0 {
		args = append(args, "--timeout", c.Timeout.String())
	}
	if c.VirtualClock {
		args = append(args, "--virtual-clock", "--seed", strconv.FormatUint(seed, 10))
	}
	if c.SnapshotEvery != "" {
		args = append(args, "--snapshot-every", c.SnapshotEvery)
	}
	if strings.Contains(c.Keep, keepLast) {
		args = append(args, "--keep", c.Keep)
	}
	if c.Restore != "" {
		args = append(args, "--restore", c.Restore)
	}
	for _, expression := range c.Redact {
		args = append(args, "--redact", expression)
	}
	for _, name := range c.AllowEnv {
		args = append(args, "--allow-env", name)
	}
	args = append(args, line.execArgs...)
	if len(c.Program) > 0 {
		args = append(append(args, "--"), c.Program...)
	}
	return args
}
