package jsrr

import (
	"bytes"
	"context"
	"flag"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jsrr/jsrr/heapsnap"
	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/loop"
)

var allPhases = flag.Bool("all-phases", false, "snapshots are taken in phases of the programs of all areas, too")

// phased takes snapshots of a program in phases of some turns, and compares each
// with one that is taken at once when its phase begins. It implements loop.Capturer.
type phased struct {
	taker
	t       *testing.T
	options Options
	random  *rand.Rand
	kept    *keptSnapshots
	full    []byte
	left    int // turns of the phase
	phases  int
}

// keptSnapshots is a store.
type keptSnapshots struct {
	all []heapsnap.Snapshot
	err error
}

func (k *keptSnapshots) Keep(s heapsnap.Snapshot)      { k.all = append(k.all, s) }
func (k *keptSnapshots) Failed(turn uint64, err error) { k.err = err }
func (p *phased) begin(h *hostapi.Host)                { p.host = h }

// phasesMax is how many phases of a program are compared.
const phasesMax = 12

// Between implements loop.Capturer.
func (p *phased) Between(l *loop.Loop) {
	if p.taker.phases != nil {
		if p.left--; p.left > 0 && p.taker.phases.Active() {
			if p.random.IntN(3) == 0 {
				p.taker.phases.Idle(time.Duration(p.random.IntN(4)))
			}
			return
		}
		p.finish()
		l.SetCapture(nil)
	}
	if p.phases++; p.phases > phasesMax || p.random.IntN(4) == 0 || p.t.Failed() {
		return
	}
	var err error
	if p.full, err = capture(p.host); err != nil {
		p.t.Fatal(err)
	}
	ticks := time.Duration(0)
	p.kept = &keptSnapshots{}
	p.taker.loop, p.taker.phases = l, heapsnap.New(p.kept, func() time.Duration { ticks++; return ticks })
	w := p.host.NewWriter()
	p.host.Capture(w)
	p.taker.phases.Begin(l.CurrentTurn().Number+1, w)
	if l.JobsWait() {
		p.taker.phases.Finish()
	}
	p.left = 1 + p.random.IntN(8)
	l.SetCapture(&p.taker)
}

// finish ends the phase, if there is one, and compares the snapshots.
func (p *phased) finish() {
	if p.taker.phases == nil {
		return
	}
	p.taker.phases.Finish()
	p.taker.phases.Close()
	p.taker.phases = nil
	if p.kept.err != nil || len(p.kept.all) != 1 {
		p.t.Errorf("%d snapshots were taken (%v)", len(p.kept.all), p.kept.err)
		return
	}
	lazy := p.kept.all[0]
	var heaps [2][]byte
	for i, data := range [][]byte{p.full, bytes.Join(lazy.Heap, nil)} {
		h, _ := restored(p.t, p.options, data)
		var err error
		if heaps[i], err = capture(h); err != nil {
			p.t.Error(err)
			return
		}
	}
	if !bytes.Equal(heaps[0], heaps[1]) {
		p.t.Errorf("before turn %d: taken in a phase, the program is another (%d bytes, not %d)", lazy.Turn, len(heaps[1]), len(heaps[0]))
	}
}

// TestPhases takes snapshots of programs while they go on.
func TestPhases(t *testing.T) {
	var paths []string
	patterns := []string{"testdata/ordering/*.js", "testdata/snapshots/*.*"}
	if *allPhases {
		patterns = append(patterns, "hostapi/*/testdata/*.js")
	}
	for _, pattern := range patterns {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, found...)
	}
	taken := 0
	for i, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			script, err := filepath.Abs(path)
			if err != nil {
				t.Fatal(err)
			}
			o := Options{
				Script: script, Dir: t.TempDir(), Stdin: strings.NewReader("a\nb\n"), Stdout: io.Discard, Stderr: io.Discard,
				Env: []string{"PATH=/usr/bin"}, CacheDir: "off", VirtualClock: true,
			}
			run := o
			p := &phased{t: t, options: o, random: rand.New(rand.NewPCG(uint64(i), 0))}
			run.capturer = p
			if _, err := Run(context.Background(), run); err != nil {
				t.Fatal(err)
			}
			p.finish() // the last one
			taken += p.phases
		})
	}
	if taken < 2*len(paths) {
		t.Errorf("%d snapshots of %d programs", taken, len(paths))
	}
}
