package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

func grammarOf(t *testing.T) *kong.Node {
	t.Helper()
	parser, err := newParser(&commands{}, newTerminal(nil, nil, nil))
	if err != nil {
		t.Fatal(err)
	}
	return parser.Model.Node
}

func TestTakeApart(t *testing.T) {
	root := grammarOf(t)
	for _, test := range []struct{ line, args, execArgs string }{
		{"a.js", "run -- a.js", ""},
		{"run a.js", "run -- a.js", ""},
		{"run run", "run -- run", ""},
		{"./record", "run -- ./record", ""},
		{"a.js --help -x", "run -- a.js --help -x", ""},
		{"--timeout 5s a.js b", "run --timeout 5s -- a.js b", ""},
		{"--timeout=5s a.js b", "run --timeout=5s -- a.js b", ""},
		{"--no-warnings a.js", "run -- a.js", "--no-warnings"},
		{"--unhandled-rejections none a.js", "run -- a.js", "--unhandled-rejections none"},
		{"--unhandled-rejections=none a.js", "run -- a.js", "--unhandled-rejections=none"},
		{"--max_old_space_size=99 --harmony-x a.js", "run -- a.js", "--max_old_space_size=99 --harmony-x"},
		{"a.js --no-warnings", "run -- a.js --no-warnings", ""},
		{"-e 1 a b", "run -e 1 -- a b", "-e 1"},
		{"-p 1", "run -p 1", "-p 1"},
		{"-pe 1", "run --print 1", "-pe 1"},
		{"-e 1 record", "run -e 1 -- record", "-e 1"},
		{"-e -1", "run -e -1", "-e -1"},
		{"- x", "run -- - x", ""},
		{"-r ./x --require=y a.js", "run -r ./x --require=y -- a.js", "-r ./x --require=y"},
		{"--env-file .env -c a.js", "run --env-file .env -c -- a.js", "--env-file .env -c"},
		{"record -r x a.js -r y", "record -r x -- a.js -r y", "-r x"},
		{"-- -x.js", "run -- -x.js", ""},
		{"record -o d -n 3 a.js -o e", "record -o d -n 3 -- a.js -o e", ""},
		{"record --until-failure a.js", "record --until-failure -- a.js", ""},
		{"record --no-warnings -- a.js", "record -- a.js", "--no-warnings"},
		{"replay x --to 3 -q", "replay x --to 3 -q", ""},
		{"--version", "version", ""},
		{"", "", ""},
	} {
		line := takeApart(root, strings.Fields(test.line))
		if !slices.Equal(line.args, strings.Fields(test.args)) || !slices.Equal(line.execArgs, strings.Fields(test.execArgs)) {
			t.Errorf("%q: %q, execArgs %q", test.line, line.args, line.execArgs)
		}
	}
}

func TestHelpIsAskedFor(t *testing.T) {
	root := grammarOf(t)
	for text, want := range map[string]commandLine{
		"--help":                {command: "", help: shortHelp},
		"record -h":             {command: "record", help: shortHelp},
		"record --help-all":     {command: "record", help: fullHelp},
		"replay x --help":       {command: "replay", help: shortHelp},
		"a.js --help":           {command: "run", help: noHelp},
		"record a.js --help":    {command: "record", help: noHelp},
		"--help-all --help run": {command: "run", help: fullHelp},
	} {
		line := takeApart(root, strings.Fields(text))
		if line.command != want.command || line.help != want.help {
			t.Errorf("%q: command %q, help %v", text, line.command, line.help)
		}
	}
}

func TestWords(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{shellWords([]string{"jsrr", "a b", "it's", ""}), `jsrr 'a b' 'it'\''s' ''`},
		{turnCount(1) + ", " + turnCount(2000), "1 turn, 2,000 turns"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}
