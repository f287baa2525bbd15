package record

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"
	"github.com/klauspost/compress/zstd"
)

// Recording is a recording that is read: a folder, or a packed file.
type Recording struct {
	// Path is what was opened.
	Path   string
	Header Header

	files    fs.FS
	names    []string // of all files, sorted
	identity uint64   // that all segments carry
	length   int64    // of a packed file
	close    func() error
}

// Open opens the recording at path, a folder or a packed file. It reads the
// header only; damage elsewhere shows when the entries are read.
func Open(path string) (*Recording, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotRecording, err)
	}
	r := &Recording{Path: path, length: info.Size(), close: func() error { return nil }}
	if info.IsDir() {
		r.files = os.DirFS(path)
	} else if err := r.openPacked(path); err != nil {
		return nil, err
	}
	if err := r.readHeader(); err != nil {
		_ = r.close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}

func (r *Recording) openPacked(path string) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return fmt.Errorf("%s: %w: neither a folder nor a packed file: %v", path, ErrNotRecording, err)
	}
	archive.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor(
		zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(capacityMax)))
	r.files, r.close = archive, archive.Close
	return nil
}

func (r *Recording) readHeader() error {
	entries, err := fs.ReadDir(r.files, ".")
	if err != nil {
		return fmt.Errorf("%w: %v", ErrNotRecording, err)
	}
	for _, entry := range entries {
		r.names = append(r.names, entry.Name())
	}
	slices.Sort(r.names)
	b, err := r.read(headerName, headerMax, nil)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: it has no %s", ErrNotRecording, headerName)
	}
	if err != nil {
		return fmt.Errorf("%w: %v", ErrNotRecording, err)
	}
	r.identity = xxhash.Sum64(b)
	r.Header, err = decodeHeader(b)
	return err
}

// read returns the content of a file, at most limit bytes of it. It may lie in
// the memory of spare.
func (r *Recording) read(name string, limit int, spare []byte) ([]byte, error) {
	info, err := fs.Stat(r.files, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", name)
	}
	f, err := r.files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	length := int(min(info.Size(), int64(limit))) + bytes.MinRead
	if _, packed := r.files.(*zip.ReadCloser); !packed && cap(spare) < length {
		// The length that an archive states may be wrong; there memory grows.
		spare = make([]byte, 0, length)
	}
	b := bytes.NewBuffer(spare[:0])
	_, err = b.ReadFrom(io.LimitReader(f, int64(limit)))
	return b.Bytes(), err
}

// Close releases a packed file.
func (r *Recording) Close() error { return r.close() }

// eventsFile matches the files of events streams.
var eventsFile = regexp.MustCompile(`^([a-z][a-z0-9]*)-[0-9]{6,}\.events$`)

// Loops returns the names of the recorded loops, "main" first.
func (r *Recording) Loops() []string {
	var loops []string
	for _, name := range r.names {
		if m := eventsFile.FindStringSubmatch(name); m != nil && !slices.Contains(loops, m[1]) {
			loops = append(loops, m[1])
		}
	}
	slices.SortStableFunc(loops, func(a, b string) int {
		switch {
		case a == b:
			return 0
		case a == MainLoop:
			return -1
		case b == MainLoop:
			return 1
		case len(a) != len(b):
			return len(a) - len(b) // w2 before w10
		}
		return strings.Compare(a, b)
	})
	return loops
}

// segments returns the lowest and the highest number of the segments of a
// stream; 0 when it has none.
func (r *Recording) segments(loopName string, kind streamKind) (first, last int) {
	for _, name := range r.names {
		digits, ok := strings.CutPrefix(name, loopName+"-")
		if !ok {
			continue
		}
		digits, ok = strings.CutSuffix(digits, suffixes[kind])
		number, err := strconv.Atoi(digits)
		if !ok || err != nil || number < 1 || name != fileName(loopName, kind, number) {
			continue
		}
		if first == 0 || number < first {
			first = number
		}
		last = max(last, number)
	}
	return first, last
}

// has says whether the recording has a file of that name.
func (r *Recording) has(name string) bool {
	_, found := slices.BinarySearch(r.names, name)
	return found
}
