package live

import (
	"math"

	"github.com/jsrr/jsrr/loop"
)

// fileStat is what stat answers. Times are access, modification, change and
// birth, in this order.
type fileStat struct {
	dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks uint64
	times                                                        [4]fileTime
}

// fileTime is an instant: seconds since 1970, and nanoseconds after that.
type fileTime struct {
	sec  int64
	nsec uint32
}

// answer returns s as a reply, or the failure.
func (s fileStat) answer(err error) loop.Reply {
	if err != nil {
		return failed(err)
	}
	e := loop.Encode(make([]byte, 0, 96))
	for _, v := range [...]uint64{s.dev, s.mode, s.nlink, s.uid, s.gid, s.rdev, s.blksize, s.ino, s.size, s.blocks} {
		e.Uint(v)
	}
	for _, t := range s.times {
		e.Int(t.sec)
		e.Uint(uint64(t.nsec))
	}
	return loop.Reply{Data: e.Bytes()}
}

func fsStat(w *World, args *loop.Decoder) loop.Reply {
	s, err := statPath(w.place(args.String()), true)
	return s.answer(err)
}

func fsLstat(w *World, args *loop.Decoder) loop.Reply {
	s, err := statPath(w.place(args.String()), false)
	return s.answer(err)
}

// modePipe is the mode of a stream that is no file: a pipe that its owner may
// read and write.
const modePipe = 0o010600

func fsFstat(w *World, args *loop.Decoder) loop.Reply {
	f, err := w.fds.get(args.Int())
	if err != nil {
		return failed(err)
	}
	if f.file == nil {
		return fileStat{mode: modePipe, nlink: 1, blksize: 4096}.answer(nil)
	}
	s, err := statFile(f.file)
	return s.answer(err)
}

// fsStatfs answers type, block size, blocks, free blocks, available blocks,
// files and free files.
func fsStatfs(w *World, args *loop.Decoder) loop.Reply {
	figures, err := statFilesystem(w.place(args.String()))
	if err != nil {
		return failed(err)
	}
	var e loop.Encoder
	for _, v := range figures {
		e.Uint(v)
	}
	return loop.Reply{Data: e.Bytes()}
}

// timeOf returns seconds, as programs give times, as an instant. It is exact to
// the microsecond, like libuv.
func timeOf(seconds float64) fileTime {
	whole := math.Floor(seconds)
	return fileTime{int64(whole), uint32((seconds-whole)*1e6) * 1000}
}
