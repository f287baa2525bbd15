//go:build !linux

package record

// mapFile: only on Linux can a file be given its blocks ahead of time in a
// way that keeps a full disk from becoming a fault.
func mapFile(string, int) ([]byte, error) { return nil, errNoMapping }

func populate([]byte, int, int) {}

func touchedBySteps([]byte, int) {}

func unmap([]byte) {}
