// Command sources measures how fast programs of 20,000 lines start: as ES
// modules and in TypeScript under jsrr, beside the same as plain JavaScript
// under node. It makes the programs itself, the same ones each time. Each starts
// with nothing kept of what was compiled, and with all: the first round keeps it.
// And each goes on with a snapshot of itself, up to the end of its first turn.
//
//	go run ./bench/sources                     5 rounds
//	go run ./bench/sources -rounds 15 -modules 400 -lines 50
//
// Every figure is a ratio within one run, of medians; see bench.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"text/tabwriter"
	"time"
)

func main() {
	rounds := flag.Int("rounds", 5, "rounds")
	modules := flag.Int("modules", 200, "number of modules")
	lines := flag.Int("lines", 100, "lines of each module")
	flag.Parse()
	if err := run(*rounds, *modules, *lines); err != nil {
		fmt.Fprintln(os.Stderr, "sources:", err)
		os.Exit(1)
	}
}

// mode is a way to start the program.
type mode struct {
	name    string
	command []string
	cache   string
}

func run(rounds, modules, lines int) error {
	folder, err := os.MkdirTemp("", "jsrr-sources-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	for _, d := range dialects {
		if err := d.write(filepath.Join(folder, d.name), modules, lines); err != nil {
			return err
		}
	}
	jsrr := filepath.Join(folder, "jsrr")
	if out, err := exec.Command("go", "build", "-o", jsrr, "./cmd/jsrr").CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	main := func(dialect, name string) string { return filepath.Join(folder, dialect, name) }
	cache := filepath.Join(folder, "cache")
	modes := []mode{
		{"node CommonJS", []string{"node", main("commonjs", "main.js")}, "off"},
		{"node ESM", []string{"node", main("esm", "main.mjs")}, "off"},
		{"jsrr CommonJS", []string{jsrr, main("commonjs", "main.js")}, "off"},
		{"jsrr CommonJS, cached", []string{jsrr, main("commonjs", "main.js")}, cache},
		{"jsrr ESM", []string{jsrr, main("esm", "main.mjs")}, "off"},
		{"jsrr ESM, cached", []string{jsrr, main("esm", "main.mjs")}, cache},
		{"jsrr TypeScript", []string{jsrr, main("typescript", "main.ts")}, "off"},
		{"jsrr TypeScript, cached", []string{jsrr, main("typescript", "main.ts")}, cache},
	}
	for _, d := range dialects {
		snapshot := filepath.Join(folder, d.name+".jsrrsnap")
		command := exec.Command(jsrr, "snapshot", "-o", snapshot, main(d.name, "start"+d.extension))
		command.Env = append(os.Environ(), "JSRR_CACHE_DIR=off")
		if out, err := command.CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, out)
		}
		modes = append(modes, mode{"jsrr " + d.title + ", restored", []string{jsrr, "run", "--restore", snapshot}, "off"})
	}
	return report(modes, rounds)
}

// report measures all modes, round by round, and prints medians.
func report(modes []mode, rounds int) error {
	times, cpu := make([][]time.Duration, len(modes)), make([][]time.Duration, len(modes))
	for round := range rounds + 1 {
		for i, m := range modes {
			took, busy, err := m.start()
			if err != nil {
				return fmt.Errorf("%s: %w", m.name, err)
			}
			if round > 0 { // the first fills caches
				times[i], cpu[i] = append(times[i], took), append(cpu[i], busy)
			}
		}
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "program\tms\tof node CommonJS\tof node ESM\tcpu ms\tof node CommonJS\t")
	for i, m := range modes {
		t, busy := float64(median(times[i])), float64(median(cpu[i]))
		fmt.Fprintf(table, "%s\t%.0f\t%.2f\t%.2f\t%.0f\t%.2f\t\n", m.name, t/1e6, t/float64(median(times[0])), t/float64(median(times[1])),
			busy/1e6, busy/float64(median(cpu[0])))
	}
	return table.Flush()
}

func median(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[len(sorted)/2]
}

// start runs the program once, and returns how long that took and how long
// processors worked on it.
func (m mode) start() (took, busy time.Duration, err error) {
	command := exec.Command(m.command[0], m.command[1:]...)
	command.Env = append(os.Environ(), "JSRR_CACHE_DIR="+m.cache)
	command.Stderr = os.Stderr
	began := time.Now()
	out, err := command.Output()
	if err == nil && len(out) == 0 {
		err = fmt.Errorf("no output")
	}
	took = time.Since(began)
	if state := command.ProcessState; state != nil {
		busy = state.UserTime() + state.SystemTime()
	}
	return took, busy, err
}
