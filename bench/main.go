// Command bench measures what recording and replaying cost, and how fast
// programs run beside node.
//
// Every figure is a ratio within one run: for each program the modes run one
// after another, round by round, so that a change of the machine's mood hits
// all of them; then medians are taken. CPU time stands beside wall time.
//
//	go run ./bench                    all programs, 5 rounds
//	go run ./bench -rounds 15 -program fs
//	go run ./bench -before OLD-JSRR   also beside an older jsrr: what a change cost
//	go run ./bench -format bench      Go benchmark format, for benchstat
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// mode is a way to run a program.
type mode struct {
	name string
	// command returns the command line; recording is where to record to.
	command func(b *bench, program, recording string) []string
}

var modes = []mode{
	{"node", func(_ *bench, program, _ string) []string { return []string{"node", program} }},
	{"run", func(b *bench, program, _ string) []string { return []string{b.jsrr, "run", program} }},
	{"record", func(b *bench, program, recording string) []string {
		return []string{b.jsrr, "record", "-o", recording, program}
	}},
	{"replay", func(b *bench, _, recording string) []string { return []string{b.jsrr, "replay", "--quiet", recording} }},
}

// beforeModes are the modes with an older jsrr, to be compared with this one's.
var beforeModes = []mode{
	{"run-before", func(b *bench, program, _ string) []string { return []string{b.before, "run", program} }},
	{"record-before", func(b *bench, program, recording string) []string {
		return []string{b.before, "record", "-o", recording + "-before", program}
	}},
}

// bench is one invocation of the command.
type bench struct {
	jsrr   string
	before string // an older jsrr, or ""
	folder string
	rounds int
}

// modes are those that the invocation measures.
func (b *bench) modes() []mode {
	if b.before == "" {
		return modes
	}
	return slices.Concat(modes, beforeModes)
}

// sample is one measured run.
type sample struct{ wall, cpu time.Duration }

func main() {
	rounds := flag.Int("rounds", 5, "rounds per program")
	only := flag.String("program", "", "comma-separated names of programs; default all")
	format := flag.String("format", "table", "table or bench (Go benchmark format)")
	programs := flag.String("programs", "bench/programs", "folder of the programs")
	before := flag.String("before", "", "an older jsrr to measure too")
	flag.Parse()
	if err := run(&bench{before: *before, rounds: *rounds}, *only, *format, *programs); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(b *bench, only, format, programs string) error {
	folder, err := os.MkdirTemp("", "jsrr-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	b.jsrr, b.folder = filepath.Join(folder, "jsrr"), folder
	build := exec.Command("go", "build", "-o", b.jsrr, "./cmd/jsrr")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return err
	}
	paths, err := filepath.Glob(filepath.Join(programs, "*.js"))
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	if format == "table" {
		fmt.Fprintln(table, "program\tmode\twall\tcpu\twall ratio\tcpu ratio\tagainst\tdisk")
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".js")
		if only != "" && !slices.Contains(strings.Split(only, ","), name) {
			continue
		}
		samples, size, err := b.measure(path)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if format == "table" {
			b.printTable(table, name, samples, size)
		} else {
			b.printBench(name, samples, size)
		}
		if err := table.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// measure runs a program in all modes, round by round.
func (b *bench) measure(path string) (samples map[string][]sample, size int64, err error) {
	samples = map[string][]sample{}
	for round := range b.rounds + 1 {
		recording := filepath.Join(b.folder, "recording.jsrr")
		if err := errors.Join(os.RemoveAll(recording), os.RemoveAll(recording+"-before")); err != nil {
			return nil, 0, err
		}
		for _, m := range b.modes() {
			s, err := measureOnce(m.command(b, path, recording))
			if err != nil {
				return nil, 0, fmt.Errorf("%s: %w", m.name, err)
			}
			if round > 0 { // the first round only warms the caches
				samples[m.name] = append(samples[m.name], s)
			}
		}
		size = folderSize(recording)
	}
	return samples, size, nil
}

func measureOnce(command []string) (sample, error) {
	c := exec.Command(command[0], command[1:]...)
	var errOut strings.Builder
	c.Stderr = &errOut
	began := time.Now()
	if err := c.Run(); err != nil {
		return sample{}, fmt.Errorf("%s: %w: %s", strings.Join(command, " "), err, errOut.String())
	}
	return sample{time.Since(began), c.ProcessState.UserTime() + c.ProcessState.SystemTime()}, nil
}

func folderSize(folder string) (size int64) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return 0
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && !e.IsDir() {
			size += info.Size()
		}
	}
	return size
}

// against names the mode that another is compared with.
var against = map[string]string{
	"run": "node", "record": "run", "replay": "run", "run-before": "run", "record-before": "record",
}

// ratio returns the median of the rounds' ratios.
func ratio(a, b []sample, of func(sample) time.Duration) float64 {
	ratios := make([]float64, len(a))
	for i := range a {
		ratios[i] = float64(of(a[i])) / float64(of(b[i]))
	}
	slices.Sort(ratios)
	return (ratios[(len(ratios)-1)/2] + ratios[len(ratios)/2]) / 2
}

func median(s []sample, of func(sample) time.Duration) time.Duration {
	values := make([]time.Duration, len(s))
	for i := range s {
		values[i] = of(s[i])
	}
	slices.Sort(values)
	return (values[(len(values)-1)/2] + values[len(values)/2]) / 2
}

func wall(s sample) time.Duration { return s.wall }
func cpu(s sample) time.Duration  { return s.cpu }

func (b *bench) printTable(w *tabwriter.Writer, name string, samples map[string][]sample, size int64) {
	for _, m := range b.modes() {
		s := samples[m.name]
		fmt.Fprintf(w, "%s\t%s\t%v\t%v\t", name, m.name, median(s, wall).Round(time.Millisecond), median(s, cpu).Round(time.Millisecond))
		if base := samples[against[m.name]]; base != nil {
			fmt.Fprintf(w, "%.3f\t%.3f\t%s\t", ratio(s, base, wall), ratio(s, base, cpu), against[m.name])
		} else {
			fmt.Fprint(w, "\t\t\t")
		}
		if m.name == "record" {
			fmt.Fprintf(w, "%d KiB", size/1024)
		}
		fmt.Fprintln(w)
	}
}

func (b *bench) printBench(name string, samples map[string][]sample, size int64) {
	for _, m := range b.modes() {
		for _, s := range samples[m.name] {
			fmt.Printf("Benchmark%s/%s 1 %d ns/op %d cpu-ns/op %d disk-B\n",
				strings.ToUpper(name[:1])+name[1:], m.name, s.wall.Nanoseconds(), s.cpu.Nanoseconds(), size)
		}
	}
}
