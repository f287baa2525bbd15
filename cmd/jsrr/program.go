package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/internal/nodeoptions"
)

// programFlags say what to run, and how: they are those of run and record.
type programFlags struct {
	Eval  *string `short:"e" placeholder:"CODE" help:"Run CODE instead of a script."`
	Print *string `short:"p" placeholder:"CODE" help:"Run CODE and print its value."`

	Require     []string `short:"r" sep:"none" placeholder:"MODULE" help:"Load MODULE before the script. Can be repeated."`
	Import      []string `sep:"none" placeholder:"MODULE" help:"Import MODULE before the script. Can be repeated."`
	EnvFile     []string `sep:"none" placeholder:"FILE" help:"Set environment variables from FILE. Can be repeated."`
	Interactive bool     `short:"i" help:"Start an interactive session (a REPL)."`
	Check       bool     `short:"c" help:"Only check the syntax of the script."`

	Pending      bool          `help:"At exit, list the timers, ops and handles that were not done, and where they were started."`
	Timeout      time.Duration `placeholder:"DURATION" help:"Stop the program after this long (30s, 5m); exit code 124."`
	VirtualClock bool          `advanced:"" help:"Let time jump to whatever comes next, and a seed decide what is chance."`
	Seed         *uint64       `advanced:"" placeholder:"N" help:"The seed of --virtual-clock; default 0."`
	StatusFile   string        `advanced:"" placeholder:"FILE" help:"Write a JSON object about the run to FILE: exit code and whose it is, cut, recording."`

	Restore string `placeholder:"SNAPSHOT" help:"Go on with the program of a snapshot that jsrr snapshot made, or of a recording (REC@TURN, REC@last); what follows are its arguments."`

	watchFlags `embed:""`

	Program []string `arg:"" optional:"" name:"file" help:"The script (- is stdin) and its arguments."`
}

var (
	errNoScript  = errors.New("no script to run")
	errSession   = errors.New("an interactive session runs no script, --eval or --print")
	errTwoSource = errors.New("only one of a script, --eval and --print can be run")
	errSeed      = errors.New("--seed needs --virtual-clock")
	errTimeout   = errors.New("--timeout must be positive")
)

// options makes of the flags what the API takes.
func (f *programFlags) options(t *terminal, line *commandLine) (jsrr.Options, error) {
	o := jsrr.Options{
		Stdin: t.stdin, Stdout: t.stdout, Stderr: t.stderr,
		Timeout: f.Timeout, Pending: f.Pending, VirtualClock: f.VirtualClock,
	}
	t.statusFile = f.StatusFile
	switch {
	case f.Seed != nil && !f.VirtualClock:
		return o, usage(line.command, errSeed)
	case f.Seed != nil:
		o.Seed = *f.Seed
	}
	if f.Timeout < 0 {
		return o, usage(line.command, errTimeout)
	}
	if err := f.surroundings(line, &o); err != nil {
		return o, err
	}
	f.reportLoaded(&o)
	surviveBrokenPipes()
	return o, f.program(t, line, &o)
}

// surroundings are the environment and Node's options.
func (f *programFlags) surroundings(line *commandLine, o *jsrr.Options) error {
	env, err := jsrr.WithEnvFiles(os.Environ(), f.EnvFile...)
	if err != nil {
		return err
	}
	given, err := nodeoptions.ParseEnvironment(lookup(env, "NODE_OPTIONS"))
	if err != nil {
		return &failure{code: jsrr.ExitBadArgument, err: err}
	}
	o.Env, o.ExecArgs = env, line.execArgs
	o.NodeOptions = append(given, line.nodeOptions...)
	if err := nodeoptions.Check(o.NodeOptions); err != nil {
		return &failure{code: jsrr.ExitBadArgument, err: err}
	}
	for _, module := range f.Require {
		o.NodeOptions = append(o.NodeOptions, "--require="+module)
	}
	for _, module := range f.Import {
		o.NodeOptions = append(o.NodeOptions, "--import="+module)
	}
	if f.Check {
		o.NodeOptions = append(o.NodeOptions, "--check")
	}
	return nil
}

// lookup returns the value of a variable in env, or "".
func lookup(env []string, name string) string {
	for _, entry := range env {
		if value, ok := strings.CutPrefix(entry, name+"="); ok {
			return value
		}
	}
	return ""
}

// program says what to run.
func (f *programFlags) program(t *terminal, line *commandLine, o *jsrr.Options) error {
	switch {
	case f.Restore != "" && (f.Interactive || f.Eval != nil || f.Print != nil):
		return usage(line.command, errRestored)
	case f.Restore != "":
		o.Lost, o.Args = t.warnLost, f.Program
		var err error
		o.Restore, err = restorePath(f.Restore)
		return err
	case f.Interactive && (f.Eval != nil || f.Print != nil || len(f.Program) > 0):
		return usage(line.command, errSession)
	case f.Interactive:
		o.Session, o.History = true, historyFile()
	case f.Eval != nil && f.Print != nil:
		return usage(line.command, errTwoSource)
	case f.Eval != nil:
		o.Source, o.Args = *f.Eval, f.Program
	case f.Print != nil:
		o.Source, o.Args, o.Print = *f.Print, f.Program, true
	case len(f.Program) == 0:
		return usage(line.command, errNoScript)
	case f.Program[0] == stdinScript:
		source, err := io.ReadAll(t.stdin)
		if err != nil {
			return err
		}
		o.Source, o.SourceName, o.Args = string(source), "[stdin]", f.Program
	default:
		o.Script, o.Args = f.Program[0], f.Program[1:]
	}
	return nil
}

// name returns the name of what is run, for the recording's.
func (f *programFlags) name() string {
	switch {
	case f.Interactive:
		return "session"
	case f.Restore != "":
		return strings.TrimSuffix(filepath.Base(f.Restore), snapshotSuffix)
	case f.Eval != nil, f.Print != nil:
		return "eval"
	case len(f.Program) == 0 || f.Program[0] == stdinScript:
		return "stdin"
	}
	name := f.Program[0]
	if base := filepath.Base(name); slices.Contains([]string{"index.js", "index.cjs", "main.js", "."}, base) {
		// The folder says more.
		if absolute, err := filepath.Abs(name); err == nil && base != "." {
			return filepath.Base(filepath.Dir(absolute))
		} else if err == nil {
			return filepath.Base(absolute)
		}
	}
	return name
}
