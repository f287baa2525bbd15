package main

import (
	"fmt"
	"runtime"

	"github.com/jsrr/jsrr"
)

// versionCommand is "jsrr version".
type versionCommand struct{}

func (*versionCommand) manual() manual {
	return manual{
		usage: "version",
		about: "Prints the versions of jsrr, of goja and of Go, and the platform. process.version, for the script, is that of the\n" +
			"Node.js whose behaviour jsrr follows.",
		examples: []example{
			{"jsrr version", "print the versions"},
			{"jsrr --version", "the same"},
			{"jsrr -p process.version", "the Node.js version that scripts see"},
			{"jsrr info latest", "the versions that made a recording"},
		},
	}
}

// Run prints the versions.
func (*versionCommand) Run(t *terminal) error {
	version, goja := jsrr.Versions()
	_, err := fmt.Fprintf(t.stdout, "jsrr %s (goja %s, %s, %s/%s)\n", version, goja, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
