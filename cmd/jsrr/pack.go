package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/jsrr/jsrr"
)

// packedSuffix is how the names of packed recordings end.
const packedSuffix = ".jsrr"

// packCommand is "jsrr pack".
type packCommand struct {
	Recording string `arg:"" optional:"" name:"rec" help:"A name of the store, or a folder; default latest."`
	Output    string `short:"o" placeholder:"FILE" help:"The file to make; default the recording's name with .jsrr."`
}

func (*packCommand) manual() manual {
	return manual{
		usage: "pack [REC] [-o FILE]",
		about: "Makes one file of a recording, to be passed on: it replays on any machine. Lists what leaves this machine with it:\n" +
			"source files, values of environment variables, what the program read, what it printed.",
		examples: []example{
			{"jsrr pack", "pack the newest recording"},
			{"jsrr pack cart-17 -o bug.jsrr", "pack one of the store into this file"},
			{"jsrr replay bug.jsrr", "replay the file"},
			{"jsrr unpack bug.jsrr", "make a folder of it again"},
		},
	}
}

// Run packs the recording.
func (c *packCommand) Run(t *terminal) (err error) {
	recording, err := openRecording(c.Recording)
	if err != nil {
		return err
	}
	defer recording.Close()
	output := c.Output
	if output == "" {
		output = filepath.Base(filepath.Clean(recording.Path)) + packedSuffix
	}
	f, err := os.OpenFile(output, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return usage("pack", fmt.Errorf("%s exists already", output))
	}
	if err != nil {
		return err
	}
	manifest, err := recording.Pack(f)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return errors.Join(err, os.Remove(output))
	}
	t.printf("%s packed %s as %s; whoever gets it can read:\n", t.bold("jsrr:"), filepath.Base(recording.Path), output)
	t.printf("%-10s %s (in %s)\n", "command", shellWords(recording.Header.Command), recording.Header.Dir)
	printContents(t.stderr, manifest)
	t.next("jsrr replay " + shellWord(output))
	return nil
}

// unpackCommand is "jsrr unpack".
type unpackCommand struct {
	File   string `arg:"" help:"A packed recording."`
	Output string `short:"o" placeholder:"DIR" help:"The folder to make; default the file's name without .jsrr."`
}

func (*unpackCommand) manual() manual {
	return manual{
		usage: "unpack FILE [-o DIR]",
		about: "Makes the folder of a packed recording. Nothing needs it: replay, show, info and dump read packed files.",
		examples: []example{
			{"jsrr unpack bug.jsrr", "make the folder bug"},
			{"jsrr unpack bug.jsrr -o /tmp/bug", "make this folder"},
			{"jsrr replay ./bug", "replay the folder"},
			{"jsrr replay bug.jsrr", "… or the file itself"},
		},
	}
}

// Run unpacks the file.
func (c *unpackCommand) Run(t *terminal) error {
	output := c.Output
	if output == "" {
		output = filepath.Base(c.File)
		if suffix := filepath.Ext(output); suffix != "" {
			output = output[:len(output)-len(suffix)]
		} else {
			output += ".unpacked"
		}
	}
	if entries, err := os.ReadDir(output); err == nil && len(entries) > 0 {
		return usage("unpack", fmt.Errorf("the folder %s is not empty", output))
	}
	if err := jsrr.Unpack(c.File, output); err != nil {
		return err
	}
	t.printf("%s unpacked %s into %s\n", t.bold("jsrr:"), c.File, output)
	t.next("jsrr replay " + shellWord(pathWord(output)))
	return nil
}

// pathWord makes a relative path look like one, so that it is no name of the
// store.
func pathWord(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return "." + string(filepath.Separator) + path
}
