package live

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/cespare/xxhash/v2"
)

// imageFile is a file of images. It begins with
//
//	its name      32 bytes: a hash of the build of jsrr and of the subject
//	entries       how many, 4 bytes
//	checksum      of the entries, 8 bytes
//
// and an entry for each image, those that were used last first:
//
//	key           32 bytes
//	length        4 bytes
//	checksum      8 bytes
//
// then come the images.
type imageFile struct {
	cache cache
	name  imageKey

	file    *os.File
	entries []imageEntry
	index   map[imageKey]int
}

// imageEntry is an image of the file.
type imageEntry struct {
	key    imageKey
	at     int64
	length uint32
	sum    uint64
	used   bool // in this run
}

const (
	imageHead      = sha256.Size + 4 + 8
	imageEntrySize = sha256.Size + 4 + 8
	// unusedMax is how many bytes of images a new file may take over from the old
	// one that the run had no use for.
	unusedMax = 8 << 20
	// imageFileMax limits what is read of a file.
	imageFileMax = 1 << 30
)

// nameOf returns the hash that the name of a subject's file is; false when this build
// of jsrr cannot be told from others.
func nameOf(subject string) (name imageKey, ok bool) {
	build, err := executable()
	return sha256.Sum256(append(build[:], subject...)), err == nil
}

// executable is a hash of what tells builds of jsrr apart: their length, their
// time, and their first bytes, where Go notes what it built.
var executable = sync.OnceValues(func() (hash [sha256.Size]byte, err error) {
	file, err := openExecutable()
	if err != nil {
		return hash, err
	}
	defer file.Close()
	known, modified, err := beginning(file)
	if err != nil {
		return hash, err
	}
	known = binary.LittleEndian.AppendUint64(known, uint64(modified.UnixNano()))
	return sha256.Sum256(known), nil
})

// BuildID tells builds of jsrr apart, wherever they lie: it is a hash of the length of
// the program and of its first bytes, where Go notes what it built; "" when the
// program cannot be read.
var BuildID = sync.OnceValue(func() string {
	file, err := openExecutable()
	if err != nil {
		return ""
	}
	defer file.Close()
	known, _, err := beginning(file)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%x", sha256.Sum256(known))
})

// beginning returns the first bytes of a program, and its length behind them.
func beginning(file *os.File) (known []byte, modified time.Time, err error) {
	info, err := file.Stat()
	if err != nil {
		return nil, modified, err
	}
	known = make([]byte, min(info.Size(), 8<<10))
	if _, err := io.ReadFull(file, known); err != nil {
		return nil, modified, err
	}
	return binary.LittleEndian.AppendUint64(known, uint64(info.Size())), info.ModTime(), nil
}

// openExecutable opens the file that this process runs, which need not be the one
// that has its name by now.
func openExecutable() (*os.File, error) {
	if file, err := os.Open("/proc/self/exe"); err == nil {
		return file, nil
	}
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return os.Open(path)
}

// open reads the entries.
func (f *imageFile) open() {
	f.close()
	file, err := os.Open(f.cache.path(f.name))
	if err != nil {
		return
	}
	info, err := file.Stat()
	if err == nil && f.readEntries(file, info.Size()) {
		f.file = file
		f.touch(info)
		return
	}
	_ = file.Close()
}

// touch tells cache.sweep that the file is in use.
func (f *imageFile) touch(info os.FileInfo) {
	if now := time.Now(); now.Sub(info.ModTime()) > cacheSweep {
		_ = os.Chtimes(f.file.Name(), now, now)
	}
}

// readEntries reads the entries; false when something is wrong with them.
func (f *imageFile) readEntries(file *os.File, size int64) bool {
	begin := make([]byte, min(size, 32<<10))
	if _, err := file.ReadAt(begin, 0); err != nil || len(begin) < imageHead || !bytes.Equal(begin[:sha256.Size], f.name[:]) {
		return false
	}
	count := int64(binary.LittleEndian.Uint32(begin[sha256.Size:]))
	at := imageHead + count*imageEntrySize
	if at > size || size > imageFileMax {
		return false
	}
	if at > int64(len(begin)) {
		begin = make([]byte, at)
		if _, err := file.ReadAt(begin, 0); err != nil {
			return false
		}
	}
	list := begin[imageHead:at]
	if xxhash.Sum64(list) != binary.LittleEndian.Uint64(begin[imageHead-8:]) {
		return false
	}
	f.entries = make([]imageEntry, count)
	f.index = make(map[imageKey]int, count)
	for i := range f.entries {
		b := list[i*imageEntrySize:]
		e := imageEntry{
			key: imageKey(b), at: at,
			length: binary.LittleEndian.Uint32(b[sha256.Size:]), sum: binary.LittleEndian.Uint64(b[sha256.Size+4:]),
		}
		at += int64(e.length)
		f.entries[i] = e
		f.index[e.key] = i
	}
	return at == size
}

// image reads the image of a key; nil when there is none.
func (f *imageFile) image(key imageKey) []byte {
	if f.file == nil {
		return nil
	}
	i, ok := f.index[key]
	if !ok {
		return nil
	}
	f.entries[i].used = true
	return f.read(f.entries[i])
}

func (f *imageFile) read(e imageEntry) []byte {
	data := make([]byte, e.length)
	if _, err := f.file.ReadAt(data, e.at); err != nil || xxhash.Sum64(data) != e.sum {
		return nil
	}
	return data
}

// add writes the file anew, with more images.
func (f *imageFile) add(images map[imageKey][]byte) {
	used := map[imageKey]bool{}
	for _, e := range f.entries {
		used[e.key] = e.used
	}
	f.open() // another process may have added some
	var entries []imageEntry
	var parts [][]byte
	for _, key := range sortedKeys(images) {
		data := images[key]
		entries = append(entries, imageEntry{key: key, length: uint32(len(data)), sum: xxhash.Sum64(data), used: true})
		parts = append(parts, data)
	}
	unused := 0
	for _, wanted := range []bool{true, false} {
		for _, e := range f.entries {
			if _, again := images[e.key]; again || used[e.key] != wanted {
				continue
			}
			if !wanted {
				unused += int(e.length)
			}
			if data := f.read(e); data != nil && unused <= unusedMax {
				entries = append(entries, imageEntry{key: e.key, length: e.length, sum: e.sum, used: wanted})
				parts = append(parts, data)
			}
		}
	}
	f.close() // a file that is open cannot be replaced everywhere
	f.cache.write(f.name, slices.Concat(append([][]byte{encodeEntries(f.name, entries)}, parts...)...))
	f.open()
	for i := range f.entries {
		f.entries[i].used = i < len(entries) && entries[i].key == f.entries[i].key && entries[i].used
	}
}

func sortedKeys(images map[imageKey][]byte) []imageKey {
	keys := make([]imageKey, 0, len(images))
	for key := range images {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b imageKey) int { return bytes.Compare(a[:], b[:]) })
	return keys
}

// encodeEntries returns what the file begins with.
func encodeEntries(name imageKey, entries []imageEntry) []byte {
	var list []byte
	for _, e := range entries {
		list = append(list, e.key[:]...)
		list = binary.LittleEndian.AppendUint32(list, e.length)
		list = binary.LittleEndian.AppendUint64(list, e.sum)
	}
	head := append([]byte(nil), name[:]...)
	head = binary.LittleEndian.AppendUint32(head, uint32(len(entries)))
	head = binary.LittleEndian.AppendUint64(head, xxhash.Sum64(list))
	return append(head, list...)
}

func (f *imageFile) close() {
	if f.file != nil {
		_ = f.file.Close()
	}
	f.file, f.entries, f.index = nil, nil, nil
}
