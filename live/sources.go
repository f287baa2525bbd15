package live

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/jsrr/jsrr/loop"
)

// sources are the files that modules are read from: those of the machine, or of
// Options.Sources, whose root is the working directory that the program begins
// in. Below it there is nothing else, and outside of it nothing at all.
type sources struct {
	files fs.FS // nil for the machine's
	root  string
}

// name returns what a path is called in files.
func (s *sources) name(path string) (string, error) {
	name, err := filepath.Rel(s.root, path)
	if name = filepath.ToSlash(name); err != nil || !fs.ValidPath(name) {
		return "", fs.ErrNotExist
	}
	return name, nil
}

func (s *sources) stat(path string) (fs.FileInfo, error) {
	if s.files == nil {
		return os.Stat(path)
	}
	name, err := s.name(path)
	if err != nil {
		return nil, err
	}
	return fs.Stat(s.files, name)
}

func (s *sources) read(path string) ([]byte, error) {
	if s.files == nil {
		return os.ReadFile(path)
	}
	name, err := s.name(path)
	if err != nil {
		return nil, err
	}
	return fs.ReadFile(s.files, name)
}

// real returns the path that links lead to; an fs.FS follows its links itself.
func (s *sources) real(path string) (string, error) {
	if s.files == nil {
		return filepath.EvalSymlinks(path)
	}
	_, err := s.stat(path)
	return filepath.Clean(path), err
}

func moduleStat(w *World, args *loop.Decoder) loop.Reply {
	info, err := w.sources.stat(w.path(args.String()))
	switch {
	case err != nil:
		return failed(err)
	case info.IsDir():
		return loop.Reply{Data: []byte{1}}
	}
	return loop.Reply{Data: []byte{0}}
}

func moduleSource(w *World, args *loop.Decoder) loop.Reply {
	path := w.path(args.String())
	if w.opts.Loaded != nil {
		w.opts.Loaded(path)
	}
	b, err := w.sources.read(path)
	return loop.Reply{Errno: errnoOf(err), Data: b}
}

func moduleRealpath(w *World, args *loop.Decoder) loop.Reply {
	path, err := w.sources.real(w.path(args.String()))
	return loop.Reply{Errno: errnoOf(err), Data: []byte(path)}
}
