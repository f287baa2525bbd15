package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every error ends with the next command to type.
func TestErrorsSayWhatIsNext(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("JSRR_STORE", filepath.Join(dir, "store"))
	bad := filepath.Join(dir, "bad.jsrr")
	if err := os.WriteFile(bad, []byte("not a recording"), 0o600); err != nil {
		t.Fatal(err)
	}
	var lines [][]string
	for _, command := range grammarOf(t).Children {
		if command.Hidden {
			continue
		}
		lines = append(lines, []string{command.Name, "--bogus"})
		if len(command.Positional) > 0 && command.Positional[0].Name == "rec" {
			lines = append(lines, []string{command.Name, "nowhere"}, []string{command.Name, bad}, []string{command.Name, ""})
		}
	}
	for _, text := range []string{
		"--bogus", "record", "record --keep sometimes a.js", "record --match ( a.js", "record -o " + bad + " a.js", "-e 1 -p 2", "--seed 7 a.js",
		"--timeout fast a.js", "--timeout -1s a.js", "replay --to x", "replay a b c", "help nothing", "rm", "rm latest", "--env-file nowhere a.js",
		"-i a.js", "--watch -e 1", "completion", "completion tcsh", "recrod x.js", "nowhere.js", "diff", "diff a", "diff a b", "unpack " + bad, "pack nowhere", "keep nowhere",
	} {
		lines = append(lines, strings.Fields(text))
	}
	for _, line := range lines {
		var stdout, stderr bytes.Buffer
		code := run(line, strings.NewReader(""), &stdout, &stderr)
		shown := strings.Split(strings.TrimSpace(stderr.String()), "\n")
		if code == 0 {
			continue // not an error after all: an empty store is listed
		}
		if last := shown[len(shown)-1]; !strings.HasPrefix(last, "next: jsrr") {
			t.Errorf("%q: exit code %d, and at last: %s", line, code, last)
		}
	}
}

func TestNearest(t *testing.T) {
	commands := []string{"run", "record", "replay", "ls", "info"}
	for word, want := range map[string]string{"recrod": "record", "recor": "record", "reply": "replay", "rn": "run", "sl": "ls", "cart": "", "server": "", "info": "info"} {
		if got := nearest(word, commands); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
	for _, test := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"ab", "ba", 1}, {"kitten", "sitting", 3}} {
		if got := distance(test.a, test.b); got != test.want {
			t.Errorf("%s, %s: %d", test.a, test.b, got)
		}
	}
}
