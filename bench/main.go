// Command bench measures what recording and replaying cost, and how fast
// programs run beside node.
//
// Every figure is a ratio within one run: for each program the modes run one
// after another, round by round and every other round backwards, so that a
// change of the machine's mood hits all of them; then the medians of the
// rounds' ratios are taken. CPU time stands beside wall time. Behind a ratio
// stands how far it can be trusted: half the width of the interval that holds
// the true median with 95 % probability, whatever the distribution.
//
// What jsrr compiled in the first round is there in the others, as it is for all
// starts but the first; JSRR_CACHE_DIR=off measures without. bench/sources has both,
// and programs that go on with a snapshot of their start.
//
//	go run ./bench                    all programs, 5 rounds
//	go run ./bench -rounds 15 -program fs
//	go run ./bench -before OLD-JSRR   also beside an older jsrr: what a change cost
//	go run ./bench -format bench      Go benchmark format, for benchstat
//
// Differences of a percent need many rounds, and short ones: noise comes in
// bursts, and a round that is over before the next burst is a fair one. -size
// is the programs' own measure (of turns, of timers):
//
//	go run ./bench -program immediates -modes run,record -rounds 80 -size 500000
package main

import (
	"flag"
	"fmt"
	"math"
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
	size   string   // given to the programs; "": their own
	only   []string // names of modes; nil: all
}

// modes are those that the invocation measures.
func (b *bench) modes() []mode {
	all := slices.Clone(modes)
	if b.before != "" {
		all = append(all, beforeModes...)
	}
	return slices.DeleteFunc(all, func(m mode) bool { return b.only != nil && !slices.Contains(b.only, m.name) })
}

// sample is one measured run.
type sample struct{ wall, cpu time.Duration }

func main() {
	rounds := flag.Int("rounds", 5, "rounds per program")
	only := flag.String("program", "", "comma-separated names of programs; default all")
	format := flag.String("format", "table", "table or bench (Go benchmark format)")
	programs := flag.String("programs", "bench/programs", "folder of the programs")
	before := flag.String("before", "", "an older jsrr to measure too")
	names := flag.String("modes", "", "comma-separated names of modes; default all")
	size := flag.String("size", "", "size of the programs; default their own")
	flag.Parse()
	b := &bench{before: *before, rounds: *rounds, size: *size}
	if *names != "" {
		b.only = strings.Split(*names, ",")
	}
	if err := run(b, *only, *format, *programs); err != nil {
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
	if os.Getenv("JSRR_CACHE_DIR") == "" { // not the user's, where nobody else runs this build
		if err := os.Setenv("JSRR_CACHE_DIR", filepath.Join(folder, "cache")); err != nil {
			return err
		}
	}
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

// measure runs a program in all modes, round by round. A replay that comes
// before its round's recording takes the one of the round before.
func (b *bench) measure(path string) (samples map[string][]sample, size int64, err error) {
	samples = map[string][]sample{}
	order := b.modes()
	for round := range b.rounds + 1 {
		for _, m := range order {
			s, err := measureOnce(b.sized(m.command(b, path, b.recording(path, m, round))))
			if err != nil {
				return nil, 0, fmt.Errorf("%s: %w", m.name, err)
			}
			if round > 0 { // the first round only warms the caches
				samples[m.name] = append(samples[m.name], s)
			}
		}
		slices.Reverse(order)
	}
	return samples, folderSize(b.recording(path, mode{name: "record"}, b.rounds)), nil
}

// recording returns where a round's recording is. All stay until the end:
// ext4 gives nobody the place of a file that was removed in the last minutes,
// and looks for another all the longer, the more there are; that would be
// measured.
func (b *bench) recording(path string, m mode, round int) string {
	if m.name == "replay" && round%2 == 1 {
		round-- // it comes before its round's recording
	}
	return filepath.Join(b.folder, fmt.Sprintf("%s-%d.jsrr", filepath.Base(path), round))
}

// sized returns the command with the program's size behind it; a replay has it
// from its recording.
func (b *bench) sized(command []string) []string {
	if b.size == "" || slices.Contains(command, "replay") {
		return command
	}
	return append(command, b.size)
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

// ratio returns the median of the rounds' ratios, and half the width of its
// confidence interval.
func ratio(a, b []sample, of func(sample) time.Duration) (middle, trust float64) {
	ratios := make([]float64, len(a))
	for i := range a {
		ratios[i] = float64(of(a[i])) / float64(of(b[i]))
	}
	slices.Sort(ratios)
	n := float64(len(ratios))
	// The true median lies between the ratios of these ranks, as often as a
	// coin that is thrown n times falls so.
	low := max(0, int((n-1.96*math.Sqrt(n))/2))
	return (ratios[(len(ratios)-1)/2] + ratios[len(ratios)/2]) / 2, (ratios[len(ratios)-1-low] - ratios[low]) / 2
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
			wallRatio, wallTrust := ratio(s, base, wall)
			cpuRatio, cpuTrust := ratio(s, base, cpu)
			fmt.Fprintf(w, "%.3f ±%.3f\t%.3f ±%.3f\t%s\t", wallRatio, wallTrust, cpuRatio, cpuTrust, against[m.name])
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
