// Command restore measures what a startup snapshot saves: a service of 20,000 lines
// in 200 modules, which builds tables and routes when it starts, from the start of
// its process to the end of the turn that answers its first request. Started cold,
// with nothing kept of what was compiled, and warm; restored; and beside it a program
// that does nothing, and the service under node.
//
//	go run ./bench/restore                     15 rounds
//	go run ./bench/restore -rounds 5 -modules 400 -lines 50
//
// The ways to start follow each other in each round. Every figure is a median, and
// a ratio within one run; see bench.
package main

import (
	"bytes"
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
	rounds := flag.Int("rounds", 15, "rounds")
	modules := flag.Int("modules", 200, "number of modules")
	lines := flag.Int("lines", 100, "lines of each module")
	flag.Parse()
	if err := run(*rounds, *modules, *lines); err != nil {
		fmt.Fprintln(os.Stderr, "restore:", err)
		os.Exit(1)
	}
}

// start is a way to start the program.
type start struct {
	name      string
	command   []string
	cache     string
	wall, cpu []time.Duration
	out       []byte
}

func run(rounds, modules, lines int) error {
	folder, err := os.MkdirTemp("", "jsrr-restore-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := write(folder, modules, lines); err != nil {
		return err
	}
	jsrr, main, snapshot := filepath.Join(folder, "jsrr"), filepath.Join(folder, "main.js"), filepath.Join(folder, "app.jsrrsnap")
	for _, command := range [][]string{{"go", "build", "-o", jsrr, "./cmd/jsrr"}, {jsrr, "snapshot", "-o", snapshot, main}} {
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, out)
		}
	}
	info, err := os.Stat(snapshot)
	if err != nil {
		return err
	}
	fmt.Printf("%d modules of %d lines; the snapshot has %d bytes\n", modules, lines, info.Size())
	cache := filepath.Join(folder, "cache")
	starts := []*start{
		{name: "cold", command: []string{jsrr, main}, cache: "off"},
		{name: "warm", command: []string{jsrr, main}, cache: cache},
		{name: "restored", command: []string{jsrr, "run", "--restore", snapshot}, cache: cache},
		{name: "node", command: []string{"node", main}, cache: "off"},
		{name: "nothing", command: []string{jsrr, "-e", "0"}, cache: cache},
	}
	for round := range rounds + 1 {
		for _, s := range starts {
			if err := s.once(round > 0); err != nil { // the first fills caches
				return fmt.Errorf("%s: %w", s.name, err)
			}
		}
	}
	for _, s := range starts[1:4] {
		if !bytes.Equal(s.out, starts[0].out) {
			return fmt.Errorf("%s answered %q, and %s %q", s.name, s.out, starts[0].name, starts[0].out)
		}
	}
	return report(starts)
}

func report(starts []*start) error {
	table := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "start\tms\tof cold\tcpu ms\tof cold\t")
	cold := starts[0]
	for _, s := range starts {
		wall, cpu := float64(median(s.wall)), float64(median(s.cpu))
		fmt.Fprintf(table, "%s\t%.1f\t%.3f\t%.1f\t%.3f\t\n", s.name, wall/1e6, wall/float64(median(cold.wall)), cpu/1e6, cpu/float64(median(cold.cpu)))
	}
	return table.Flush()
}

func median(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[len(sorted)/2]
}

// once starts the program, and notes how long that took and how long processors
// worked on it.
func (s *start) once(counts bool) error {
	command := exec.Command(s.command[0], s.command[1:]...)
	command.Env = append(os.Environ(), "JSRR_CACHE_DIR="+s.cache)
	command.Stderr = os.Stderr
	began := time.Now()
	out, err := command.Output()
	took := time.Since(began)
	if err != nil {
		return err
	}
	s.out = out
	if state := command.ProcessState; counts {
		s.wall, s.cpu = append(s.wall, took), append(s.cpu, state.UserTime()+state.SystemTime())
	}
	return nil
}
