package main

import (
	"context"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/jsrr/jsrr"
)

// testFileCommand is "jsrr test-file", the process of one test file. What it
// writes to stdout is for the process that started it.
type testFileCommand struct {
	recordingFlags `embed:""`
	programFlags   `embed:""`
}

// recordingFlags say what to record of test files.
type recordingFlags struct {
	Record    string   `enum:"on-failure,always,never" default:"on-failure" placeholder:"WHEN" help:"Keep recordings of test files that fail (on-failure, the default), of all (always) or none (never)."`
	RecordDir string   `placeholder:"DIR" help:"Keep recordings in DIR instead of the store."`
	Redact    []string `advanced:"" sep:"none" placeholder:"REGEX" help:"Overwrite what matches with asterisks in recordings. Can be repeated."`
	AllowEnv  []string `advanced:"" placeholder:"NAME" help:"Record the value of this environment variable too. Can be repeated."`
}

// Values of --record beside on-failure.
const (
	recordAlways = "always"
	recordNever  = "never"
)

// testContextName is recorded, since a test file asks whether it is one.
const testContextName = "NODE_TEST_CONTEXT"

func (*testFileCommand) manual() manual {
	return manual{
		usage: "test-file [options] FILE",
		about: "Runs one test file for jsrr test: what it prints is not meant for people.",
	}
}

// arguments returns the flags again.
func (f *recordingFlags) arguments() []string {
	args := []string{"--record=" + f.Record}
	if f.RecordDir != "" {
		args = append(args, "--record-dir="+f.RecordDir)
	}
	for _, expression := range f.Redact {
		args = append(args, "--redact="+expression)
	}
	for _, name := range f.AllowEnv {
		args = append(args, "--allow-env="+name)
	}
	return args
}

// place is where recordings go.
func (f *recordingFlags) place() (place, error) {
	if f.RecordDir == "" {
		store, err := jsrr.DefaultStore()
		return place{store: store}, err
	}
	return place{store: jsrr.Store{Dir: f.RecordDir}, shows: f.RecordDir}, nil
}

// Run runs the test file, and records it.
func (c *testFileCommand) Run(t *terminal, line *commandLine) error {
	o, err := c.options(t, line)
	if err != nil {
		return err
	}
	endWith(t.stdin)
	channel := jsrr.NewTestChannel(t.stdout)
	o.Stdin, o.Stdout, o.Stderr, o.Events = strings.NewReader(""), channel.Stdout(), channel.Stderr(), channel.Events()
	o.CutOnSignals = true
	if c.Record == recordNever {
		result, err := jsrr.Run(context.Background(), o)
		if err != nil {
			return runFailure(err)
		}
		return exitStatus(result.ExitCode)
	}
	return c.record(t, o, channel)
}

// endWith ends the process when stdin does: the process that started it has
// gone, and nobody would end a test that hangs.
func endWith(stdin io.Reader) {
	go func() {
		_, _ = io.Copy(io.Discard, stdin)
		os.Exit(jsrr.ExitTerminated)
	}()
}

// record records the file and keeps the recording if it is wanted.
func (c *testFileCommand) record(t *terminal, o jsrr.Options, channel *jsrr.TestChannel) error {
	place, err := c.place()
	if err != nil {
		return err
	}
	folder, release, err := place.newFolder(c.name())
	if err != nil {
		return err
	}
	defer release()
	if err := channel.Recording(place.display(folder)); err != nil {
		return err
	}
	result, err := jsrr.Record(context.Background(), jsrr.RecordOptions{
		Options: o, Folder: folder, Command: append([]string{"jsrr", "test"}, c.Program...),
		AllowEnv: append(slices.Clone(c.AllowEnv), testContextName), Redact: c.Redact, Warn: t.warnNotRecording,
	})
	if err != nil {
		return runFailure(err)
	}
	kept := ""
	switch {
	case result.Recording == "":
		_ = os.Remove(folder) // empty, or not there at all
	case result.ExitCode != 0 || result.Cut != "" || c.Record == recordAlways:
		kept = place.display(folder)
		err = place.keep(folder)
	default:
		err = place.remove(folder)
	}
	if err != nil {
		return err
	}
	if err := channel.Kept(kept); err != nil {
		return err
	}
	return exitStatus(result.ExitCode)
}
