package record_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/record/recordtest"
)

func TestReplayGivesTheSameAnswers(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		p := recordtest.Program{
			Seed:      rapid.Uint64().Draw(rt, "program"),
			Slots:     rapid.IntRange(0, 800).Draw(rt, "slots"),
			OutputMax: rapid.SampledFrom([]int{10, 300, 20_000}).Draw(rt, "output"),
		}
		w := recordtest.NewWorld(rapid.Uint64().Draw(rt, "world"))
		w.Large = rapid.SampledFrom([]int{100, 10_000, 200_000}).Draw(rt, "large")
		o := record.Options{Dir: filepath.Join(dir, fmt.Sprint(n))}
		if first := rapid.SampledFrom([]int{0, 1024, 1500, 4096, 9000}).Draw(rt, "segments"); first > 0 {
			o = o.WithSizes(first, 4*first)
		}
		if rapid.Bool().Draw(rt, "buffered") {
			o = o.WithoutMappings()
		}
		path, recorded := recordtest.Record(t, p, w, o)
		replayed, output, err := recordtest.Replay(path, p)
		if err != nil {
			rt.Fatal(err)
		}
		recordtest.Equal(t, recorded, replayed)
		if string(output) != string(w.Output) {
			rt.Fatal("output differs")
		}
	})
}
