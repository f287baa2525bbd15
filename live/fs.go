package live

import (
	"os"
	"path/filepath"
	"syscall"

	"github.com/jsrr/jsrr/loop"
)

// fsHandlers answers hostapi/fs. The arguments of a kind are described with
// it, in package loop; the replies where they are read, in hostapi/fs.
var fsHandlers = map[loop.Kind]handler{
	loop.KindFSAccess:    fsAccess,
	loop.KindFSOpen:      fsOpen,
	loop.KindFSClose:     fsClose,
	loop.KindFSRead:      fsRead,
	loop.KindFSWrite:     fsWrite,
	loop.KindFSReadFile:  fsReadFile,
	loop.KindFSWriteFile: fsWriteFile,
	loop.KindFSStat:      fsStat,
	loop.KindFSLstat:     fsLstat,
	loop.KindFSFstat:     fsFstat,
	loop.KindFSStatfs:    fsStatfs,
	loop.KindFSReaddir:   fsReaddir,
	loop.KindFSOpendir:   fsOpendir,
	loop.KindFSReadNext:  fsReadNext,
	loop.KindFSClosedir:  fsClosedir,
	loop.KindFSMkdir:     fsMkdir,
	loop.KindFSMkdtemp:   fsMkdtemp,
	loop.KindFSRmdir:     fsRmdir,
	loop.KindFSRemove:    fsRemove,
	loop.KindFSUnlink:    fsUnlink,
	loop.KindFSRename:    fsRename,
	loop.KindFSCopyFile:  fsCopyFile,
	loop.KindFSLink:      fsLink,
	loop.KindFSSymlink:   fsSymlink,
	loop.KindFSReadlink:  fsReadlink,
	loop.KindFSRealpath:  fsRealpath,
	loop.KindFSChmod:     fsChmod,
	loop.KindFSFchmod:    fsFchmod,
	loop.KindFSChown:     fsChown,
	loop.KindFSFchown:    fsFchown,
	loop.KindFSLchown:    fsLchown,
	loop.KindFSUtimes:    fsUtimes,
	loop.KindFSFutimes:   fsFutimes,
	loop.KindFSLutimes:   fsLutimes,
	loop.KindFSTruncate:  fsTruncate,
	loop.KindFSFtruncate: fsFtruncate,
	loop.KindFSFsync:     fsFsync,
	loop.KindFSFdatasync: fsFdatasync,
	loop.KindFSWatch:     fsWatch,
	loop.KindFSWatchTree: fsWatchTree,
	loop.KindFSUnwatch:   fsUnwatch,
	loop.KindFSReopen:    fsReopen,
	loop.KindFSReopenDir: fsReopenDir,
	loop.KindFSRewatch:   fsRewatch,
}

// place returns where a program's path lies. Unlike path it keeps the path as
// it was written: "file/" must fail where "file" does not.
func (w *World) place(name string) string {
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.dir + string(filepath.Separator) + name
}

// failedAt returns the reply of a request of several steps: Node's error
// names the step that failed, and the path it failed on, if it has one.
func failedAt(err error, step string, path ...string) loop.Reply {
	var e loop.Encoder
	e.String(step)
	for _, p := range path {
		e.String(p)
	}
	return loop.Reply{Errno: errnoOf(err), Data: e.Bytes()}
}

// answerUint returns a reply of one number, or the failure.
func answerUint(n uint64, err error) loop.Reply {
	if err != nil {
		return failed(err)
	}
	var e loop.Encoder
	e.Uint(n)
	return loop.Reply{Data: e.Bytes()}
}

// answerString returns a reply of one string, or the failure.
func answerString(s string, err error) loop.Reply {
	if err != nil {
		return failed(err)
	}
	return loop.Reply{Data: []byte(s)}
}

// fileMode returns Unix permission bits as os.FileMode.
func fileMode(mode uint64) os.FileMode {
	m := os.FileMode(mode & 0o777)
	if mode&0o4000 != 0 {
		m |= os.ModeSetuid
	}
	if mode&0o2000 != 0 {
		m |= os.ModeSetgid
	}
	if mode&0o1000 != 0 {
		m |= os.ModeSticky
	}
	return m
}

func fsAccess(w *World, args *loop.Decoder) loop.Reply {
	return failed(access(w.place(args.String()), uint32(args.Uint())))
}

func fsOpen(w *World, args *loop.Decoder) loop.Reply {
	file, err := openFileAt(w.place(args.String()), args.Uint(), args.Uint())
	if err != nil {
		return failed(err)
	}
	return answerUint(uint64(w.fds.add(file)), nil)
}

func fsClose(w *World, args *loop.Decoder) loop.Reply { return failed(w.fds.close(args.Int())) }

func fsUnlink(w *World, args *loop.Decoder) loop.Reply {
	return failed(syscall.Unlink(w.place(args.String())))
}

func fsRename(w *World, args *loop.Decoder) loop.Reply {
	return failed(rename(w.place(args.String()), w.place(args.String())))
}

func fsLink(w *World, args *loop.Decoder) loop.Reply {
	return failed(os.Link(w.place(args.String()), w.place(args.String())))
}

// fsSymlink keeps the target as it was written: it is relative to the link.
func fsSymlink(w *World, args *loop.Decoder) loop.Reply {
	return failed(os.Symlink(args.String(), w.place(args.String())))
}

func fsReadlink(w *World, args *loop.Decoder) loop.Reply {
	return answerString(os.Readlink(w.place(args.String())))
}

func fsChmod(w *World, args *loop.Decoder) loop.Reply {
	return failed(os.Chmod(w.place(args.String()), fileMode(args.Uint())))
}

func fsFchmod(w *World, args *loop.Decoder) loop.Reply {
	file, err := w.fds.getFile(args.Int())
	if err != nil {
		return failed(err)
	}
	return failed(file.Chmod(fileMode(args.Uint())))
}

func fsChown(w *World, args *loop.Decoder) loop.Reply {
	return failed(os.Chown(w.place(args.String()), int(args.Int()), int(args.Int())))
}

func fsFchown(w *World, args *loop.Decoder) loop.Reply {
	file, err := w.fds.getFile(args.Int())
	if err != nil {
		return failed(err)
	}
	return failed(file.Chown(int(args.Int()), int(args.Int())))
}

func fsLchown(w *World, args *loop.Decoder) loop.Reply {
	return failed(os.Lchown(w.place(args.String()), int(args.Int()), int(args.Int())))
}

func fsUtimes(w *World, args *loop.Decoder) loop.Reply {
	return failed(setTimes(w.place(args.String()), args.Float(), args.Float(), true))
}

func fsFutimes(w *World, args *loop.Decoder) loop.Reply {
	file, err := w.fds.getFile(args.Int())
	if err != nil {
		return failed(err)
	}
	return failed(setFileTimes(file, args.Float(), args.Float()))
}

func fsLutimes(w *World, args *loop.Decoder) loop.Reply {
	return failed(setTimes(w.place(args.String()), args.Float(), args.Float(), false))
}

func fsFtruncate(w *World, args *loop.Decoder) loop.Reply {
	file, err := w.fds.getFile(args.Int())
	if err != nil {
		return failed(err)
	}
	return failed(file.Truncate(args.Int()))
}

func fsFsync(w *World, args *loop.Decoder) loop.Reply {
	file, err := w.fds.getFile(args.Int())
	if err != nil {
		return failed(err)
	}
	return failed(file.Sync())
}

func fsFdatasync(w *World, args *loop.Decoder) loop.Reply {
	file, err := w.fds.getFile(args.Int())
	if err != nil {
		return failed(err)
	}
	return failed(dataSync(file))
}
