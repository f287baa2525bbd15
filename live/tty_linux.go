package live

import "golang.org/x/sys/unix"

// Requests that read and write a terminal's modes; writing waits for output.
const (
	ioctlGetTermios = unix.TCGETS
	ioctlSetTermios = unix.TCSETSW
)
