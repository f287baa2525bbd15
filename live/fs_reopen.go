package live

import (
	"io"
	"os"
	"syscall"

	"github.com/jsrr/jsrr/loop"
)

// The numbers of what a restored program had open come from its snapshot, which may
// be damaged: they bound what is kept for them.
const descriptorMax = 1 << 20

// fsReopen opens a file under the descriptor that it had, where it was read or
// written last.
func fsReopen(w *World, args *loop.Decoder) loop.Reply {
	fd, path, flags, mode, position := args.Uint(), args.String(), args.Uint(), args.Uint(), args.Int()
	if args.Err() != nil || fd < descriptorFirst || fd > descriptorMax {
		return failed(syscall.EBADF)
	}
	file, err := openFileAt(w.place(path), flags&^(flagExclusive|flagTruncate), mode)
	if err != nil {
		return failed(err)
	}
	if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
		if _, err := file.Seek(max(0, min(position, info.Size())), io.SeekStart); err != nil {
			_ = file.Close()
			return failed(err)
		}
	}
	w.fds.addAt(int(fd), file)
	return loop.Reply{}
}

// fsReopenDir opens a directory, and passes over the entries that were read. Which
// these were, only the file system knows.
func fsReopenDir(w *World, args *loop.Decoder) loop.Reply {
	number, path, read := args.Uint(), args.String(), args.Uint()
	dir, err := os.Open(w.place(path))
	if err != nil {
		return failed(err)
	}
	for read > 0 {
		entries, err := dir.ReadDir(int(min(read, 1<<10)))
		if err != nil {
			break
		}
		read -= uint64(len(entries))
	}
	w.fds.addDirAt(number, dir)
	return loop.Reply{}
}

func fsRewatch(w *World, args *loop.Decoder) loop.Reply {
	number, path, tree := args.Uint(), args.String(), args.Bool()
	watch, err := newWatch(w.place(path), tree)
	if err != nil {
		return failed(err)
	}
	w.fds.watches.addAt(number, watch)
	return loop.Reply{}
}
