package live

import (
	"os"
	"syscall"

	"github.com/jsrr/jsrr/loop"
)

// isTTY: a character device of Windows is a console.
func isTTY(*os.File) bool { return true }

func resourceUsage() usage { return usage{} }

// sendSignal ends a process, which is all that Windows can do; signal 0 asks
// whether it is there.
func sendSignal(pid int, s syscall.Signal) error {
	p, err := os.FindProcess(pid)
	if err != nil {
		return syscall.ESRCH
	}
	defer func() { _ = p.Release() }()
	if s == 0 {
		return nil
	}
	return p.Kill()
}

func umask(*World, *loop.Decoder) loop.Reply {
	var e loop.Encoder
	e.Uint(0)
	return loop.Reply{Data: e.Bytes()}
}
