// Command snapshots measures what snapshots cost a server: how late its requests
// are, and how many it serves, with and without.
//
//	go run ./bench/snapshots                   5 pairs of runs of 10 seconds
//	go run ./bench/snapshots -every 10s -pairs 3 -seconds 60
//
// The runs of a pair follow each other, every other pair backwards. Figures are
// medians; ratios are the medians of the pairs' ratios.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"
)

// figures are what the server prints, and what it cost.
type figures struct {
	Served, P50, P99, P999, Max float64
	cpu                         time.Duration
}

// bench is one invocation of the command.
type bench struct {
	jsrr, folder, program, every string
	connections, seconds         int
}

func main() {
	pairs := flag.Int("pairs", 5, "pairs of runs")
	b := &bench{program: "bench/snapshots/server.js"}
	flag.StringVar(&b.every, "every", "1000", "how often snapshots are taken; see jsrr record --snapshot-every")
	flag.IntVar(&b.connections, "connections", 2000, "connections, each with 100 objects")
	flag.IntVar(&b.seconds, "seconds", 10, "how long a run takes")
	flag.Parse()
	if err := b.run(*pairs); err != nil {
		fmt.Fprintln(os.Stderr, "snapshots:", err)
		os.Exit(1)
	}
}

func (b *bench) run(pairs int) error {
	folder, err := os.MkdirTemp("", "jsrr-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	b.folder, b.jsrr = folder, filepath.Join(folder, "jsrr")
	build := exec.Command("go", "build", "-o", b.jsrr, "./cmd/jsrr")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return err
	}
	var without, with []figures
	for pair := range pairs {
		order := []*[]figures{&without, &with}
		if pair%2 == 1 {
			slices.Reverse(order)
		}
		for _, into := range order {
			var options []string
			if into == &with {
				options = []string{"--snapshot-every", b.every}
			}
			f, err := b.measure(options)
			if err != nil {
				return err
			}
			*into = append(*into, f)
		}
	}
	report(without, with)
	return nil
}

// measure runs the server once.
func (b *bench) measure(options []string) (figures, error) {
	recording := filepath.Join(b.folder, "recording")
	defer os.RemoveAll(recording)
	args := append([]string{"record", "--quiet", "-o", recording}, options...)
	args = append(args, b.program, strconv.Itoa(b.connections), strconv.Itoa(b.seconds))
	command := exec.Command(b.jsrr, args...)
	var out bytes.Buffer
	command.Stdout, command.Stderr = &out, os.Stderr
	if err := command.Run(); err != nil {
		return figures{}, err
	}
	var f figures
	err := json.Unmarshal(out.Bytes(), &f)
	f.cpu = command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	return f, err
}

func report(without, with []figures) {
	fmt.Printf("%-22s %12s %12s %10s\n", "", "without", "with", "ratio")
	for _, row := range []struct {
		name string
		of   func(figures) float64
	}{
		{"requests served", func(f figures) float64 { return f.Served }},
		{"late p50 ms", func(f figures) float64 { return f.P50 }},
		{"late p99 ms", func(f figures) float64 { return f.P99 }},
		{"late p99.9 ms", func(f figures) float64 { return f.P999 }},
		{"late max ms", func(f figures) float64 { return f.Max }},
		{"CPU s", func(f figures) float64 { return f.cpu.Seconds() }},
	} {
		var a, b, ratios []float64
		for i := range without {
			a, b = append(a, row.of(without[i])), append(b, row.of(with[i]))
			ratios = append(ratios, row.of(with[i])/row.of(without[i]))
		}
		fmt.Printf("%-22s %12.3f %12.3f %10.3f\n", row.name, median(a), median(b), median(ratios))
	}
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
