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

func resourceUsage() usage {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return usage{}
	}
	micros := func(t syscall.Timeval) uint64 { return uint64(t.Sec)*1e6 + uint64(t.Usec) }
	return usage{
		user: micros(u.Utime), system: micros(u.Stime), rss: uint64(u.Maxrss) * 1024,
		others: [10]uint64{
			uint64(u.Minflt), uint64(u.Majflt), uint64(u.Nswap), uint64(u.Inblock), uint64(u.Oublock),
			uint64(u.Msgsnd), uint64(u.Msgrcv), uint64(u.Nsignals), uint64(u.Nvcsw), uint64(u.Nivcsw),
		},
	}
}

func sendSignal(pid int, s syscall.Signal) error { return syscall.Kill(pid, s) }

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
