package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"github.com/jsrr/jsrr"
)

// keeping is what stays of a recording, and from where it can be replayed.
type keeping struct {
	onFailure   bool
	last        jsrr.KeepLast
	plan        jsrr.SnapshotPlan
	snapshotter *jsrr.Snapshotter // nil when there are to be no snapshots
}

// keepLast begins the part of --keep that says how much.
const keepLast = "last="

var errKeep = errors.New("--keep: always, on-failure, or last= and a time or size")

// keeping reads the command's options.
func (c *recordCommand) keeping() (k keeping, err error) {
	for _, part := range strings.Split(c.Keep, ",") {
		switch stretch, last := strings.CutPrefix(part, keepLast); {
		case last:
			if k.last, err = jsrr.ParseKeepLast(stretch); err != nil {
				return k, fmt.Errorf("--keep: %w", err)
			}
		case part == "on-failure":
			k.onFailure = true
		case part != "always":
			return k, fmt.Errorf("%w; not %q", errKeep, part)
		}
	}
	if c.SnapshotEvery != "" {
		if k.plan, err = jsrr.ParseSnapshotPlan(c.SnapshotEvery); err != nil {
			return k, fmt.Errorf("--snapshot-every: %w", err)
		}
	}
	if c.SnapshotOnSignal || k.plan.Some() || k.last.Some() {
		k.snapshotter = &jsrr.Snapshotter{}
	}
	return k, nil
}

// onSignal takes a snapshot whenever the signal for it arrives. The function that it
// returns ends that.
func (k *keeping) onSignal() (stop func()) {
	if k.snapshotter == nil || snapshotSignal == nil {
		return func() {}
	}
	arrived := make(chan os.Signal, 1)
	done := make(chan struct{})
	signal.Notify(arrived, snapshotSignal)
	go func() {
		for {
			select {
			case <-arrived:
				k.snapshotter.Take()
			case <-done:
				return
			}
		}
	}()
	return func() {
		signal.Stop(arrived)
		close(done)
	}
}

func (t *terminal) warnNoSnapshot(err error) {
	t.printf("%s %v; the script goes on, and is recorded\n", t.red("jsrr: warning:"), err)
}
