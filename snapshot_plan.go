package jsrr

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/jsrr/jsrr/record"
)

// SnapshotPlan says when snapshots are taken while a program is recorded:
// whenever one of the limits was reached since the last one began. A limit of 0 is
// none; the zero plan takes none by itself.
type SnapshotPlan struct {
	// Turns, Interval and Bytes count turns, time, and what was recorded.
	Turns    uint64
	Interval time.Duration
	Bytes    int64
}

// ErrSnapshotPlan says that a part of a plan means nothing.
var ErrSnapshotPlan = errors.New("not a number of turns (1000), a time (10s) or a size (64MB)")

// ParseSnapshotPlan reads limits such as "1000", "10s" or "1000,64MB".
func ParseSnapshotPlan(text string) (SnapshotPlan, error) {
	var p SnapshotPlan
	for _, limit := range strings.Split(text, ",") {
		limit = strings.TrimSpace(limit)
		if n, err := strconv.ParseUint(limit, 10, 64); err == nil && n > 0 {
			p.Turns = n
		} else if age, err := ParseAge(limit); err == nil {
			p.Interval = age
		} else if size, err := ParseSize(limit); err == nil {
			p.Bytes = size
		} else {
			return SnapshotPlan{}, fmt.Errorf("%q: %w", limit, ErrSnapshotPlan)
		}
	}
	return p, nil
}

// Some says that the plan has a limit.
func (p SnapshotPlan) Some() bool { return p != SnapshotPlan{} }

// KeepLast says what stretch of a recording is kept: at least the last Time, or as
// much as fits into Bytes. What is older goes as soon as a newer snapshot is
// complete. The zero value keeps everything.
type KeepLast struct {
	Time  time.Duration
	Bytes int64
}

// ErrKeepLast says that text means no stretch.
var ErrKeepLast = errors.New("not a time (10m) or a size (256MB)")

// ParseKeepLast reads a stretch such as "10m" or "256MB".
func ParseKeepLast(text string) (KeepLast, error) {
	if age, err := ParseAge(text); err == nil {
		return KeepLast{Time: age}, nil
	}
	if size, err := ParseSize(text); err == nil {
		return KeepLast{Bytes: size}, nil
	}
	return KeepLast{}, fmt.Errorf("%q: %w", text, ErrKeepLast)
}

func (k KeepLast) keep() record.Keep {
	return record.Keep{LastMs: k.Time.Milliseconds(), Bytes: k.Bytes}
}

// Some says that not everything is kept.
func (k KeepLast) Some() bool { return k != KeepLast{} }

// plan returns how often snapshots are taken when nothing else was said: so that
// what is kept beyond the stretch is a small part of it.
func (k KeepLast) plan() SnapshotPlan {
	const parts = 8
	return SnapshotPlan{Interval: k.Time / parts, Bytes: k.Bytes / parts}
}

// Snapshotter takes snapshots of a program that is being recorded when it is told
// to; see RecordOptions. Any goroutine may use it. The zero value is ready.
type Snapshotter struct{ asked atomic.Bool }

// Take asks for a snapshot before the program's next turn. It does not wait.
func (s *Snapshotter) Take() { s.asked.Store(true) }

// wanted says whether one was asked for, and begun that it has begun.
func (s *Snapshotter) wanted() bool { return s != nil && s.asked.Load() }

func (s *Snapshotter) begun() {
	if s != nil {
		s.asked.Store(false)
	}
}
