package main

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/jsrr/jsrr/internal/nodeoptions"
)

// stdinScript is the name of the script that is read from stdin.
const stdinScript = "-"

// commandLine is a command line taken apart: what is jsrr's, what belongs to
// the runtime (Node's own options), and what to the script.
type commandLine struct {
	// command is the subcommand, "" when the line names neither a command
	// nor a script.
	command string
	// args are for kong: the command, its flags, and behind "--" the script
	// and its arguments.
	args []string
	// execArgs become process.execArgv, as they were written; nodeOptions are
	// those of Node's options among them that no flag of ours stands for.
	execArgs, nodeOptions []string
	help                  helpWanted
	// written is the line as it was typed.
	written []string
}

// helpWanted is how much help a command line asks for.
type helpWanted int

const (
	noHelp helpWanted = iota
	shortHelp
	fullHelp
)

// takesProgram are the commands whose first argument is a script: all that
// follows it belongs to the script.
var takesProgram = []string{"run", "record", "snapshot"}

// takeApart sorts the arguments. A line without a command means run.
func takeApart(root *kong.Node, args []string) commandLine {
	line := commandLine{written: args}
	for len(args) > 0 {
		arg := args[0]
		switch {
		case arg == "--":
			line.become("run")
			return line.finish(args)
		case line.wantsHelp(arg):
			args = args[1:]
		case line.command == "" && (arg == "-v" || arg == "--version"):
			return commandLine{command: "version", args: []string{"version"}}
		case line.command == "" && arg == "--test":
			line.command, args = "test", args[1:] // as node has it
		case isFlag(arg):
			args = line.takeFlag(root, args)
		case line.command == "" && !line.hasSource() && findCommand(root, arg) != nil:
			line.command, args = arg, args[1:]
		case line.command == "" || slices.Contains(takesProgram, line.command):
			line.become("run")
			return line.finish(append([]string{"--"}, args...))
		default:
			line.args = append(line.args, arg)
			args = args[1:]
		}
	}
	if len(line.args) > 0 {
		line.become("run")
	}
	return line.finish(nil)
}

func isFlag(arg string) bool { return len(arg) > 1 && arg[0] == '-' }

func (c *commandLine) become(command string) {
	if c.command == "" {
		c.command = command
	}
}

func (c *commandLine) finish(rest []string) commandLine {
	if c.command != "" {
		c.args = append([]string{c.command}, append(c.args, rest...)...)
	}
	return *c
}

// wantsHelp notes a flag that asks for help.
func (c *commandLine) wantsHelp(arg string) bool {
	switch arg {
	case "-h", "--help":
		c.help = max(c.help, shortHelp)
	case "--help-all":
		c.help = fullHelp
	default:
		return false
	}
	return true
}

// topic is what help is wanted on.
func (c *commandLine) topic() string {
	if c.command == "help" && len(c.args) > 1 {
		return c.args[1]
	}
	return c.command
}

// hasSource says that the code to run is on the command line.
func (c *commandLine) hasSource() bool { return sourceFlag(c.execArgs) }

func sourceFlag(args []string) bool {
	return slices.ContainsFunc(args, func(arg string) bool {
		name, _, _ := strings.Cut(arg, "=")
		return slices.Contains(sourceFlags, name)
	})
}

// sourceFlags are those that carry code.
var sourceFlags = []string{"-e", "--eval", "-p", "--print", "-pe"}

// runtimeFlags are flags of ours that Node has too, and shows in
// process.execArgv.
var runtimeFlags = []string{"eval", "print", "require", "import", "env-file", "check", "interactive"}

// takeFlag takes the flag at the head of args, with its value, and returns
// what is left.
func (c *commandLine) takeFlag(root *kong.Node, args []string) []string {
	if n := nodeoptions.Take(args); n > 0 {
		c.execArgs = append(c.execArgs, args[:n]...)
		c.nodeOptions = append(c.nodeOptions, nodeoptions.Normal(args[:n]))
		return args[n:]
	}
	n := 1
	flag := c.findFlag(root, args[0])
	if flag != nil && !flag.IsBool() && !strings.Contains(args[0], "=") && len(args) > 1 {
		n = 2
	}
	if flag != nil && slices.Contains(runtimeFlags, flag.Name) {
		c.execArgs = append(c.execArgs, args[:n]...)
	}
	head := slices.Clone(args[:n])
	if head[0] == "-pe" {
		head[0] = "--print"
	}
	c.args = append(c.args, head...)
	return args[n:]
}

// findFlag returns the flag that arg names, or nil.
func (c *commandLine) findFlag(root *kong.Node, arg string) *kong.Flag {
	arg, _, _ = strings.Cut(arg, "=")
	command := c.command
	if command == "" {
		command = "run"
	}
	node := findCommand(root, command)
	if node == nil {
		return nil
	}
	for _, group := range node.AllFlags(false) {
		for _, flag := range group {
			if arg == "--"+flag.Name || flag.Short != 0 && arg == "-"+string(flag.Short) || arg == "-pe" && flag.Name == "print" {
				return flag
			}
		}
	}
	return nil
}

func findCommand(root *kong.Node, name string) *kong.Node {
	for _, child := range root.Children {
		if child.Name == name {
			return child
		}
	}
	return nil
}
