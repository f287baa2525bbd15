package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/internal/nodeoptions"
)

// manual is what help says about a command beside its flags.
type manual struct {
	usage    string // behind "jsrr "
	about    string
	examples []example
}

// example is a command line and what it does.
type example struct{ line, does string }

// helpCommand is "jsrr help".
type helpCommand struct {
	Topic string `arg:"" optional:"" help:"A command, exit-codes, or node-options."`
}

func (*helpCommand) manual() manual {
	return manual{
		usage: "help [COMMAND | exit-codes | node-options]",
		about: "Explains a command, or lists the exit codes, or the options of Node.js that are accepted.",
		examples: []example{
			{"jsrr help", "the commands"},
			{"jsrr help record", "one of them"},
			{"jsrr record --help-all", "… with its advanced options"},
			{"jsrr help exit-codes", "what exit codes mean"},
		},
	}
}

// Run explains the topic.
func (c *helpCommand) Run(t *terminal, root *kong.Node) error {
	return t.printHelp(root, c.Topic, false)
}

func printExitCodes(w io.Writer) error {
	for _, line := range jsrr.ExitCodes() {
		if _, err := fmt.Fprintf(w, "%4d  %s\n", line.Code, line.Meaning); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "   *  any other: the script's own (process.exit, process.exitCode)\n")
	return err
}

// printNodeOptions lists the options of Node that are accepted.
func printNodeOptions(w io.Writer) error {
	_, err := fmt.Fprintf(w, "Options of Node.js that have an effect, before FILE or in NODE_OPTIONS:\n%s\n"+
		"Options that are accepted and have none (--experimental-… and --harmony-… too):\n%s",
		columns(nodeoptions.Acted()), columns(nodeoptions.Ignored()))
	return err
}

// columns lays words out in lines.
func columns(words []string) string {
	const lineMax = 100
	var out strings.Builder
	length := 0
	for _, word := range words {
		if length > 0 && length+len(word)+1 > lineMax {
			out.WriteByte('\n')
			length = 0
		}
		if length == 0 {
			out.WriteByte(' ')
		}
		out.WriteString(" " + word)
		length += len(word) + 1
	}
	out.WriteByte('\n')
	return out.String()
}

// printHelp explains a topic, or jsrr as a whole.
func (t *terminal) printHelp(root *kong.Node, topic string, all bool) error {
	switch topic {
	case "", "help":
		return t.printOverview(root, all)
	case "exit-codes":
		return printExitCodes(t.stdout)
	case "node-options":
		return printNodeOptions(t.stdout)
	}
	node := findCommand(root, topic)
	if node == nil {
		return usage("", fmt.Errorf("no help on %q", topic))
	}
	m := manualOf(node)
	fmt.Fprintf(t.stdout, "%s jsrr %s\n\n%s\n", t.bold("Usage:"), m.usage, m.about)
	t.printFlags(node, all)
	t.printExamples(m.examples)
	return nil
}

func manualOf(node *kong.Node) manual {
	if c, ok := node.Target.Addr().Interface().(interface{ manual() manual }); ok {
		return c.manual()
	}
	return manual{usage: node.Name}
}

func (t *terminal) printOverview(root *kong.Node, all bool) error {
	fmt.Fprintf(t.stdout, "jsrr runs JavaScript programs written for Node.js, records them, and replays them exactly.\n\n%s\n",
		t.bold("Usage:"))
	fmt.Fprintf(t.stdout, "  jsrr [options] FILE [arguments]\n  jsrr COMMAND [options] [arguments]\n\n%s\n", t.bold("Commands:"))
	for _, command := range root.Children {
		if command.Hidden {
			continue
		}
		fmt.Fprintf(t.stdout, "  %-10s %s\n", command.Name, command.Help)
	}
	t.printFlags(findCommand(root, "run"), all)
	t.printExamples([]example{
		{"jsrr cart.js", "run a script"},
		{"jsrr record --until-failure cart.js", "run it until it fails, and keep that run"},
		{"jsrr replay", "run it again, exactly, as often as you like"},
		{"jsrr show", "list what happened, turn by turn"},
	})
	fmt.Fprintf(t.stdout, "\nMore: jsrr help COMMAND, jsrr help exit-codes, jsrr help node-options\n")
	return nil
}

func (t *terminal) printExamples(examples []example) {
	fmt.Fprintf(t.stdout, "\n%s\n", t.bold("Examples:"))
	width := 0
	for _, e := range examples {
		width = max(width, len(e.line))
	}
	for _, e := range examples {
		fmt.Fprintf(t.stdout, "  %-*s  %s\n", width, e.line, t.dim("# "+e.does))
	}
}

// printFlags lists a command's flags: the simple ones, and all when asked to.
func (t *terminal) printFlags(node *kong.Node, all bool) {
	simple, advanced := flagsOf(node)
	fmt.Fprintf(t.stdout, "\n%s\n", t.bold("Options:"))
	printFlagList(t.stdout, simple)
	fmt.Fprintf(t.stdout, "  %-*s %s\n", flagWidth, "-h, --help", "Show this help.")
	if !all {
		fmt.Fprintf(t.stdout, "  %-*s Show %d advanced options too.\n", flagWidth, "    --help-all", len(advanced))
		return
	}
	fmt.Fprintf(t.stdout, "\n%s\n", t.bold("Advanced options:"))
	printFlagList(t.stdout, advanced)
}

func flagsOf(node *kong.Node) (simple, advanced []*kong.Flag) {
	groups := node.AllFlags(true)
	slices.Reverse(groups) // the command's own before those of all commands
	for _, flag := range slices.Concat(groups...) {
		if flag.Tag.Has("advanced") {
			advanced = append(advanced, flag)
		} else {
			simple = append(simple, flag)
		}
	}
	return simple, advanced
}

// flagWidth is the width of the column with names of flags.
const flagWidth = 26

func printFlagList(w io.Writer, flags []*kong.Flag) {
	for _, flag := range flags {
		name := "    --" + flag.Name
		if flag.Short != 0 {
			name = fmt.Sprintf("-%c, --%s", flag.Short, flag.Name)
		}
		if !flag.IsBool() {
			name += " " + strings.ToUpper(flag.PlaceHolder)
		}
		fmt.Fprintf(w, "  %-*s %s\n", flagWidth, name, flag.Help)
	}
}
