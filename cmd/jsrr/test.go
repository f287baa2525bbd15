package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strconv"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/internal/nodeoptions"
)

// testCommand is "jsrr test".
type testCommand struct {
	recordingFlags `embed:""`

	Repeat       int  `placeholder:"N" help:"Run everything N times."`
	UntilFailure bool `help:"Run everything again and again until something fails."`
	Max          int  `short:"n" default:"100" placeholder:"MAX" help:"At most so many runs with --until-failure; default 100."`
	RerunFailed  bool `help:"Run only the test files that failed when tests were last run in this folder."`
	Watch        bool `help:"Run the test files again that a change of files concerns."`

	Require []string `short:"r" sep:"none" placeholder:"MODULE" help:"Load MODULE before each test file. Can be repeated."`
	Import  []string `sep:"none" placeholder:"MODULE" help:"Import MODULE before each test file. Can be repeated."`
	EnvFile []string `sep:"none" placeholder:"FILE" help:"Set environment variables from FILE. Can be repeated."`

	Files []string `arg:"" optional:"" name:"file" help:"Test files, folders and patterns."`
}

var (
	errRepeat = errors.New("--repeat and -n must be at least 1")
	errTwice  = errors.New("only one of --repeat, --until-failure and --watch can be given")
	errRerun  = errors.New("--rerun-failed takes no test files: it runs those that failed")
)

func (*testCommand) manual() manual {
	return manual{
		usage: "test [options] [FILE…]",
		about: "Runs test files of node:test, each in a process of its own, and reports them. A folder stands for the test files in\n" +
			"it: x.test.js, x-test.js, x_test.js, test-x.js, test.js, and all scripts in folders of the name test. Without a FILE\n" +
			"those under the working directory run. Node's options count: --test-name-pattern, --test-only, --test-reporter\n" +
			"(spec, tap, dot, junit, lcov or a module), --test-reporter-destination, --test-concurrency, --test-timeout,\n" +
			"--test-shard, --test-force-exit, --experimental-test-coverage. A test file that fails leaves a recording, and the\n" +
			"report says how to replay it.",
		examples: []example{
			{"jsrr test --test-name-pattern=cart shop/", "run the tests in shop/ with cart in their name"},
			{"jsrr test --until-failure flaky.test.js", "wait for a flaky failure, and record it"},
			{"jsrr test --rerun-failed", "run what failed the last time"},
			{"jsrr test --record-dir recordings --test-reporter junit", "in CI: keep recordings as artifacts"},
		},
	}
}

// Run runs the test files.
func (c *testCommand) Run(t *terminal, line *commandLine) error {
	runs, err := c.runs()
	if err != nil {
		return usage("test", err)
	}
	o, err := c.options(t, line)
	if err != nil {
		return err
	}
	last, err := c.lastRun(&o)
	if err != nil {
		return err
	}
	if c.RerunFailed && len(o.Args) == 0 {
		t.printf("%s no test file failed in the last run in this folder\n", t.bold("jsrr:"))
		t.next("jsrr test")
		return nil
	}
	status := exitStatus(jsrr.ExitOK)
	for n := 1; n <= runs; n++ {
		result, err := c.once(t, o, n, runs)
		if err != nil {
			return runFailure(err)
		}
		if result.ExitCode == jsrr.ExitOK {
			continue
		}
		status = exitStatus(result.ExitCode)
		if c.UntilFailure || result.Cut != "" {
			break
		}
	}
	if err := last.save(); err != nil {
		t.printf("%s which test files failed could not be noted: %v\n", t.red("jsrr: warning:"), err)
	}
	if c.UntilFailure && status == jsrr.ExitOK {
		t.printf("%s no run of %d failed; nothing was kept\n", t.bold("jsrr:"), runs)
		t.next("jsrr test --until-failure -n " + strconv.Itoa(10*runs) + " " + shellWords(c.Files))
	}
	return status
}

// runs returns how often everything is to run.
func (c *testCommand) runs() (int, error) {
	given := 0
	for _, is := range []bool{c.Repeat != 0, c.UntilFailure, c.Watch} {
		if is {
			given++
		}
	}
	switch {
	case c.RerunFailed && len(c.Files) > 0:
		return 0, errRerun
	case given > 1:
		return 0, errTwice
	case c.Repeat < 0 || c.Max < 1:
		return 0, errRepeat
	case c.UntilFailure:
		return c.Max, nil
	}
	return max(c.Repeat, 1), nil
}

func (c *testCommand) options(t *terminal, line *commandLine) (jsrr.Options, error) {
	o := jsrr.Options{
		Args: c.Files, ExecArgs: line.execArgs, Stdin: t.stdin, Stdout: t.stdout, Stderr: t.stderr, CutOnSignals: true,
	}
	env, err := jsrr.WithEnvFiles(os.Environ(), c.EnvFile...)
	if err != nil {
		return o, err
	}
	given, err := nodeoptions.ParseEnvironment(lookup(env, "NODE_OPTIONS"))
	if err != nil {
		return o, &failure{code: jsrr.ExitBadArgument, err: err}
	}
	o.Env, o.NodeOptions = env, append(given, line.nodeOptions...)
	if c.Watch {
		o.NodeOptions = append(o.NodeOptions, "--watch")
	}
	executable, err := os.Executable()
	if err != nil {
		return o, err
	}
	o.TestCommand = append([]string{executable, "test-file"}, c.arguments()...)
	for _, module := range c.Require {
		o.TestCommand = append(o.TestCommand, "--require="+module)
	}
	for _, module := range c.Import {
		o.TestCommand = append(o.TestCommand, "--import="+module)
	}
	surviveBrokenPipes()
	return o, nil
}

// once runs everything once. With --until-failure only a run that fails is
// shown.
func (c *testCommand) once(t *terminal, o jsrr.Options, n, runs int) (jsrr.Result, error) {
	if !c.UntilFailure {
		return jsrr.Test(context.Background(), o)
	}
	var out, errOut bytes.Buffer
	o.Stdout, o.Stderr = &out, &errOut
	result, err := jsrr.Test(context.Background(), o)
	if err != nil || result.ExitCode == jsrr.ExitOK {
		return result, err
	}
	if _, err := out.WriteTo(t.stdout); err != nil {
		return result, err
	}
	if _, err := errOut.WriteTo(t.stderr); err != nil {
		return result, err
	}
	t.printf("%s failed in run %d of at most %d\n", t.bold("jsrr:"), n, runs)
	return result, nil
}
