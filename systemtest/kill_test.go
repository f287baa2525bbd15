package systemtest

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
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
	script, err := filepath.Abs("testdata/busy.js")
	if err != nil {
		t.Fatal(err)
	}
	for n := range kills {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			folder := filepath.Join(t.TempDir(), "killed.jsrr")
			checkKilled(t, folder, recordAndKill(t, folder, script, rand.New(rand.NewPCG(uint64(n), 9))))
		})
	}
}

// recordAndKill starts a recorder, kills it, and returns what it had printed.
// One time in five it is killed while it starts, else within 60 ms after its
// first output.
func recordAndKill(t *testing.T, folder, script string, random *rand.Rand) []byte {
	t.Helper()
	cmd := recorder(t, folder, script, t.TempDir())
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
	instant := time.Duration(random.IntN(60_000)) * time.Microsecond
	if early {
		time.AfterFunc(2*instant, kill)
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
