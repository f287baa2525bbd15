// Command jsrr runs, records and replays JavaScript programs.
//
// Each subcommand has a file of its own, with its flags, its help and what it
// does. What the program prints goes to stdout; what jsrr itself has to say
// goes to stderr.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
