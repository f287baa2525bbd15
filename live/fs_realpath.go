package live

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/jsrr/jsrr/loop"
)

// linksMax is how many symbolic links a path may lead through.
const linksMax = 40

// fsRealpath answers a path without links. The two forms differ in their
// errors: the native one is one call, the other names the step that failed.
func fsRealpath(w *World, args *loop.Decoder) loop.Reply {
	name, native := args.String(), args.Bool()
	if name == "" && native {
		return failed(syscall.ENOENT)
	}
	path, step, err := resolveLinks(w.path(filepath.Clean(name)))
	switch {
	case err != nil && native:
		return failed(err)
	case err != nil:
		return failedAt(err, step, path)
	}
	return loop.Reply{Data: []byte(path)}
}

// resolveLinks replaces the links of an absolute path from the left. When it
// fails it returns the path and the step at which it did.
func resolveLinks(path string) (resolved, step string, err error) {
	root := filepath.VolumeName(path) + string(filepath.Separator)
	done, rest, links := root, strings.TrimPrefix(filepath.Clean(path), root), 0
	for rest != "" {
		part, after, _ := strings.Cut(rest, string(filepath.Separator))
		next := filepath.Join(done, part)
		info, err := os.Lstat(next)
		if err != nil {
			return next, "lstat", err
		}
		if info.Mode()&os.ModeSymlink == 0 {
			done, rest = next, after
			continue
		}
		if _, err := os.Stat(next); err != nil {
			return next, "stat", err
		}
		target, err := os.Readlink(next)
		if links++; err != nil || links > linksMax {
			return next, "stat", syscall.ELOOP
		}
		if !filepath.IsAbs(target) {
			target = filepath.Join(done, target)
		}
		done, rest = root, strings.TrimPrefix(filepath.Join(target, after), root)
	}
	return done, "", nil
}
