package live

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// watch is an inotify instance.
type watch struct {
	events *os.File
	name   string // of what is watched: events of a file carry none
}

const watchMask = unix.IN_ATTRIB | unix.IN_CREATE | unix.IN_MODIFY | unix.IN_DELETE |
	unix.IN_DELETE_SELF | unix.IN_MOVE_SELF | unix.IN_MOVED_FROM | unix.IN_MOVED_TO

func newWatch(path string) (*watch, error) {
	fd, err := unix.InotifyInit1(unix.IN_CLOEXEC | unix.IN_NONBLOCK)
	if err != nil {
		return nil, err
	}
	// A non-blocking file can be closed while somebody reads it.
	events := os.NewFile(uintptr(fd), "inotify")
	if _, err := unix.InotifyAddWatch(fd, path, watchMask); err != nil {
		_ = events.Close()
		return nil, err
	}
	return &watch{events, filepath.Base(path)}, nil
}

func (w *watch) close() { _ = w.events.Close() }

// run reports changes until the watch is closed.
func (w *watch) run(report func(change)) error {
	buffer := make([]byte, 64<<10)
	for {
		n, err := w.events.Read(buffer)
		if errors.Is(err, os.ErrClosed) {
			return nil
		}
		if err != nil {
			return err
		}
		w.parse(buffer[:n], report)
	}
}

// parse reads inotify events: watch, mask, cookie, length of the name, name.
func (w *watch) parse(b []byte, report func(change)) {
	for len(b) >= unix.SizeofInotifyEvent {
		mask, length := binary.NativeEndian.Uint32(b[4:]), int(binary.NativeEndian.Uint32(b[12:]))
		b = b[unix.SizeofInotifyEvent:]
		if length > len(b) {
			return
		}
		name := string(bytes.TrimRight(b[:length], "\x00"))
		b = b[length:]
		if mask&unix.IN_IGNORED != 0 {
			continue
		}
		if name == "" {
			name = w.name
		}
		report(change{mask&^(unix.IN_ATTRIB|unix.IN_MODIFY|unix.IN_ISDIR) != 0, name})
	}
}
