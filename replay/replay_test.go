package replay_test

import (
	"errors"
	"testing"

	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/record/recordtest"
	"github.com/jsrr/jsrr/replay"
)

func TestOtherProgramDiverges(t *testing.T) {
	p := recordtest.Program{Seed: 1, Slots: 500}
	path, _ := recordtest.Record(t, p, recordtest.NewWorld(1), record.Options{})
	for seed := uint64(2); seed < 50; seed++ {
		_, _, err := recordtest.Replay(path, recordtest.Program{Seed: seed, Slots: 500})
		var d *replay.Divergence
		if !errors.As(err, &d) {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
	for _, slots := range []int{0, 1, 499, 501, 1000} {
		_, _, err := recordtest.Replay(path, recordtest.Program{Seed: 1, Slots: slots})
		var d *replay.Divergence
		if !errors.As(err, &d) {
			t.Fatalf("%d slots: %v", slots, err)
		}
	}
}
