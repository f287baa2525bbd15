package jsrr

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
)

// Recording is a recording that is open for reading.
type Recording struct {
	*record.Recording
}

// What a recording holds, and how far it reaches: see Recording.Manifest and
// Recording.Status.
type (
	Manifest     = record.Manifest
	LoopManifest = record.LoopManifest
	State        = record.State
)

// NoBeginning is the error of what needs a recording from its beginning on, when
// a flight recorder let go of that. Its text says from where it can be replayed.
type NoBeginning = record.NoBeginning

// States of recordings. Each of them can be replayed as far as it reaches.
const (
	Complete   = record.StateComplete
	Cut        = record.StateCut
	Killed     = record.StateKilled
	Incomplete = record.StateStopped
	Damaged    = record.StateDamaged
)

// SnapshotInfo describes a snapshot of a recording.
type SnapshotInfo = record.Snapshot

// Snapshots returns the snapshots that the recording has, oldest first. Those that
// are damaged are left out; an error for each says why.
func (r *Recording) Snapshots() (found []SnapshotInfo, damaged []error) {
	return r.Recording.Snapshots(record.MainLoop)
}

// OpenRecording opens a folder or a packed file.
func OpenRecording(path string) (*Recording, error) {
	recording, err := record.Open(path)
	if err != nil {
		return nil, err
	}
	return &Recording{recording}, nil
}

// Program returns what was run, as a person would name it: the path of the
// script, or "[eval]".
func (r *Recording) Program() string {
	if r.Header.Script == "" {
		return "[eval]"
	}
	return r.Header.Script
}

// Started returns when the recorded run began, by the clock that it saw.
func (r *Recording) Started() time.Time { return time.UnixMilli(r.Header.StartMs) }

// Foreign returns a sentence that says which versions of jsrr and goja made
// the recording when they are others than this program's, else "".
func (r *Recording) Foreign() string {
	jsrr, goja := Versions()
	h := &r.Header
	if h.Jsrr == jsrr && h.Goja == goja {
		return ""
	}
	return fmt.Sprintf("recorded by jsrr %s with goja %s, this is jsrr %s with goja %s", h.Jsrr, h.Goja, jsrr, goja)
}

// Versions returns the versions of jsrr and goja in this executable.
func Versions() (jsrr, goja string) { return record.Versions() }

// Pack writes the recording to w as one portable file. The manifest lists what
// leaves the machine with it.
func (r *Recording) Pack(w io.Writer) (*Manifest, error) { return record.Pack(r.Recording, w) }

// Unpack makes the folder dir of a packed recording.
func Unpack(path, dir string) error { return record.Unpack(path, dir) }

// Size returns the bytes that the recording takes on disk.
func (r *Recording) Size() (int64, error) {
	info, err := os.Stat(r.Path)
	if err != nil {
		return 0, err
	}
	if !info.IsDir() {
		return info.Size(), nil
	}
	return folderSize(r.Path)
}

// folderSize returns the bytes of the files in a folder.
func folderSize(folder string) (size int64, err error) {
	entries, err := os.ReadDir(folder)
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil {
			size += info.Size()
		}
	}
	return size, err
}

// WriteOutput writes the recorded console output, without running anything: that
// from the oldest snapshot on, where a flight recorder let go of the beginning.
func (r *Recording) WriteOutput(stdout, stderr io.Writer) error {
	reader, _, err := r.Remaining(record.MainLoop)
	if err != nil {
		return err
	}
	for {
		var entry record.Entry
		if err := reader.Next(&entry); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if entry.Class() != record.TagEmit || entry.FD == loop.StreamEvents {
			continue
		}
		out := stdout
		if entry.FD == 2 {
			out = stderr
		}
		var writeErr error
		err := reader.Chunks(entry.Payload, func(chunk []byte) bool {
			_, writeErr = out.Write(chunk)
			return writeErr == nil
		})
		if writeErr != nil {
			return writeErr
		}
		if err != nil {
			return err
		}
	}
}

// Turn describes a turn of a recorded run.
type Turn struct {
	// Number counts from 0, the main script.
	Number uint64 `json:"turn"`
	// Kind is "main", "timer", "immediate", "op", "message", "close",
	// "beforeExit" or "exit"; Request tells ops apart: "fs.read".
	Kind    string `json:"kind"`
	Request string `json:"request,omitempty"`
	// Cause names what the turn completes ("812#2": the second thing that
	// turn 812 started), Site the place that started it.
	Cause string `json:"cause,omitempty"`
	Site  string `json:"site,omitempty"`
	// DelayMs is a timer's duration.
	DelayMs int64 `json:"delay_ms,omitempty"`
	// TimeMs is the loop's clock when the turn began, as far as the program
	// had read it.
	TimeMs int64 `json:"time_ms"`
	// Jobs is the number of ticks and microtasks that ran in it.
	Jobs uint64 `json:"jobs"`
}

// turnOf describes a turn; its time and jobs are not known yet.
func turnOf(placed loop.PlacedTurn) Turn {
	t := Turn{Number: placed.Number, Kind: placed.Kind.String(), Site: placed.Site.String(), DelayMs: placed.Delay}
	if placed.Request != loop.KindNone {
		t.Request = placed.Request.String()
	}
	if placed.Cause.Ordinal > 0 {
		t.Cause = placed.Cause.ID().String()
	}
	return t
}

// Turns replays the recording silently and visits its turns. An error of visit
// ends it.
func (r *Recording) Turns(ctx context.Context, visit func(Turn) error) (ReplayResult, error) {
	var visitErr error
	result, err := r.witness(ctx, func(seen seenTurn) bool {
		visitErr = visit(seen.Turn)
		return visitErr == nil
	})
	if visitErr != nil {
		err = visitErr
	}
	return result, err
}
