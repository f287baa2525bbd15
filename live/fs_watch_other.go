//go:build !linux

package live

import "syscall"

// watch does not exist here: fs.watch fails with ENOSYS.
type watch struct{}

func newWatch(string, bool) (*watch, error) { return nil, syscall.ENOSYS }

func (*watch) close() {}

func (*watch) run(func(change)) error { return syscall.ENOSYS }
