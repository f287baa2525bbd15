package record

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
)

// State says how a loop's recording ends.
type State string

// States of a recording. All but StateDamaged replay to their end.
const (
	// StateComplete: the program ended by itself.
	StateComplete State = "complete"
	// StateCut: the run was stopped from outside, by a time limit, say.
	StateCut State = "cut"
	// StateKilled: the process was killed, or still runs.
	StateKilled State = "killed"
	// StateStopped: the recorder gave up before the program did.
	StateStopped State = "incomplete"
	// StateDamaged: from some place on nothing can be read.
	StateDamaged State = "damaged"
)

// Manifest lists what a recording holds, so that somebody who passes it on
// can see what leaves the machine. The lists are sorted.
type Manifest struct {
	Header  Header         `json:"header"`
	Loops   []LoopManifest `json:"loops"`
	Sources []Source       `json:"sources"`
	Env     []Variable     `json:"env"`
	// Replies are the answers to requests, by kind; answers of ops are under
	// "ops".
	Replies []Replies `json:"replies"`
}

// LoopManifest describes one loop's recording.
type LoopManifest struct {
	Name  string `json:"name"`
	State State  `json:"state"`
	// Reason says why it is not complete.
	Reason string `json:"reason,omitempty"`
	// ExitCode and Turns are those of the end, when it was recorded.
	ExitCode int    `json:"exitCode"`
	Turns    uint64 `json:"turns"`
	// Slots counts the calls on the tape, Entries those whose answer was
	// written down because it did not come as predicted.
	Slots   uint64 `json:"slots"`
	Entries uint64 `json:"entries"`
	// EventBytes and PayloadBytes are the lengths of the two streams, without
	// what was let go of.
	EventBytes   uint64 `json:"eventBytes"`
	PayloadBytes uint64 `json:"payloadBytes"`
	// FirstTurn is the first turn that is left when a flight recorder let go of
	// the ones before; slots, entries and all else are counted from there. LetGo
	// is how many bytes of the streams went.
	FirstTurn uint64 `json:"firstTurn,omitempty"`
	LetGo     uint64 `json:"letGo,omitempty"`
	// Snapshots are those that can be read.
	Snapshots []Snapshot `json:"snapshots,omitempty"`
	// StdoutBytes and StderrBytes are recorded console output.
	StdoutBytes uint64 `json:"stdoutBytes"`
	StderrBytes uint64 `json:"stderrBytes"`
}

// Source is a source file that the program loaded.
type Source struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Length uint64 `json:"length"`

	loopName string
	payload  Payload
	kept     bool // for snapshots
}

// Variable is an environment variable that the program read.
type Variable struct {
	Name     string `json:"name"`
	Redacted bool   `json:"redacted"`
}

// Replies sums up the answers to one kind of request.
type Replies struct {
	Kind  string `json:"kind"`
	Count uint64 `json:"count"`
	Bytes uint64 `json:"bytes"`
}

// Manifest reads the whole recording and returns what it holds. Damage is no
// error here: it is in the loop's state.
func (r *Recording) Manifest() (*Manifest, error) {
	m := &Manifest{Header: r.Header, Loops: []LoopManifest{}, Sources: []Source{}, Env: []Variable{}, Replies: []Replies{}}
	s := scan{manifest: m, replies: map[string]Replies{}}
	for _, name := range r.Loops() {
		if err := s.loop(r, name); err != nil {
			return nil, err
		}
		m.Sources = append(m.Sources, r.keptSources(name)...)
	}
	for _, reply := range s.replies {
		m.Replies = append(m.Replies, reply)
	}
	slices.SortFunc(m.Replies, func(a, b Replies) int { return cmp.Compare(a.Kind, b.Kind) })
	slices.SortFunc(m.Env, func(a, b Variable) int { return cmp.Compare(a.Name, b.Name) })
	m.Sources = distinct(m.Sources)
	m.Env = slices.Compact(m.Env)
	return m, nil
}

// Status describes how the recording of the main loop ends.
func (r *Recording) Status() (LoopManifest, error) {
	s := scan{manifest: &Manifest{}, replies: map[string]Replies{}}
	err := s.loop(r, MainLoop)
	if err != nil {
		return LoopManifest{}, err
	}
	return s.manifest.Loops[0], nil
}

// scan collects a manifest.
type scan struct {
	manifest *Manifest
	replies  map[string]Replies
	reader   *Reader
	current  LoopManifest
	events   uint64 // position in the streams where reading began
	payload  uint64
	source   *Source // the entry before was its announcement
}

func (s *scan) loop(r *Recording, name string) error {
	s.current = LoopManifest{Name: name, State: StateKilled, Reason: "the process was killed, or still runs"}
	s.current.Snapshots, _ = r.Snapshots(name)
	reader, begins, err := r.Remaining(name)
	if err == nil {
		s.reader = reader
		s.events, s.payload = reader.position()
		s.current.LetGo = s.events + s.payload
		if begins != nil {
			s.current.FirstTurn = begins.Turn
		}
		err = s.entries()
	}
	if errors.Is(err, ErrDamaged) {
		s.current.State, s.current.Reason = StateDamaged, err.Error()
		err = nil
	}
	s.manifest.Loops = append(s.manifest.Loops, s.current)
	return err
}

func (s *scan) entries() error {
	var e Entry
	for {
		err := s.reader.Next(&e)
		events, payload := s.reader.position()
		s.current.EventBytes, s.current.PayloadBytes = events-s.events, payload-s.payload
		if err == io.EOF {
			s.current.Slots += s.reader.Tail()
			if reason := s.reader.Stopped(); reason != "" && s.current.State == StateKilled {
				s.current.State, s.current.Reason = StateStopped, reason
			}
			return nil
		}
		if err != nil {
			return err
		}
		if err := s.entry(&e); err != nil {
			return err
		}
	}
}

func (s *scan) entry(e *Entry) error {
	l := &s.current
	l.Slots += e.Hits
	if e.IsSlot() {
		l.Slots++
		l.Entries++
	}
	switch e.Class() {
	case TagEmit:
		if e.FD == 2 {
			l.StderrBytes += e.Payload.Length
		} else {
			l.StdoutBytes += e.Payload.Length
		}
	case TagAsk:
		s.reply(e.Kind.String(), e)
		if s.source != nil {
			s.addSource(e)
		}
	case TagCompletion:
		s.reply("ops", e)
	case TagSource:
		return s.announce(e)
	case TagEnv:
		name, err := s.reader.Payload(e.Payload)
		s.manifest.Env = append(s.manifest.Env, Variable{string(name), e.Redacted})
		return err
	case TagEnd:
		l.State, l.Reason = StateComplete, ""
		if e.End.Cut != "" {
			l.State, l.Reason = StateCut, e.End.Cut
		}
		l.ExitCode, l.Turns = e.End.Code, e.End.Turns
	}
	return nil
}

func (s *scan) reply(kind string, e *Entry) {
	r := s.replies[kind]
	s.replies[kind] = Replies{Kind: kind, Count: r.Count + 1, Bytes: r.Bytes + e.Payload.Length}
}

func (s *scan) announce(e *Entry) error {
	path, err := s.reader.Payload(e.Payload)
	s.source = &Source{Path: string(path), SHA256: hex.EncodeToString(e.Hash[:]), loopName: s.current.Name}
	return err
}

func (s *scan) addSource(e *Entry) {
	s.source.Length, s.source.payload = e.Payload.Length, e.Payload
	s.manifest.Sources = append(s.manifest.Sources, *s.source)
	s.source = nil
}

// distinct returns sources by path, each content of a file once: a program may
// read a file more than once before it runs it, and snapshots may need it.
func distinct(sources []Source) []Source {
	read := map[string]bool{}
	for i := range sources {
		if !sources[i].kept {
			read[sources[i].SHA256] = true
		}
	}
	sources = slices.DeleteFunc(sources, func(s Source) bool { return s.kept && read[s.SHA256] })
	slices.SortStableFunc(sources, func(a, b Source) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.SHA256, b.SHA256))
	})
	return slices.CompactFunc(sources, func(a, b Source) bool { return a.Path == b.Path && a.SHA256 == b.SHA256 })
}

// ReadSource returns the content of a source of the manifest.
func (r *Recording) ReadSource(s Source) ([]byte, error) {
	if s.kept {
		return r.readKept(s)
	}
	reader, _, err := r.Remaining(s.loopName)
	if err != nil {
		return nil, err
	}
	reader.payloadEnd = s.payload.Offset + s.payload.Length
	reader.index = r.indexPayload(s.loopName, reader.indexLow, reader.indexFrom)
	if !reader.index.holds(s.payload) {
		return nil, headDamage(fileName(s.loopName, payloadStream, 1), 0, "the source is missing")
	}
	return reader.Payload(s.payload)
}

// keptSources describes the texts that snapshots of a loop need.
func (r *Recording) keptSources(loopName string) (sources []Source) {
	_ = r.KeptSources(loopName, func(name string, text []byte) {
		hash := sha256.Sum256(text)
		sources = append(sources, Source{
			Path: name, SHA256: hex.EncodeToString(hash[:]), Length: uint64(len(text)), loopName: loopName, kept: true,
		})
	})
	return sources
}

// readKept returns the content of a source that snapshots need.
func (r *Recording) readKept(s Source) (found []byte, err error) {
	damaged := r.KeptSources(s.loopName, func(name string, text []byte) {
		if name == s.Path {
			found = bytes.Clone(text)
		}
	})
	if found == nil {
		err = errors.Join(append(damaged, fmt.Errorf("%s: no source %q", r.Path, s.Path))...)
	}
	return found, err
}
