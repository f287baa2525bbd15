package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/internal/nodeoptions"
)

// completionCommand is "jsrr completion".
type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

func (*completionCommand) manual() manual {
	return manual{
		usage: "completion bash|zsh|fish",
		about: "Prints a script that teaches a shell the commands, their options, and the names of the recordings.",
		examples: []example{
			{`eval "$(jsrr completion bash)"`, "in ~/.bashrc"},
			{`eval "$(jsrr completion zsh)"`, "in ~/.zshrc, behind compinit"},
			{"jsrr completion fish | source", "in ~/.config/fish/config.fish"},
			{"jsrr help", "the commands themselves"},
		},
	}
}

// shellScripts ask jsrr itself what can stand at the cursor; files can always.
var shellScripts = map[string]string{
	"bash": `_jsrr() {
  local IFS=$'\n'
  COMPREPLY=($(jsrr __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _jsrr jsrr
`,
	"zsh": `_jsrr() {
  local -a found
  found=("${(@f)$(jsrr __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  [[ -n "$found" ]] && compadd -- "${found[@]}"
  _files
}
compdef _jsrr jsrr
`,
	"fish": `complete -c jsrr -a '(jsrr __complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
`,
}

// Run prints the script.
func (c *completionCommand) Run(t *terminal) error {
	_, err := fmt.Fprint(t.stdout, shellScripts[c.Shell])
	return err
}

// completeCommand is what the scripts call.
type completeCommand struct {
	Words []string `arg:"" optional:"" passthrough:""`
}

// Run prints what can stand in place of the last word, a line for each.
func (c *completeCommand) Run(t *terminal, root *kong.Node) error {
	words := c.Words
	if len(words) > 0 && words[0] == "--" {
		words = words[1:]
	}
	if len(words) == 0 {
		words = []string{""}
	}
	for _, proposal := range proposals(root, words[:len(words)-1], words[len(words)-1]) {
		fmt.Fprintln(t.stdout, proposal)
	}
	return nil
}

// proposals returns what can stand behind words and begins with start.
func proposals(root *kong.Node, words []string, start string) []string {
	line := takeApart(root, words)
	command := line.command
	if command == "run" && !slices.Contains(words, "run") {
		command = ""
	}
	node := findCommand(root, command)
	if node == nil {
		node = findCommand(root, "run")
	}
	var all []string
	switch flag := pendingFlag(node, words); {
	case flag != nil:
		if all = flag.EnumSlice(); flag.Tag.Has("complete") {
			all = strings.Split(flag.Tag.Get("complete"), ",")
		}
	case line.hasProgram():
		// the rest belongs to the script
	case strings.HasPrefix(start, "-"):
		all = flagNames(node, start)
	case command == "":
		all = commandNames(root)
	default:
		all = argumentsOf(root, node)
	}
	return slices.DeleteFunc(all, func(proposal string) bool {
		return proposal == "" || !strings.HasPrefix(proposal, start)
	})
}

// hasProgram says that the line names a script already.
func (c *commandLine) hasProgram() bool { return slices.Contains(c.args, "--") }

// pendingFlag returns the flag whose value comes next.
func pendingFlag(node *kong.Node, words []string) *kong.Flag {
	if len(words) == 0 {
		return nil
	}
	for _, flag := range slices.Concat(node.AllFlags(false)...) {
		last := words[len(words)-1]
		if (last == "--"+flag.Name || flag.Short != 0 && last == "-"+string(flag.Short)) && !flag.IsBool() {
			return flag
		}
	}
	return nil
}

// nodeOptionsFrom is how much of a word must be there before Node's own
// options, of which there are many, are proposed.
const nodeOptionsFrom = len("--x")

func flagNames(node *kong.Node, start string) []string {
	names := []string{"--help"}
	for _, flag := range slices.Concat(node.AllFlags(true)...) {
		names = append(names, "--"+flag.Name)
	}
	if slices.Contains(takesProgram, node.Name) && len(start) >= nodeOptionsFrom {
		names = append(names, nodeoptions.Known()...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func commandNames(root *kong.Node) []string {
	var names []string
	for _, child := range root.Children {
		if !child.Hidden {
			names = append(names, child.Name)
		}
	}
	return names
}

// argumentsOf returns what a command's arguments can be, apart from files.
func argumentsOf(root, node *kong.Node) []string {
	if len(node.Positional) == 0 {
		return nil
	}
	switch argument := node.Positional[0]; argument.Name {
	case "rec":
		return recordingNames()
	case "topic":
		return append(commandNames(root), "exit-codes", "node-options")
	default:
		return argument.EnumSlice()
	}
}

// recordingNames returns the names of the store, newest first.
func recordingNames() []string {
	store, err := jsrr.DefaultStore()
	if err != nil {
		return nil
	}
	names, err := store.Names()
	if err != nil || len(names) == 0 {
		return nil
	}
	slices.Reverse(names)
	return append([]string{jsrr.Latest}, names...)
}
