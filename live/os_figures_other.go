//go:build !linux

package live

import "runtime"

// Elsewhere than on Linux the figures of the machine are not read yet.

func memory() (total, available uint64) { return 0, 0 }

func uptime() float64 { return 0 }

func loadAverages() []float64 { return make([]float64, 3) }

func processors() []processor {
	list := make([]processor, runtime.NumCPU())
	for i := range list {
		list[i].model = "unknown"
	}
	return list
}

func priorityOf(int) (int, error) { return 0, nil }

func setPriority(int, int) error { return nil }
