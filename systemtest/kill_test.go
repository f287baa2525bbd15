package systemtest

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jsrr/jsrr"
)

// TestKill kills a recorder at random instants. Every recording must replay
// all that was seen of the program.
func TestKill(t *testing.T) {
	kills := 200
	if testing.Short() {
		kills = 20
	}
	killRecorders(t, kills, func(t *testing.T, n uint64, folder string, cmd *exec.Cmd) {
		checkKilled(t, folder, startAndKill(t, cmd, 60*time.Millisecond, rand.New(rand.NewPCG(n, 9))))
	})
}

// killRecorders calls kill for that many recorders of a program that is busy.
func killRecorders(t *testing.T, kills int, kill func(t *testing.T, n uint64, folder string, cmd *exec.Cmd)) {
	script, err := filepath.Abs("testdata/busy.js")
	if err != nil {
		t.Fatal(err)
	}
	for n := range kills {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			folder := filepath.Join(t.TempDir(), "killed.jsrr")
			kill(t, uint64(n), folder, recorder(t, folder, script, t.TempDir()))
		})
	}
}

// startAndKill starts a recorder, kills it, and returns what it had printed.
// One time in five it is killed while it starts, else within some time after its
// first output.
func startAndKill(t *testing.T, cmd *exec.Cmd, within time.Duration, random *rand.Rand) []byte {
	t.Helper()
	var errOut bytes.Buffer
	cmd.Stderr = &errOut
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { _ = cmd.Process.Kill() }
	early := random.IntN(5) == 0
	instant := time.Duration(random.IntN(int(within)))
	if early {
		time.AfterFunc(min(2*instant, 120*time.Millisecond), kill)
	}
	var seen []byte
	buffer := make([]byte, 64<<10)
	for {
		n, err := out.Read(buffer)
		if seen == nil && n > 0 && !early {
			time.AfterFunc(instant, kill)
		}
		seen = append(seen, buffer[:n]...)
		if err != nil {
			break
		}
	}
	_ = cmd.Wait() // it was killed
	if errOut.Len() > 0 {
		t.Errorf("the recorder says: %s", &errOut)
	}
	return seen
}

// checkKilled replays the recording of a killed recorder.
func checkKilled(t *testing.T, folder string, seen []byte) {
	t.Helper()
	if _, err := os.Stat(folder); err != nil && len(seen) == 0 {
		return // killed before the recording began
	}
	var out bytes.Buffer
	result, err := jsrr.Replay(context.Background(), jsrr.ReplayOptions{
		Recording: folder, Stdout: &out, Stderr: &out, Timeout: runMax,
	})
	switch {
	case err != nil && len(seen) > 0:
		t.Errorf("%d bytes of output were seen, but: %v", len(seen), err)
	case err != nil:
		t.Logf("killed while it started: %v", err)
	case !bytes.HasPrefix(out.Bytes(), seen):
		t.Errorf("the replay differs from what was seen: %s", firstDifference(string(seen), out.String()))
	case !strings.Contains(result.Ended, "was killed"):
		t.Errorf("the replay does not say that the recording was cut: %q", result.Ended)
	}
}

// keepBytes is what the flight recorder keeps: little, so that snapshots are
// taken and files deleted all the time.
const keepBytes = 1_000_000

// TestKillFlightRecorder kills flight recorders at random instants: while a
// snapshot is captured or written, while files are deleted. What was seen of the
// program since the last snapshot must replay.
func TestKillFlightRecorder(t *testing.T) {
	kills := 40
	if testing.Short() {
		kills = 5
	}
	killRecorders(t, kills, func(t *testing.T, n uint64, folder string, cmd *exec.Cmd) {
		cmd.Env = append(cmd.Env, keepEnv+"="+fmt.Sprint(keepBytes))
		checkFlight(t, folder, startAndKill(t, cmd, 4*time.Second, rand.New(rand.NewPCG(n, 10))))
	})
}

// checkFlight replays the recording of a killed flight recorder from its last
// snapshot.
func checkFlight(t *testing.T, folder string, seen []byte) {
	t.Helper()
	recording, err := jsrr.OpenRecording(folder)
	if err == nil {
		snapshots, damaged := recording.Snapshots()
		_ = recording.Close()
		if len(damaged) > 0 {
			t.Errorf("damaged snapshots: %v", damaged)
		}
		if len(snapshots) > 0 {
			checkTail(t, folder, seen)
			return
		}
	}
	checkKilled(t, folder, seen)
}

func checkTail(t *testing.T, folder string, seen []byte) {
	t.Helper()
	var out bytes.Buffer
	result, err := jsrr.Replay(context.Background(), jsrr.ReplayOptions{
		Recording: folder, Stdout: &out, Stderr: &out, Timeout: runMax, FromLast: true,
		Warn: func(err error) { t.Errorf("a snapshot was passed over: %v", err) },
	})
	if err != nil || !strings.Contains(result.Ended, "was killed") {
		t.Errorf("from turn %d: %q, %v", result.From, result.Ended, err)
		return
	}
	// The program numbers its lines.
	first, _, _ := bytes.Cut(out.Bytes(), []byte("\n"))
	at := bytes.Index(seen, append([]byte("\n"), first...)) + 1
	if len(first) > 0 && at > 0 && !bytes.HasPrefix(out.Bytes(), seen[at:]) {
		t.Errorf("from turn %d: the replay differs from what was seen: %s", result.From, firstDifference(string(seen[at:]), out.String()))
	}
	t.Logf("from turn %d: %d bytes, %d of them seen", result.From, out.Len(), len(seen)-at)
}
