package systemtest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"github.com/jsrr/jsrr"
)

// recorderEnv makes the test binary a recorder: its value is the folder of the
// recording. The arguments are the options' Script and Dir.
const recorderEnv = "JSRR_SYSTEMTEST_RECORDING"

func TestMain(m *testing.M) {
	if folder := os.Getenv(recorderEnv); folder != "" {
		os.Exit(recordOnly(folder, os.Args[1], os.Args[2]))
	}
	os.Exit(m.Run())
}

// recordOnly records a program and returns an exit code.
func recordOnly(folder, script, dir string) int {
	result, err := jsrr.Record(context.Background(), jsrr.RecordOptions{
		Options: jsrr.Options{Script: script, Dir: dir, Env: environment},
		Folder:  folder,
	})
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
