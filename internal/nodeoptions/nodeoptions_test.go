package nodeoptions

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestTake(t *testing.T) {
	for text, want := range map[string]int{
		"--no-warnings a": 1, "--warnings": 1, "--unhandled-rejections none": 2, "--unhandled-rejections=none a": 1,
		"--max_old_space_size=9 a": 1, "--max-old-space-size 9": 0, "--harmony-x a": 1, "--experimental-vm-modules a": 1,
		"--bogus a": 0, "-x": 0, "--warnings=1": 0, "-C dev": 2, "--conditions=dev": 1, "--require x": 0, "--": 0,
	} {
		if got := Take(strings.Fields(text)); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

func TestParseEnvironment(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"  --no-warnings  --title=x ", "--no-warnings|--title=x"},
		{"-r ./a.js --require=b", "--require=./a.js|--require=b"},
		{`--require "./with space.js" --title="a \" b"`, `--require=./with space.js|--title=a " b`},
		{"--unhandled_rejections warn x.js", "--unhandled-rejections=warn"},
		{"-e 1", "! -e is not allowed"},
		{"--input-type=module", "! --input-type=module is not allowed"},
		{"--bogus", "! --bogus is not allowed"},
		{`"open`, "! unterminated"},
		{`"open\`, "! invalid escape"},
	} {
		got, err := ParseEnvironment(test.text)
		if wrong, isError := strings.CutPrefix(test.want, "! "); isError {
			if err == nil || !strings.Contains(err.Error(), wrong) {
				t.Errorf("%q: error %v, want %q", test.text, err, wrong)
			}
			continue
		}
		if err != nil || strings.Join(got, "|") != test.want {
			t.Errorf("%q: %q, %v, want %q", test.text, got, err, test.want)
		}
	}
}

// The table of options that have an effect is what our JavaScript asks for.
func TestActed(t *testing.T) {
	asked := map[string]bool{}
	question := regexp.MustCompile(`\b(?:option|list)\('--([a-z-]+)'\)`)
	err := filepath.WalkDir(filepath.Join("..", "..", "hostapi"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".js" || strings.Contains(path, "testdata") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, match := range question.FindAllSubmatch(text, -1) {
			asked[string(match[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	byCommand := []string{"env-file", "stack-trace-limit", "watch", "watch-path"} // Go acts on them
	for _, option := range acted {
		if !asked[option] && !slices.Contains(byCommand, option) {
			t.Errorf("nobody asks for --%s", option)
		}
	}
	for option := range asked {
		if !slices.Contains(acted, option) && option != "check" {
			t.Errorf("--%s has an effect, and is not in the table", option)
		}
	}
}

func TestTables(t *testing.T) {
	known := Known()
	if sorted := slices.Compact(slices.Clone(known)); len(sorted) != len(known) {
		t.Error("an option stands in two tables")
	}
	for _, option := range notInEnvironment {
		if !slices.Contains(known, "--"+option) {
			t.Errorf("notInEnvironment: %s is unknown", option)
		}
	}
	for _, option := range Allowed() {
		if slices.Contains(notInEnvironment, strings.TrimPrefix(option, "--")) {
			t.Errorf("%s is allowed and is not", option)
		}
	}
}

// What is taken for options is options; the rest is refused.
func FuzzParseEnvironment(f *testing.F) {
	for _, seed := range []string{"", "--require ./a.js", `--require "a b\"c"`, `"`, `\`, "--title=x -r", "--no-warnings --"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		options, err := ParseEnvironment(text)
		if err != nil && options != nil {
			t.Fatalf("%q: %q and %v", text, options, err)
		}
		for _, option := range options {
			if option == "" || option[0] != '-' {
				t.Fatalf("%q: %q is no option", text, option)
			}
		}
	})
}
