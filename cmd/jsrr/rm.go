package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/internal/figures"
)

// rmCommand is "jsrr rm".
type rmCommand struct {
	Recordings []string `arg:"" optional:"" name:"rec" help:"Names of the store, or latest."`
	OlderThan  string   `placeholder:"AGE" help:"Remove what is older than this: 30d, 2w, 12h."`
	KeepLast   int      `placeholder:"N" help:"Remove all but the newest N."`
	MaxSize    string   `placeholder:"SIZE" help:"Remove the oldest until the rest takes no more than this: 1GB, 500MB."`
	DryRun     bool     `help:"Only say what would be removed."`
}

func (*rmCommand) manual() manual {
	return manual{
		usage: "rm [REC…] [options]",
		about: "Removes recordings from the store. Recordings elsewhere are plain folders and files: remove them yourself.\n" +
			"Once a day, record itself keeps the store to 100 recordings, 30 days and 1 GB; JSRR_RETENTION=20,7d,500MB sets other\n" +
			"limits, JSRR_RETENTION=off none. Limits never remove the newest recording, one that is being written, or one that\n" +
			"jsrr keep has marked.",
		examples: []example{
			{"jsrr rm cart-17 cart-18", "remove two"},
			{"jsrr rm --older-than 7d --dry-run", "see what a week's limit would remove"},
			{"jsrr rm --keep-last 20 --max-size 200MB", "remove all that is beyond these limits"},
			{"jsrr keep cart-17", "never remove this one"},
		},
	}
}

var errNothingToRemove = errors.New("neither recordings nor a limit to remove by")

// Run removes the recordings.
func (c *rmCommand) Run(t *terminal) error {
	retention, err := c.retention()
	if err != nil {
		return usage("rm", err)
	}
	if len(c.Recordings) == 0 && retention == (jsrr.Retention{}) {
		return usage("rm", errNothingToRemove)
	}
	store, err := jsrr.DefaultStore()
	if err != nil {
		return err
	}
	for _, name := range c.Recordings {
		if err := c.remove(t, store, name); err != nil {
			return err
		}
	}
	if retention == (jsrr.Retention{}) {
		return nil
	}
	return c.removeExpired(t, store, retention)
}

func (c *rmCommand) retention() (r jsrr.Retention, err error) {
	if c.KeepLast < 0 {
		return r, errors.New("--keep-last must be positive")
	}
	r.KeepLast = c.KeepLast
	if c.OlderThan != "" {
		if r.MaxAge, err = jsrr.ParseAge(c.OlderThan); err != nil {
			return r, fmt.Errorf("--older-than: %w", err)
		}
	}
	if c.MaxSize != "" {
		if r.MaxSize, err = jsrr.ParseSize(c.MaxSize); err != nil {
			return r, fmt.Errorf("--max-size: %w", err)
		}
	}
	return r, nil
}

// remove removes one recording.
func (c *rmCommand) remove(t *terminal, store jsrr.Store, name string) error {
	if c.DryRun {
		path, err := store.Find(name)
		if err == nil {
			fmt.Fprintf(t.stdout, "would remove %s\n", path)
		}
		return err
	}
	err := store.Remove(name)
	if errors.Is(err, jsrr.ErrPinned) {
		return &failure{code: jsrr.ExitFailed, err: err, next: "jsrr keep --undo " + shellWord(name)}
	}
	return suggestRecording(name, err)
}

// removeExpired removes what the limits do not let stay, and says so.
func (c *rmCommand) removeExpired(t *terminal, store jsrr.Store, r jsrr.Retention) error {
	expired, err := store.Expired(r, time.Now())
	if err != nil {
		return err
	}
	var size int64
	verb := "removed"
	if c.DryRun {
		verb = "would remove"
	}
	for _, stored := range expired {
		size += stored.Size
		if !c.DryRun {
			if err := store.Remove(stored.Name); err != nil {
				return err
			}
		}
		fmt.Fprintf(t.stdout, "%s %s  %s  %s\n", verb, stored.Name, stored.Made.Format(timeFormat), figures.Bytes(stored.Size))
	}
	t.printf("%s %s, %s\n", verb, plural(len(expired), "recording"), figures.Bytes(size))
	return nil
}
