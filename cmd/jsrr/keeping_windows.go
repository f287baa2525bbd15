package main

import "os"

// snapshotSignal is none: Windows has no such signals.
var snapshotSignal os.Signal
