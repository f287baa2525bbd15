package systemtest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"
)

// TestRandomProgramsLikeNode compares the output of random programs that have
// one order in every Node with node's own.
func TestRandomProgramsLikeNode(t *testing.T) {
	if os.Getenv("JSRR_NODE") == "" {
		t.Skip("JSRR_NODE is not set: node is not asked")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("JSRR_NODE is set, but node is not on the PATH: ", err)
	}
	for _, seed := range seeds() {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			t.Parallel()
			p := Generate(seed, Features{Ordered: true})
			if *seedFlag != 0 {
				t.Log("\n" + p.String())
			}
			examine(t, p, "comparison with node", 1, func(p *Program) string { return checkLikeNode(newBench(t, p.String()), node) })
		})
	}
}

// nodeAttempts is how often node may fail to keep timers apart: on a busy
// machine it wakes up too late. It is alone when it tries again.
const nodeAttempts = 5

var nodeAlone sync.RWMutex

// checkLikeNode returns how node's output differs from ours, or "". Ours may be
// that of any schedule: an error leaves ticks behind, which may run before or
// after the end of a file operation.
func checkLikeNode(b *bench, node string) string {
	problem := ""
	for attempt := range nodeAttempts {
		theirs, err := b.runNode(node, attempt > 0)
		if err != nil {
			return "node: " + err.Error()
		}
		for _, s := range []*schedule{{latencyMax: -1}, {seed: 1, latencyMax: 3}, {seed: 2, latencyMax: 3}} {
			ours, err := b.run(s, "")
			if err != nil {
				return "run: " + err.Error()
			}
			theirs.Stderr, theirs.Turns = ours.Stderr, ours.Turns
			if problem = ours.Differs(theirs); problem == "" {
				return ""
			}
		}
	}
	return "ours and node's " + problem
}

// runNode runs the program in node; alone keeps other runs waiting.
func (b *bench) runNode(node string, alone bool) (Outcome, error) {
	if alone {
		nodeAlone.Lock()
		defer nodeAlone.Unlock()
	} else {
		nodeAlone.RLock()
		defer nodeAlone.RUnlock()
	}
	var out, errOut bytes.Buffer
	o, err := b.options(&out, &errOut)
	if err != nil {
		return Outcome{}, err
	}
	cmd := exec.Command(node, b.script)
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = o.Dir, o.Env, &out, &errOut
	err = cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return Outcome{}, err
	}
	return Outcome{Stdout: out.String(), Stderr: errOut.String(), Code: cmd.ProcessState.ExitCode()}, nil
}
