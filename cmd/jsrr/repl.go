package main

import (
	"context"
	"os"

	"github.com/jsrr/jsrr"
)

// replCommand is "jsrr repl", and "jsrr" alone on a terminal.
type replCommand struct {
	programFlags `embed:""`
}

func (*replCommand) manual() manual {
	return manual{
		usage: "repl [options]",
		about: "Starts an interactive session: each line is run when it is complete, and its value is printed. await works, Tab\n" +
			"completes, _ is the last value, and .help lists the commands of the session. The history is kept in a file that\n" +
			"only you can read; JSRR_REPL_HISTORY names another one, or none when it is empty.",
		examples: []example{
			{"jsrr repl", "start one; jsrr alone does it too, on a terminal"},
			{"jsrr repl -r ./setup.js", "load a module first"},
			{"echo '1 + 1' | jsrr -i", "a session that reads from a pipe"},
			{"jsrr record", "record a session; jsrr replay shows it again"},
		},
	}
}

// Run runs the session.
func (c *replCommand) Run(t *terminal, line *commandLine) error {
	c.Interactive = true
	o, err := c.options(t, line)
	if err != nil {
		return err
	}
	defer t.enforce(o.Timeout)()
	result, err := jsrr.Run(context.Background(), o)
	if err != nil {
		return runFailure(err)
	}
	t.note(result)
	return exitStatus(result.ExitCode)
}

// historyFile returns the file that keeps the lines of sessions, "" for none.
func historyFile() string {
	for _, name := range []string{"JSRR_REPL_HISTORY", "NODE_REPL_HISTORY"} {
		if file, ok := os.LookupEnv(name); ok {
			return file
		}
	}
	file, err := jsrr.DefaultHistory()
	if err != nil {
		return "" // a home is missing; the session is not
	}
	return file
}
