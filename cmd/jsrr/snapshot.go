package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/jsrr/jsrr"
)

// snapshotSuffix is how the names of startup snapshots end.
const snapshotSuffix = ".jsrrsnap"

// snapshotCommand is "jsrr snapshot".
type snapshotCommand struct {
	Output string        `short:"o" placeholder:"FILE" help:"The file to make; default the script's name with .jsrrsnap."`
	Settle time.Duration `placeholder:"DURATION" help:"Wait so long for timers that the program has set; default 100ms."`

	programFlags `embed:""`
}

func (*snapshotCommand) manual() manual {
	return manual{
		usage: "snapshot [options] FILE [arguments]",
		about: "Runs a script until it has done its start-up work, and writes a snapshot of it: jsrr run --restore goes on there, in\n" +
			"any process, without doing the work again. That is when the program would wait for a timer, a signal, input or the\n" +
			"change of a file, or has nothing more to do. What it reads until then, and what it made of its arguments and\n" +
			"environment, is in the snapshot; so are its secrets. v8.startupSnapshot is there as in Node.js.",
		examples: []example{
			{"jsrr snapshot -o server.jsrrsnap server.js", "do the start-up work of server.js once"},
			{"jsrr run --restore server.jsrrsnap --port 80", "go on from there, with arguments of its own"},
			{"jsrr snapshot --settle 2s server.js", "wait for what the script does within 2 seconds"},
			{"jsrr record --restore server.jsrrsnap", "record that; the recording holds the snapshot"},
		},
	}
}

var errSnapshotSession = errors.New("a snapshot is made of a script, --eval or --print")

// Run makes the snapshot.
func (c *snapshotCommand) Run(t *terminal, line *commandLine) error {
	if c.Interactive || c.Restore != "" {
		return usage("snapshot", errSnapshotSession)
	}
	o, err := c.options(t, line)
	if err != nil {
		return err
	}
	output := c.Output
	if output == "" {
		base := filepath.Base(c.name())
		output = strings.TrimSuffix(base, filepath.Ext(base)) + snapshotSuffix
	}
	o.CutOnSignals = true
	defer t.enforce(o.Timeout)()
	result, err := jsrr.Snapshot(context.Background(), jsrr.SnapshotOptions{Options: o, File: output, Settle: c.Settle})
	if errors.Is(err, jsrr.ErrNotSettled) {
		return &failure{code: jsrr.ExitFailed, err: err, next: "v8.startupSnapshot.addDeserializeCallback(…) keeps what ends the program for later"}
	}
	if err != nil {
		return runFailure(err)
	}
	t.note(result)
	if result.ExitCode != jsrr.ExitOK || result.Cut != "" {
		t.printf("%s no snapshot: the program ended with exit code %d\n", t.red("jsrr:"), result.ExitCode)
		return exitStatus(result.ExitCode)
	}
	info, err := os.Stat(output)
	if err != nil {
		return err
	}
	t.printf("%s %s: %s after %s\n", t.bold("jsrr:"), output, fmt.Sprintf("%d bytes", info.Size()), turnCount(result.Turns))
	t.next("jsrr run --restore " + shellWord(output))
	return nil
}

func (t *terminal) warnLost(what string) {
	t.printf("%s %s\n", t.red("jsrr: warning:"), what)
}

// restorePath finds the recording that --restore names.
func restorePath(restore string) (string, error) {
	reference, _, ok := jsrr.CutTurn(restore)
	if !ok {
		return restore, nil
	}
	recording, err := openRecording(reference)
	if err != nil {
		return "", err
	}
	path := recording.Path
	return path + restore[len(reference):], recording.Close()
}

var errRestored = fmt.Errorf("--restore goes on with the snapshot's program: there is no other to run")
