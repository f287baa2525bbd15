package live

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// watch is an inotify instance.
type watch struct {
	events *os.File
	name   string // of what is watched: events of a file carry none
	root   string // the folder that is watched with all below it; "" for one watch
	// folders are those below root, by inotify's number: their path from root
	// with a slash at its end, "" for root itself.
	folders map[int32]string
}

const watchMask = unix.IN_ATTRIB | unix.IN_CREATE | unix.IN_MODIFY | unix.IN_DELETE |
	unix.IN_DELETE_SELF | unix.IN_MOVE_SELF | unix.IN_MOVED_FROM | unix.IN_MOVED_TO

// contentMask are the events that leave a name where it is.
const contentMask = unix.IN_ATTRIB | unix.IN_MODIFY | unix.IN_ISDIR

func newWatch(path string, recursive bool) (*watch, error) {
	fd, err := unix.InotifyInit1(unix.IN_CLOEXEC | unix.IN_NONBLOCK)
	if err != nil {
		return nil, err
	}
	// A non-blocking file can be closed while somebody reads it.
	w := &watch{events: os.NewFile(uintptr(fd), "inotify"), name: filepath.Base(path), folders: map[int32]string{}}
	number, err := w.add(path)
	if err != nil {
		w.close()
		return nil, err
	}
	if info, err := os.Stat(path); recursive && err == nil && info.IsDir() {
		w.root = path
		w.folders[number] = ""
		w.addFolders("", nil)
	}
	return w, nil
}

// add watches one path and returns inotify's number for it.
func (w *watch) add(path string) (number int32, err error) {
	connection, err := w.events.SyscallConn()
	if err != nil {
		return 0, err
	}
	controlErr := connection.Control(func(fd uintptr) {
		var n int
		n, err = unix.InotifyAddWatch(int(fd), path, watchMask)
		number = int32(n)
	})
	return number, errors.Join(controlErr, err)
}

// addFolders watches all folders below the one at prefix (a path from root with
// a slash at its end). What vanishes meanwhile is skipped. report, when not nil,
// is given what is there: in a folder that has just come nobody was watching yet.
func (w *watch) addFolders(prefix string, report func(change)) {
	base := filepath.Join(w.root, prefix)
	// The error of an entry only means that it cannot be watched.
	_ = filepath.WalkDir(base, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == base {
			return nil
		}
		name, err := filepath.Rel(w.root, path)
		if err != nil {
			return nil
		}
		if report != nil {
			report(change{true, name})
		}
		if entry.IsDir() {
			w.addFolder(name)
		}
		return nil
	})
}

func (w *watch) addFolder(name string) {
	if number, err := w.add(filepath.Join(w.root, name)); err == nil {
		w.folders[number] = name + "/"
	}
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
		number := int32(binary.NativeEndian.Uint32(b))
		mask, length := binary.NativeEndian.Uint32(b[4:]), int(binary.NativeEndian.Uint32(b[12:]))
		b = b[unix.SizeofInotifyEvent:]
		if length > len(b) {
			return
		}
		name := string(bytes.TrimRight(b[:length], "\x00"))
		b = b[length:]
		switch {
		case mask&unix.IN_IGNORED != 0:
			delete(w.folders, number)
		case w.root != "":
			w.reportBelow(number, mask, name, report)
		case name == "":
			report(change{mask&^contentMask != 0, w.name})
		default:
			report(change{mask&^contentMask != 0, name})
		}
	}
}

// reportBelow reports an event in a tree of folders, and follows new folders.
func (w *watch) reportBelow(number int32, mask uint32, name string, report func(change)) {
	prefix, known := w.folders[number]
	if !known || name == "" && prefix != "" {
		return // its parent reports the end of a folder
	}
	if name == "" {
		report(change{mask&^contentMask != 0, w.name})
		return
	}
	report(change{mask&^contentMask != 0, prefix + name})
	if mask&unix.IN_ISDIR != 0 && mask&(unix.IN_CREATE|unix.IN_MOVED_TO) != 0 {
		w.addFolder(prefix + name)
		w.addFolders(prefix+name+"/", report)
	}
}
