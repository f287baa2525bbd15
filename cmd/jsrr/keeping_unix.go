//go:build !windows

package main

import (
	"os"
	"syscall"
)

// snapshotSignal asks for a snapshot.
var snapshotSignal os.Signal = syscall.SIGUSR2
