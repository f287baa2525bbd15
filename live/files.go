package live

import (
	"errors"
	"io"
	"os"
	"sync"
	"syscall"
)

// fileTable holds the files that a program has open, by descriptor, and the
// directories that it reads, by number. Both are ours: a descriptor is the
// lowest free one from 3 up, so that it is the same wherever the program runs.
type fileTable struct {
	mu       sync.Mutex
	files    []*openFile // nil: free
	dirs     map[uint64]*os.File
	dirsMade uint64
	watches  watchTable
}

// openFile is what a descriptor stands for: a file, or a stream that stands
// for one of the three that every program has.
type openFile struct {
	// blocks says that reading may wait for as long as somebody else likes.
	blocks bool
	file   *os.File
	reader io.Reader
	writer io.Writer
}

// descriptorFirst is the first descriptor that open returns; those below are
// the streams of Options.
const descriptorFirst = 3

func (t *fileTable) init(o Options) {
	t.files = []*openFile{{reader: o.Stdin}, {writer: o.Stdout}, {writer: o.Stderr}}
	for i, stream := range []any{o.Stdin, o.Stdout, o.Stderr} {
		t.files[i].file, _ = stream.(*os.File)
		t.files[i].blocks = true
	}
	t.dirs = map[uint64]*os.File{}
}

// opened returns what stands for a file that was opened.
func opened(file *os.File) *openFile {
	info, err := file.Stat()
	return &openFile{file: file, blocks: err == nil && info.Mode()&(os.ModeNamedPipe|os.ModeCharDevice|os.ModeSocket) != 0}
}

// addAt makes fd the descriptor of a file. What was open there is closed.
func (t *fileTable) addAt(fd int, file *os.File) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for fd >= len(t.files) {
		t.files = append(t.files, nil)
	}
	if before := t.files[fd]; before != nil && before.file != nil {
		_ = before.file.Close()
	}
	t.files[fd] = opened(file)
}

// add returns the descriptor of a file that was opened.
func (t *fileTable) add(file *os.File) int {
	opened := opened(file)
	t.mu.Lock()
	defer t.mu.Unlock()
	for fd := descriptorFirst; fd < len(t.files); fd++ {
		if t.files[fd] == nil {
			t.files[fd] = opened
			return fd
		}
	}
	t.files = append(t.files, opened)
	return len(t.files) - 1
}

// get returns what descriptor fd stands for.
func (t *fileTable) get(fd int64) (*openFile, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.find(fd)
}

// find is get for who holds the lock.
func (t *fileTable) find(fd int64) (*openFile, error) {
	if fd < 0 || fd >= int64(len(t.files)) || t.files[fd] == nil {
		return nil, syscall.EBADF
	}
	return t.files[fd], nil
}

// getFile is get for what only a real file can do.
func (t *fileTable) getFile(fd int64) (*os.File, error) {
	f, err := t.get(fd)
	if err == nil && f.file == nil {
		err = syscall.EINVAL
	}
	if err != nil {
		return nil, err
	}
	return f.file, nil
}

// remove frees a descriptor and returns what it stood for.
func (t *fileTable) remove(fd int64) (*openFile, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	f, err := t.find(fd)
	if err == nil {
		t.files[fd] = nil
	}
	return f, err
}

// close closes a file. The streams of Options are not the program's to close:
// they only can no longer be reached.
func (t *fileTable) close(fd int64) error {
	f, err := t.remove(fd)
	if err != nil || fd < descriptorFirst {
		return err
	}
	return f.file.Close()
}

// addDir returns the number of a directory that was opened.
func (t *fileTable) addDir(dir *os.File) uint64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.dirsMade++
	t.dirs[t.dirsMade] = dir
	return t.dirsMade
}

// addDirAt makes number that of a directory.
func (t *fileTable) addDirAt(number uint64, dir *os.File) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.dirsMade = max(t.dirsMade, number)
	t.dirs[number] = dir
}

// dir returns an open directory; remove also takes it from the table.
func (t *fileTable) dir(number uint64, remove bool) (*os.File, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	dir := t.dirs[number]
	if dir == nil {
		return nil, syscall.EBADF
	}
	if remove {
		delete(t.dirs, number)
	}
	return dir, nil
}

// closeAll closes what the program left open.
func (t *fileTable) closeAll() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, f := range t.files[descriptorFirst:] {
		if f != nil {
			_ = f.file.Close()
		}
	}
	for _, dir := range t.dirs {
		_ = dir.Close()
	}
	t.files, t.dirs = t.files[:descriptorFirst], map[uint64]*os.File{}
	t.watches.closeAll()
}

// read reads once. A negative position means: where the file is.
func (f *openFile) read(b []byte, position int64) (n int, err error) {
	switch {
	case f.file != nil && position < 0:
		n, err = f.file.Read(b)
	case f.file != nil:
		n, err = readAt(f.file, b, position)
	case f.reader == nil:
		err = syscall.EBADF
	case position >= 0:
		err = syscall.ESPIPE
	default:
		n, err = f.reader.Read(b)
	}
	if n > 0 || errors.Is(err, io.EOF) {
		err = nil
	}
	return n, err
}

// write writes all of b unless it fails; what was written before the failure
// counts, and the next write reports it.
func (f *openFile) write(b []byte, position int64) (n int, err error) {
	switch {
	case f.file != nil && position < 0:
		n, err = f.file.Write(b)
	case f.file != nil:
		n, err = writeAt(f.file, b, position)
	case f.writer == nil:
		err = syscall.EBADF
	default:
		n, err = f.writer.Write(b)
	}
	if n > 0 {
		err = nil
	}
	return n, err
}
