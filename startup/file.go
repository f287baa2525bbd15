package startup

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/cespare/xxhash/v2"
	"github.com/klauspost/compress/zstd"
)

// Errors of files that cannot be used. All say more.
var (
	// ErrNone is that of a file of another kind.
	ErrNone = errors.New("not a snapshot of a program")
	// ErrUnreadable is that of a file that cannot be opened.
	ErrUnreadable = errors.New("no snapshot")
	// ErrDamaged is that of a file that is cut short or was changed.
	ErrDamaged = errors.New("the snapshot is damaged")
	// ErrForeign is that of a file that another build of jsrr made.
	ErrForeign = errors.New("another jsrr made the snapshot")
)

// Format is the version of the format.
const Format = 1

const (
	magic     = "jsrrAPP\x01"
	headLen   = len(magic) + 4 + 8
	headerMax = 1 << 20
	partMax   = 8 << 30
	roomMax   = 64 << 20 // that is made for what a header promises
)

// Header is what a file says of itself.
type Header struct {
	Format int `json:"format"`
	// Jsrr and Goja are the versions of who made the file, Build tells builds of
	// one version apart: a heap is of use to the build that wrote it.
	Jsrr  string `json:"jsrr"`
	Goja  string `json:"goja"`
	Build string `json:"build"`
	// MadeMs is when: milliseconds since 1970.
	MadeMs int64 `json:"made"`
	// Program says what was run.
	Program Program `json:"program"`
	// Turns is how many turns the program had taken, Clock its clock: nanoseconds
	// since it began.
	Turns uint64 `json:"turns"`
	Clock int64  `json:"clock"`

	Parts []PartEntry `json:"parts"`
}

// Program is what was run.
type Program struct {
	Script string `json:"script,omitempty"`
	Source string `json:"source,omitempty"`
	Name   string `json:"name,omitempty"`
}

// PartEntry is where a part is.
type PartEntry struct {
	Name   string `json:"name"`
	Length uint64 `json:"length"` // of its content; when Stored is the same, it is stored as it is
	Stored uint64 `json:"stored"` // of what is in the file
	Sum    uint64 `json:"sum"`    // of that
}

// Part is a part to be written.
type Part struct {
	Name string
	Data []byte
	// Raw says that Data is compressed already.
	Raw bool
}

// Write writes a file that only the user can read: the heap of a program has its
// secrets. The file is there when it is whole.
func Write(path string, h Header, parts []Part) error {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedDefault))
	if err != nil {
		return err
	}
	defer encoder.Close()
	h.Format, h.Parts = Format, nil
	var body []byte
	for _, p := range parts {
		begin := len(body)
		if p.Raw {
			body = append(body, p.Data...)
		} else if body = encoder.EncodeAll(p.Data, body); len(body)-begin >= len(p.Data) {
			body = append(body[:begin], p.Data...)
		}
		stored := body[begin:]
		h.Parts = append(h.Parts, PartEntry{p.Name, uint64(len(p.Data)), uint64(len(stored)), xxhash.Sum64(stored)})
	}
	header, err := json.Marshal(&h)
	if err != nil {
		return err
	}
	head := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(header)))
	head = append(binary.LittleEndian.AppendUint64(head, xxhash.Sum64(header)), header...)
	return replace(path, head, body)
}

// replace writes a file under another name first.
func replace(path string, content ...[]byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".new*") // for the user only
	if err != nil {
		return err
	}
	for _, b := range content {
		if _, err = file.Write(b); err != nil {
			break
		}
	}
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}

// File is a file that is open.
type File struct {
	Header Header
	Path   string

	file  *os.File
	begin int64 // of the parts
}

// Open opens a file and reads its header.
func Open(path string) (*File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	f := &File{Path: path, file: file}
	if err := f.readHeader(); err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return f, nil
}

func (f *File) readHeader() error {
	head := make([]byte, headLen)
	if _, err := io.ReadFull(f.file, head); err != nil || string(head[:len(magic)]) != magic {
		return ErrNone
	}
	length, sum := binary.LittleEndian.Uint32(head[len(magic):]), binary.LittleEndian.Uint64(head[len(magic)+4:])
	if length > headerMax {
		return fmt.Errorf("%w: a header of %d bytes", ErrDamaged, length)
	}
	header := make([]byte, length)
	if _, err := io.ReadFull(f.file, header); err != nil || xxhash.Sum64(header) != sum {
		return fmt.Errorf("%w: its header", ErrDamaged)
	}
	if err := json.Unmarshal(header, &f.Header); err != nil {
		return fmt.Errorf("%w: its header: %w", ErrDamaged, err)
	}
	if f.Header.Format != Format {
		return fmt.Errorf("%w: jsrr %s, in format %d; this jsrr reads format %d", ErrForeign, f.Header.Jsrr, f.Header.Format, Format)
	}
	f.begin = int64(headLen) + int64(length)
	return f.checkLength()
}

// checkLength compares the file's length with what its header says.
func (f *File) checkLength() error {
	info, err := f.file.Stat()
	if err != nil {
		return err
	}
	end := uint64(f.begin)
	for _, p := range f.Header.Parts {
		if p.Length > partMax || p.Stored > partMax {
			return fmt.Errorf("%w: its header", ErrDamaged)
		}
		end += p.Stored
	}
	if uint64(info.Size()) != end {
		return fmt.Errorf("%w: it has %d bytes and should have %d", ErrDamaged, info.Size(), end)
	}
	return nil
}

// CheckMaker returns an ErrForeign unless the file was made by this build.
func (f *File) CheckMaker(jsrr, goja, build string) error {
	h := &f.Header
	if h.Jsrr == jsrr && h.Goja == goja && h.Build == build {
		return nil
	}
	return fmt.Errorf("%s: %w: jsrr %s with goja %s, build %.12s; this is jsrr %s with goja %s, build %.12s",
		f.Path, ErrForeign, h.Jsrr, h.Goja, h.Build, jsrr, goja, build)
}

// Part returns the content of a part; nil when there is none of that name.
func (f *File) Part(name string) ([]byte, error) {
	at := f.begin
	for _, p := range f.Header.Parts {
		if p.Name == name {
			return f.read(p, at)
		}
		at += int64(p.Stored)
	}
	return nil, nil
}

func (f *File) read(p PartEntry, at int64) ([]byte, error) {
	stored := make([]byte, p.Stored)
	if _, err := f.file.ReadAt(stored, at); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", f.Path, ErrDamaged, err)
	}
	if xxhash.Sum64(stored) != p.Sum {
		return nil, fmt.Errorf("%s: %w: its part %q", f.Path, ErrDamaged, p.Name)
	}
	if p.Stored == p.Length {
		return stored, nil
	}
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(max(p.Length, 1<<16)), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer decoder.Close()
	data, err := decoder.DecodeAll(stored, make([]byte, 0, min(p.Length, roomMax)))
	if err == nil && uint64(len(data)) != p.Length {
		err = fmt.Errorf("%d bytes in place of %d", len(data), p.Length)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w: its part %q: %w", f.Path, ErrDamaged, p.Name, err)
	}
	return data, nil
}

// Close closes the file.
func (f *File) Close() error { return f.file.Close() }
