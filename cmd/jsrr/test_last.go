package main

import (
	"os"
	"sync"

	"github.com/jsrr/jsrr"
)

// lastTests notes which test files fail, for --rerun-failed.
type lastTests struct {
	store  jsrr.Store
	dir    string
	mu     sync.Mutex
	failed []string
}

// lastRun makes o note which test files fail. With --rerun-failed those of the last
// run are what o runs.
func (c *testCommand) lastRun(o *jsrr.Options) (*lastTests, error) {
	store, err := jsrr.DefaultStore()
	if err != nil {
		return nil, err
	}
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	l := &lastTests{store: store, dir: dir}
	o.TestFailed = l.add
	if c.RerunFailed {
		o.Args, err = store.FailedTests(dir)
	}
	return l, err
}

func (l *lastTests) add(path string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.failed = append(l.failed, path)
}

func (l *lastTests) save() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.store.KeepFailedTests(l.dir, l.failed)
}
