package live

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/jsrr/jsrr/loop"
)

// direntType returns libuv's number for the type of a directory entry.
func direntType(mode fs.FileMode) uint64 {
	switch mode & fs.ModeType {
	case 0:
		return 1
	case fs.ModeDir:
		return 2
	case fs.ModeSymlink:
		return 3
	case fs.ModeNamedPipe:
		return 4
	case fs.ModeSocket:
		return 5
	case fs.ModeDevice | fs.ModeCharDevice:
		return 6
	case fs.ModeDevice:
		return 7
	}
	return 0
}

// writeGroup writes the entries of one directory: its path relative to the one
// that was asked for, their number, and for each its name and type.
func writeGroup(e *loop.Encoder, dir string, entries []os.DirEntry) {
	e.String(dir)
	e.Uint(uint64(len(entries)))
	for _, entry := range entries {
		e.String(entry.Name())
		e.Uint(direntType(entry.Type()))
	}
}

// Ways to read the directories below: which comes next, and whether links
// count as the directories they lead to. Node has both.
const (
	recursionNone = iota
	recursionBreadthFirst
	recursionLastFirst
)

func fsReaddir(w *World, args *loop.Decoder) loop.Reply {
	name, withTypes, recursion := args.String(), args.Bool(), args.Uint()
	var e loop.Encoder
	pending := []string{""}
	for len(pending) > 0 {
		var dir string
		if recursion == recursionLastFirst {
			dir, pending = pending[len(pending)-1], pending[:len(pending)-1]
		} else {
			dir, pending = pending[0], pending[1:]
		}
		place := w.place(filepath.Join(name, dir))
		if dir == "" {
			place = w.place(name)
		}
		entries, err := os.ReadDir(place)
		if err != nil {
			return failedAt(err, "scandir", name+strings.TrimSuffix("/"+dir, "/"))
		}
		writeGroup(&e, dir, entries)
		if recursion == recursionNone {
			break
		}
		for _, entry := range entries {
			if isDirectory(place, entry, !withTypes) {
				pending = append(pending, filepath.Join(dir, entry.Name()))
			}
		}
	}
	return loop.Reply{Data: e.Bytes()}
}

func isDirectory(parent string, entry os.DirEntry, follow bool) bool {
	if follow && entry.Type()&fs.ModeSymlink != 0 {
		info, err := os.Stat(filepath.Join(parent, entry.Name()))
		return err == nil && info.IsDir()
	}
	return entry.IsDir()
}

func fsOpendir(w *World, args *loop.Decoder) loop.Reply {
	dir, err := os.Open(w.place(args.String()))
	if err != nil {
		return failed(err)
	}
	if info, err := dir.Stat(); err == nil && !info.IsDir() {
		_ = dir.Close()
		return failed(syscall.ENOTDIR)
	}
	return answerUint(w.fds.addDir(dir), nil)
}

// fsReadNext answers an empty group at the end.
func fsReadNext(w *World, args *loop.Decoder) loop.Reply {
	number, count := args.Uint(), args.Uint()
	dir, err := w.fds.dir(number, false)
	if err != nil {
		return failed(err)
	}
	entries, err := dir.ReadDir(int(min(max(count, 1), 1<<16)))
	if err != nil && !errors.Is(err, io.EOF) {
		return failed(err)
	}
	var e loop.Encoder
	writeGroup(&e, "", entries)
	return loop.Reply{Data: e.Bytes()}
}

func fsClosedir(w *World, args *loop.Decoder) loop.Reply {
	dir, err := w.fds.dir(args.Uint(), true)
	if err != nil {
		return failed(err)
	}
	return failed(dir.Close())
}

func fsMkdir(w *World, args *loop.Decoder) loop.Reply {
	name, mode, recursive := args.String(), fileMode(args.Uint()), args.Bool()
	if !recursive {
		return failed(os.Mkdir(w.place(name), mode))
	}
	return answerString(w.makeAll(name, mode))
}

// makeAll makes a directory and those above it, and returns the first one
// that it had to make, as far as name spells it.
func (w *World) makeAll(name string, mode os.FileMode) (first string, err error) {
	pending := []string{name}
	for len(pending) > 0 {
		dir := pending[len(pending)-1]
		err := os.Mkdir(w.place(dir), mode)
		parent := dir[:max(0, strings.LastIndexByte(dir, '/'))]
		switch {
		case err == nil:
			if first == "" {
				first = dir
			}
		case errors.Is(err, fs.ErrNotExist) && parent != "":
			pending = append(pending, parent)
			continue
		case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
			return "", err
		default:
			if err := w.mustBeDirectory(dir, len(pending) > 1); err != nil {
				return "", err
			}
		}
		pending = pending[:len(pending)-1]
	}
	return first, nil
}

// mustBeDirectory says what is wrong with something that exists where a
// directory was to be made.
func (w *World) mustBeDirectory(name string, above bool) error {
	info, err := os.Stat(w.place(name))
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return nil
	case above:
		return syscall.ENOTDIR
	}
	return syscall.EEXIST
}

// suffixAlphabet is what the random part of a temporary name is made of.
const suffixAlphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

func fsMkdtemp(w *World, args *loop.Decoder) loop.Reply {
	prefix := args.String()
	for {
		suffix := make([]byte, 6)
		if _, err := rand.Read(suffix); err != nil {
			return failed(err)
		}
		for i, b := range suffix {
			suffix[i] = suffixAlphabet[int(b)%len(suffixAlphabet)]
		}
		name := prefix + string(suffix)
		err := os.Mkdir(w.place(name), 0o700)
		if !errors.Is(err, fs.ErrExist) {
			return answerString(name, err)
		}
	}
}

func fsRmdir(w *World, args *loop.Decoder) loop.Reply {
	return failed(syscall.Rmdir(w.place(args.String())))
}

// fsRemove removes a file or a whole tree. What is missing, is removed.
func fsRemove(w *World, args *loop.Decoder) loop.Reply {
	name, retries, delay := args.String(), args.Uint(), args.Uint()
	for attempt := uint64(0); ; attempt++ {
		reply := w.removeTree(name)
		if reply.Errno == 0 || attempt >= retries || !slices.Contains(retriedErrnos, reply.Errno) {
			return reply
		}
		time.Sleep(time.Duration(delay*(attempt+1)) * time.Millisecond)
	}
}

// retriedErrnos are those that may pass: EBUSY, EMFILE, ENFILE, ENOTEMPTY, EPERM.
var retriedErrnos = []int32{-16, -24, -23, -39, -1}

func (w *World) removeTree(name string) loop.Reply {
	info, err := os.Lstat(w.place(name))
	if err != nil {
		return removed(err, "lstat", name)
	}
	if !info.IsDir() {
		return removed(syscall.Unlink(w.place(name)), "unlink", name)
	}
	err = syscall.Rmdir(w.place(name))
	if errno := errnoOf(err); errno != errnoNotEmpty && errno != errnoExists {
		return removed(err, "rmdir", name)
	}
	entries, err := os.ReadDir(w.place(name))
	if err != nil {
		return removed(err, "scandir", name)
	}
	for _, entry := range entries {
		if reply := w.removeTree(filepath.Join(name, entry.Name())); reply.Errno != 0 {
			return reply
		}
	}
	return removed(syscall.Rmdir(w.place(name)), "rmdir", name)
}

func removed(err error, step, name string) loop.Reply {
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return loop.Reply{}
	}
	return failedAt(err, step, name)
}
