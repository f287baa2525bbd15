package main

// ballastLen is how much memory the garbage collector believes to be in use
// beside the program's: with a small heap it would otherwise run hundreds of
// times a second. Nobody writes to the ballast, so it takes no real memory.
const ballastLen = 32 << 20

// ballast returns memory that must be kept alive while programs run.
func ballast() []byte { return make([]byte, ballastLen) }
