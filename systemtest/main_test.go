package systemtest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/jsrr/jsrr"
)

// recorderEnv makes the test binary a recorder: its value is the folder of the
// recording. The arguments are the options' Script and Dir. virtualEnv, when
// set, is the seed of a virtual clock; keepEnv makes it a flight recorder, which
// keeps so many bytes.
const (
	recorderEnv = "JSRR_SYSTEMTEST_RECORDING"
	virtualEnv  = "JSRR_SYSTEMTEST_VIRTUAL"
	keepEnv     = "JSRR_SYSTEMTEST_KEEP"
)

func TestMain(m *testing.M) {
	if folder := os.Getenv(recorderEnv); folder != "" {
		os.Exit(recordOnly(folder, os.Args[1], os.Args[2]))
	}
	os.Exit(m.Run())
}

// recordOnly records a program and returns an exit code.
func recordOnly(folder, script, dir string) int {
	o := jsrr.Options{Script: script, Dir: dir, Env: environment}
	if seed, err := strconv.ParseUint(os.Getenv(virtualEnv), 10, 64); err == nil {
		o.VirtualClock, o.Seed = true, seed
	}
	recording := jsrr.RecordOptions{Options: o, Folder: folder}
	if bytes, err := strconv.ParseInt(os.Getenv(keepEnv), 10, 64); err == nil {
		recording.KeepLast.Bytes = bytes
		recording.WarnSnapshot = func(err error) { fmt.Fprintln(os.Stderr, err) }
	}
	result, err := jsrr.Record(context.Background(), recording)
	if err == nil {
		err = result.Incomplete
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return result.ExitCode
}

// recorder returns a command that records a program in a process of its own.
func recorder(t *testing.T, folder, script, dir string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, script, dir)
	cmd.Env = append(os.Environ(), recorderEnv+"="+folder)
	return cmd
}
