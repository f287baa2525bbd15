// Command jsrr runs, records and replays JavaScript programs.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/live"
)

func main() {
	args := os.Args[1:]
	if len(args) > 0 && args[0] == "run" {
		args = args[1:]
	}
	path, _ := filepath.Abs(args[0])
	end, err := jsrr.Run(jsrr.Options{Options: live.Options{Script: path, Args: args[1:]}})
	if err != nil {
		fmt.Fprintln(os.Stderr, "jsrr:", err)
		os.Exit(70)
	}
	os.Exit(end.Code)
}
