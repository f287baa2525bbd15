//go:build unix

package live

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/jsrr/jsrr/loop"
)

func isTTY(f *os.File) bool {
	_, err := unix.IoctlGetWinsize(int(f.Fd()), unix.TIOCGWINSZ)
	return err == nil
}

// resourceUsage returns CPU times in microseconds and the resident size in
// bytes.
func resourceUsage() (user, system, rss uint64) {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0, 0, 0
	}
	micros := func(t syscall.Timeval) uint64 { return uint64(t.Sec)*1e6 + uint64(t.Usec) }
	return micros(u.Utime), micros(u.Stime), uint64(u.Maxrss) * 1024
}

func umask(_ *World, args *loop.Decoder) loop.Reply {
	set, mask := args.Bool(), args.Uint()
	old := syscall.Umask(int(mask))
	if !set {
		syscall.Umask(old)
	}
	var e loop.Encoder
	e.Uint(uint64(old))
	return loop.Reply{Data: e.Bytes()}
}
