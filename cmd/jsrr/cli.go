package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/alecthomas/kong"

	"github.com/jsrr/jsrr"
)

// commands is the grammar of the command line. The commands stand in the order
// in which help shows them.
type commands struct {
	Run        runCommand        `cmd:"" help:"Run a script."`
	Record     recordCommand     `cmd:"" help:"Run a script and record it."`
	Snapshot   snapshotCommand   `cmd:"" help:"Run a script and keep it as it is when it has started."`
	Repl       replCommand       `cmd:"" help:"Start an interactive session."`
	Replay     replayCommand     `cmd:"" help:"Run a recording again, exactly."`
	Test       testCommand       `cmd:"" help:"Run test files, and record those that fail."`
	Ls         lsCommand         `cmd:"" help:"List the recordings of the store."`
	Info       infoCommand       `cmd:"" help:"Say what a recording is of, and what it holds."`
	Show       showCommand       `cmd:"" help:"List the turns of a recorded run."`
	Diff       diffCommand       `cmd:"" help:"Say where two recorded runs part."`
	Heap       heapCommand       `cmd:"" help:"Say what a recorded program holds at a turn."`
	Dump       dumpCommand       `cmd:"" help:"List the entries of a recording."`
	Pack       packCommand       `cmd:"" help:"Make one portable file of a recording."`
	Unpack     unpackCommand     `cmd:"" help:"Make a folder of a packed recording."`
	Keep       keepCommand       `cmd:"" help:"Keep recordings from being removed."`
	Rm         rmCommand         `cmd:"" help:"Remove recordings from the store."`
	Completion completionCommand `cmd:"" help:"Print a script for the completion of a shell."`
	Version    versionCommand    `cmd:"" help:"Print the version."`
	Help       helpCommand       `cmd:"" help:"Explain a command, or the exit codes."`
	Complete   completeCommand   `cmd:"" name:"__complete" hidden:""`

	TestFile testFileCommand `cmd:"" hidden:""`

	Color string `enum:"auto,always,never" default:"auto" placeholder:"WHEN" advanced:"" help:"Colours: auto (on a terminal), always or never. NO_COLOR and FORCE_COLOR count too."`
}

// run is the whole command. It returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	t := newTerminal(stdin, stdout, stderr)
	spareCollections()
	defer func() {
		if cause := recover(); cause != nil {
			t.reportBug(cause, debug.Stack())
			code = jsrr.ExitBug
		}
	}()
	return t.writeStatus(t.report(t.execute(args)))
}

// execute parses a command line and does what it says.
func (t *terminal) execute(args []string) error {
	var grammar commands
	parser, err := newParser(&grammar, t)
	if err != nil {
		return err
	}
	line := takeApart(parser.Model.Node, args)
	if line.help != noHelp {
		return t.printHelp(parser.Model.Node, line.topic(), line.help == fullHelp)
	}
	if line.command == "" {
		line.command, line.args = "run", []string{"run", "--", stdinScript}
		if t.stdinIsTerminal() {
			line.command, line.args = "repl", []string{"repl"}
		}
	}
	parsed, err := parser.Parse(line.args)
	if err != nil {
		return usage(line.command, err)
	}
	t.setColor(grammar.Color)
	return parsed.Run(t, &line, parser.Model.Node)
}

func newParser(grammar *commands, t *terminal) (*kong.Kong, error) {
	return kong.New(grammar, kong.Name("jsrr"), kong.NoDefaultHelp(),
		kong.WithHyphenPrefixedParameters(true), kong.Writers(t.stdout, t.stderr))
}

// reportBug says what a person needs to know, and to report, about a panic.
func (t *terminal) reportBug(cause any, stack []byte) {
	version, goja := jsrr.Versions()
	t.printf("%s %v\n", t.red("jsrr: internal error:"), cause)
	t.printf("This is a bug in jsrr, not in the script. A recording that was being made ends here and can be replayed.\n")
	t.printf("Please report all of this at https://github.com/jsrr/jsrr/issues, with the script or the recording:\n")
	t.printf("jsrr %s, goja %s, %s, %s/%s\n%s", version, goja, runtime.Version(), runtime.GOOS, runtime.GOARCH, stack)
	t.next("jsrr pack latest")
}

func (t *terminal) printf(format string, args ...any) {
	fmt.Fprintf(t.stderr, format, args...)
}
