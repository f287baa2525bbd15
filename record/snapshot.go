package record

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
)

// SnapshotFormat is the version of the format of snapshots that this package
// reads and writes. What the parts hold has versions of its own.
const SnapshotFormat = 1

// heapFile tells the files of blocks apart.
type heapFile uint8

const (
	snapshotFile heapFile = iota
	sourcesFile
)

var (
	heapMagics = [2]string{"jsrrSNP\x01", "jsrrSRC\x01"}
	heapNames  = [2]string{"snapshot", "sources"}
)

// heapFileName returns the name of a file of blocks inside the recording.
func heapFileName(loopName string, kind heapFile, turn uint64) string {
	return fmt.Sprintf("%s-%s-%012d%s", loopName, heapNames[kind], turn, heapSuffix)
}

// heapFileNames matches the names of files of blocks.
var heapFileNames = regexp.MustCompile(`^([a-z][a-z0-9]*)-(snapshot|sources)-([0-9]{12,20})\.heap$`)

// description is what a file of blocks says of itself.
type description struct {
	Format   int    `cbor:"format"`
	Jsrr     string `cbor:"jsrr"`
	Goja     string `cbor:"goja"`
	Loop     string `cbor:"loop"`
	Identity uint64 `cbor:"identity"`
	Turn     uint64 `cbor:"turn"`
	TimeMs   int64  `cbor:"time"`
	Position []byte `cbor:"position"`
}

func describeSnapshot(loopName string, identity uint64, p *Position) ([]byte, error) {
	position, err := p.AppendBinary(nil)
	if err != nil {
		return nil, err
	}
	jsrr, goja := Versions()
	return encodeCBOR.Marshal(&description{
		Format: SnapshotFormat, Jsrr: jsrr, Goja: goja, Loop: loopName, Identity: identity,
		Turn: p.Turn, TimeMs: p.State.Loop + p.State.Offset, Position: position,
	})
}

// Snapshot is a snapshot in a recording.
type Snapshot struct {
	// Loop is the loop's name, Turn the number of the turn that comes next.
	Loop string `json:"loop"`
	Turn uint64 `json:"turn"`
	// TimeMs is the wall clock as the program had last read it.
	TimeMs int64 `json:"time"`
	// Jsrr and Goja are the versions that wrote it.
	Jsrr string `json:"jsrr"`
	Goja string `json:"goja"`
	// Bytes is its length on disk.
	Bytes int64 `json:"bytes"`
	// Position is where replays from it enter the recording.
	Position Position `json:"-"`

	recording *Recording
	name      string
}

// Snapshots returns the snapshots of a loop, oldest first. Files that cannot
// be one are left out; an error for each says why. The content shows by Verify.
func (r *Recording) Snapshots(loopName string) (found []Snapshot, damaged []error) {
	for _, turn := range r.heapFiles(loopName, snapshotFile) {
		s, err := r.openSnapshot(loopName, turn)
		if err != nil {
			damaged = append(damaged, err)
			continue
		}
		found = append(found, s)
	}
	return found, damaged
}

// SnapshotBefore returns the newest whole snapshot at the given turn or
// before, from which the recording can be entered. Those that it had to pass
// over are in damaged. The error is ErrNoSnapshot when there is none.
func (r *Recording) SnapshotBefore(loopName string, turn uint64) (s Snapshot, damaged []error, err error) {
	turns := r.heapFiles(loopName, snapshotFile)
	for i := len(turns) - 1; i >= 0; i-- {
		if turns[i] > turn {
			continue
		}
		if s, err := r.enter(loopName, turns[i]); err != nil {
			damaged = append(damaged, err)
		} else {
			return s, damaged, nil
		}
	}
	err = fmt.Errorf("%s: %w", r.Path, ErrNoSnapshot)
	if len(turns) > 0 {
		err = fmt.Errorf("%s: %w at turn %d or before", r.Path, ErrNoSnapshot, turn)
	}
	return Snapshot{}, damaged, err
}

// enter returns a snapshot after all checks.
func (r *Recording) enter(loopName string, turn uint64) (Snapshot, error) {
	s, err := r.openSnapshot(loopName, turn)
	if err == nil {
		err = s.foreign()
	}
	if err == nil {
		err = s.Verify()
	}
	if err == nil {
		_, err = r.ReaderAt(loopName, s.Position)
	}
	return s, err
}

// heapFiles returns the turns of a loop's files of a kind, in ascending order.
func (r *Recording) heapFiles(loopName string, kind heapFile) []uint64 {
	var turns []uint64
	for _, name := range r.names {
		m := heapFileNames.FindStringSubmatch(name)
		if m == nil || m[1] != loopName || m[2] != heapNames[kind] {
			continue
		}
		turn, err := strconv.ParseUint(m[3], 10, 64)
		if err == nil && name == heapFileName(loopName, kind, turn) {
			turns = append(turns, turn)
		}
	}
	slices.Sort(turns)
	return turns
}

// openSnapshot reads what a snapshot says of itself.
func (r *Recording) openSnapshot(loopName string, turn uint64) (Snapshot, error) {
	name := heapFileName(loopName, snapshotFile, turn)
	file, blocks, d, err := r.openBlocks(name, snapshotFile)
	if err != nil {
		return Snapshot{}, err
	}
	defer file.Close()
	s := Snapshot{
		Loop: d.Loop, Turn: d.Turn, TimeMs: d.TimeMs, Jsrr: d.Jsrr, Goja: d.Goja,
		recording: r, name: name,
	}
	if info, err := file.Stat(); err == nil {
		s.Bytes = info.Size()
	}
	if err := s.Position.UnmarshalBinary(d.Position); err != nil {
		return s, blocks.damage(fileHead, err.Error())
	}
	if d.Loop != loopName || d.Turn != turn || s.Position.Turn != turn {
		return s, blocks.damage(fileHead, "the snapshot is of another loop or turn than its name says")
	}
	return s, nil
}

// openBlocks opens a file of blocks.
func (r *Recording) openBlocks(name string, kind heapFile) (fs.File, *blockReader, description, error) {
	damage := r.heapDamage(name)
	file, err := r.files.Open(name)
	if err != nil {
		return nil, nil, description{}, damage(0, err.Error())
	}
	blocks, b, err := newBlockReader(file, heapMagics[kind], damage)
	var d description
	if err == nil {
		d, err = r.describe(b, damage)
	}
	if err != nil {
		_ = file.Close()
		return nil, nil, d, err
	}
	return file, blocks, d, nil
}

// describe reads a description.
func (r *Recording) describe(b []byte, damage func(int64, string) error) (d description, err error) {
	if err := decodeCBOR.Unmarshal(b, &d); err != nil {
		return d, damage(fileHead, err.Error())
	}
	switch {
	case d.Format > SnapshotFormat:
		return d, damage(fileHead, fmt.Sprintf("snapshot of format %d, written by jsrr %s; this jsrr reads format %d: update jsrr", d.Format, d.Jsrr, SnapshotFormat))
	case d.Identity != r.identity:
		return d, damage(fileHead, "the snapshot and "+headerName+" are of different recordings")
	}
	return d, nil
}

// heapDamage returns a function that describes damage in a file of blocks.
func (r *Recording) heapDamage(name string) func(offset int64, cause string) error {
	return func(offset int64, cause string) error {
		return &Damage{File: name, Offset: offset, Cause: cause, advice: r.withoutSnapshot()}
	}
}

// withoutSnapshot says what to do when a snapshot cannot be used.
func (r *Recording) withoutSnapshot() string {
	if !r.HasBeginning(MainLoop) {
		return fmt.Sprintf("an older snapshot may be whole: jsrr info %s lists them", r.Path)
	}
	return fmt.Sprintf("the recording can be replayed without it: jsrr replay %s --from start", r.Path)
}

// foreign refuses a snapshot of another version: a heap has the shape that
// the engine's own memory had.
func (s *Snapshot) foreign() error {
	jsrr, goja := Versions()
	if s.Jsrr == jsrr && s.Goja == goja {
		return nil
	}
	return fmt.Errorf("%s: %w: jsrr %s with goja %s wrote it, this is jsrr %s with goja %s; %s",
		s.name, ErrForeignSnapshot, s.Jsrr, s.Goja, jsrr, goja, s.recording.withoutSnapshot())
}

// Verify reads the snapshot and checks all that it says of itself, but does
// not look into its parts.
func (s *Snapshot) Verify() error {
	file, blocks, _, err := s.recording.openBlocks(s.name, snapshotFile)
	if err != nil {
		return err
	}
	defer file.Close()
	for err == nil {
		_, err = blocks.next(nothingOf)
	}
	if err == io.EOF {
		return nil
	}
	return err
}

// Part returns a reader of a part's bytes. It verifies them while they are
// read, and the whole file before it returns io.EOF.
func (s *Snapshot) Part(name string) (io.ReadCloser, error) {
	return s.recording.part(s.name, snapshotFile, name)
}

func (r *Recording) part(file string, kind heapFile, name string) (io.ReadCloser, error) {
	f, blocks, _, err := r.openBlocks(file, kind)
	if err != nil {
		return nil, err
	}
	return &partReader{blocks: blocks, file: f, name: name, part: -1}, nil
}

// anyOf is a choice of parts: all.
func anyOf(int) bool { return true }

// sourceMax bounds the length of a source.
const sourceMax = 256 << 20

// KeptSources calls visit with the texts that snapshots of the loop need, by
// the names they were given; text is valid during the call only. Sources of
// files that cannot be read are left out; an error for each says why.
func (r *Recording) KeptSources(loopName string, visit func(name string, text []byte)) (damaged []error) {
	for _, turn := range r.heapFiles(loopName, sourcesFile) {
		if err := r.visitSources(heapFileName(loopName, sourcesFile, turn), visit); err != nil {
			damaged = append(damaged, err)
		}
	}
	return damaged
}

// visitSources visits the texts of one file, each of which is one part.
func (r *Recording) visitSources(file string, visit func(name string, text []byte)) error {
	f, blocks, _, err := r.openBlocks(file, sourcesFile)
	if err != nil {
		return err
	}
	defer f.Close()
	defer blocks.close()
	var name string
	var text bytes.Buffer
	part := -1
	for {
		b, err := blocks.next(anyOf)
		if (errors.Is(err, io.EOF) || b.kind == blockPart) && part >= 0 {
			visit(name, text.Bytes())
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case b.kind == blockPart:
			name, part = string(b.raw), b.part
			text.Reset()
		case b.part != part || text.Len()+len(b.raw) > sourceMax:
			return blocks.damage(blocks.offset, "the sources do not follow each other")
		default:
			text.Write(b.raw)
		}
	}
}
