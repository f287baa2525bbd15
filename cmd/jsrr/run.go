package main

import (
	"context"
	"time"

	"github.com/alecthomas/kong"

	"github.com/jsrr/jsrr"
)

// runCommand is "jsrr run", and "jsrr" alone.
type runCommand struct {
	programFlags `embed:""`
}

func (*runCommand) manual() manual {
	return manual{
		usage: "[run] [options] FILE [arguments]",
		about: "Runs a script as Node.js does. All that follows FILE belongs to the script. Node's own options, such as\n" +
			"--unhandled-rejections=warn or --no-warnings, are accepted before FILE and become process.execArgv. What was compiled is\n" +
			"kept for the next start in the user's cache folder, or in $JSRR_CACHE_DIR; \"off\" keeps nothing.",
		examples: []example{
			{"jsrr cart.js --items 3", "run a script with arguments"},
			{"jsrr -p 'process.version'", "print the value of an expression"},
			{"echo 'console.log(1)' | jsrr -", "run what comes from stdin"},
			{"jsrr --virtual-clock --seed 7 cart.js", "run in simulated time, with seed 7 for chance"},
		},
	}
}

// Run runs the script.
func (c *runCommand) Run(t *terminal, line *commandLine, root *kong.Node) error {
	if c.watches() {
		return c.runWatched(t, line)
	}
	o, err := c.options(t, line)
	if err != nil {
		return err
	}
	o.CutOnSignals = true
	defer t.enforce(o.Timeout)()
	result, err := jsrr.Run(context.Background(), o)
	if err != nil {
		return runFailure(err)
	}
	if result.Cut != "" {
		t.printf("%s stopped after %v: %s\n", t.red("jsrr:"), result.Duration.Round(time.Millisecond), result.Cut)
	}
	t.reportPending(&result, c.Pending)
	t.note(result)
	switch {
	case result.Cut != "":
		t.next("jsrr record " + shellWords(c.Program) + "    (a recording of it can be replayed up to here)")
	case result.ExitCode == jsrr.ExitFailed && !line.hasSource():
		t.suggestScript(root, c.Program)
	}
	return exitStatus(result.ExitCode)
}

// runFailure is an error that kept a program from running to its end: options,
// or a bug.
func runFailure(err error) error {
	code := jsrr.ExitCodeOf(err)
	if code == jsrr.ExitFailed {
		code = jsrr.ExitBug
	}
	return &failure{code: code, err: err}
}
