package live

import (
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// procLines returns the lines of a file in /proc; none when there is no such.
func procLines(name string) []string {
	data, err := os.ReadFile("/proc/" + name)
	if err != nil {
		return nil
	}
	return strings.Split(string(data), "\n")
}

// memory returns the bytes of memory there are, and those available.
func memory() (total, available uint64) {
	for _, line := range procLines("meminfo") {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		kilobytes, _ := strconv.ParseUint(fields[1], 10, 64)
		switch fields[0] {
		case "MemTotal:":
			total = kilobytes * 1024
		case "MemAvailable:":
			available = kilobytes * 1024
		}
	}
	return total, available
}

// uptime returns the seconds since the machine started.
func uptime() float64 { return procFloats("uptime", 1)[0] }

func loadAverages() []float64 { return procFloats("loadavg", 3) }

// procFloats reads the first numbers of a file in /proc.
func procFloats(name string, count int) []float64 {
	numbers := make([]float64, count)
	lines := procLines(name)
	if len(lines) == 0 {
		return numbers
	}
	for i, field := range strings.Fields(lines[0]) {
		if i < count {
			numbers[i], _ = strconv.ParseFloat(field, 64)
		}
	}
	return numbers
}

// processors reads the times of each processor, in hundredths of a second.
func processors() []processor {
	models := processorModels()
	var list []processor
	for _, line := range procLines("stat") {
		fields := strings.Fields(line)
		if len(fields) < 7 || !strings.HasPrefix(fields[0], "cpu") || fields[0] == "cpu" {
			continue
		}
		p := processor{model: "unknown", speed: processorSpeed(fields[0])}
		if len(list) < len(models) {
			p.model = models[len(list)]
		}
		for i, time := range []*uint64{&p.user, &p.nice, &p.sys, &p.idle, nil, &p.irq} {
			if time != nil {
				ticks, _ := strconv.ParseUint(fields[i+1], 10, 64)
				*time = ticks * 10
			}
		}
		list = append(list, p)
	}
	return list
}

func processorModels() []string {
	var models []string
	for _, line := range procLines("cpuinfo") {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			models = append(models, strings.TrimSpace(value))
		}
	}
	return models
}

// processorSpeed returns the current speed in MHz, 0 when it is not known.
func processorSpeed(cpu string) uint64 {
	data, err := os.ReadFile("/sys/devices/system/cpu/" + cpu + "/cpufreq/scaling_cur_freq")
	if err != nil {
		return 0
	}
	kilohertz, _ := strconv.ParseUint(strings.TrimSpace(string(data)), 10, 64)
	return kilohertz / 1000
}

func priorityOf(pid int) (int, error) {
	// The system call answers 20 minus the priority.
	n, err := unix.Getpriority(unix.PRIO_PROCESS, pid)
	return 20 - n, err
}

func setPriority(pid, priority int) error {
	return unix.Setpriority(unix.PRIO_PROCESS, pid, priority)
}
