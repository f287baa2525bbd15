//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A program whose output nobody reads any more learns it from each way of writing,
// plainly, recorded and replayed; the console stays silent, and nobody dies of a
// signal.
func TestBrokenPipe(t *testing.T) {
	dir, command := t.TempDir(), ownCommand(t)
	program, recording := filepath.Join("testdata", "broken_pipe.js"), filepath.Join(dir, "recording")
	want, err := os.ReadFile(filepath.Join("testdata", "broken_pipe.out"))
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"run", program}, {"record", "--quiet", "-o", recording, program}, {"replay", recording}} {
		reader, writer, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		_ = reader.Close()
		var stderr bytes.Buffer
		cmd := exec.Command(command, args...)
		cmd.Stdout, cmd.Stderr = writer, &stderr
		if args[0] == "replay" {
			cmd.Stdout = nil // the replay itself ends like any command in a pipe
		}
		err = cmd.Run()
		_ = writer.Close()
		if err != nil || !strings.Contains(stderr.String(), string(want)) {
			t.Errorf("%s: %v\n%s", args, err, stderr.String())
		}
	}
}
