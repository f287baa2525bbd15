package jsrr

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"testing"
)

// TestRestarted: what a program prints until its startup snapshot and what it prints
// when that is restored is what it prints without.
func TestRestarted(t *testing.T) {
	scripts, err := filepath.Glob("testdata/ordering/*.js")
	if err != nil || len(scripts) == 0 {
		t.Fatal("no programs", err)
	}
	restored := 0
	for _, script := range scripts {
		t.Run(filepath.Base(script), func(t *testing.T) {
			whole, code := "", 0
			plain := Options{Script: script, VirtualClock: true, Stdin: bytes.NewReader(nil), Stderr: io.Discard, CacheDir: "off"}
			run := func(o Options, do func(Options) (Result, error)) (string, int, error) {
				var out bytes.Buffer
				o.Stdout = &out
				result, err := do(o)
				return out.String(), result.ExitCode, err
			}
			whole, code, err := run(plain, func(o Options) (Result, error) { return Run(context.Background(), o) })
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(t.TempDir(), "snap")
			first, firstCode, err := run(plain, func(o Options) (Result, error) {
				return Snapshot(context.Background(), SnapshotOptions{Options: o, File: file, Settle: 1})
			})
			if errors.Is(err, ErrNotSettled) || err == nil && firstCode != ExitOK {
				if first != whole {
					t.Errorf("it ended before its snapshot and printed\n%s, not\n%s", first, whole)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			restored++
			rest := plain
			rest.Script, rest.Restore = "", file
			second, secondCode, err := run(rest, func(o Options) (Result, error) { return Run(context.Background(), o) })
			if err != nil || first+second != whole || secondCode != code {
				t.Errorf("%v; before the snapshot it printed\n%s, then\n%s, and ended with %d; without\n%s, and %d", err, first, second, secondCode, whole, code)
			}
		})
	}
	if restored < len(scripts)/2 {
		t.Errorf("only %d of %d programs were restored", restored, len(scripts))
	}
}
