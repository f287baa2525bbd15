package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/jsrr/jsrr"
)

// nearest returns the candidate that was most likely meant by word, or "".
func nearest(word string, candidates []string) string {
	best, least := "", max(2, len(word)/3+1)
	for _, candidate := range candidates {
		if d := distance(word, candidate); d < least {
			best, least = candidate, d
		}
	}
	return best
}

// distance is how many letters have to be put in, taken away, changed, or
// swapped with their neighbour to make b of a.
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}

// suggestScript says what may have been meant by a script that is not there: a
// command or another file.
func (t *terminal) suggestScript(root *kong.Node, program []string) {
	if len(program) == 0 || program[0] == stdinScript || scriptExists(program[0]) {
		return
	}
	if !strings.ContainsAny(program[0], `./\`) {
		if command := nearest(program[0], commandNames(root)); command != "" {
			t.next(shellWords(append([]string{"jsrr", command}, program[1:]...)))
			return
		}
	}
	entries, err := os.ReadDir(filepath.Dir(program[0]))
	if err != nil {
		t.next("jsrr help")
		return
	}
	var files []string
	for _, entry := range entries {
		files = append(files, entry.Name())
	}
	if file := nearest(filepath.Base(program[0]), files); file != "" {
		t.next(shellWords(append([]string{"jsrr", filepath.Join(filepath.Dir(program[0]), file)}, program[1:]...)))
		return
	}
	t.next("jsrr help")
}

// scriptExists says whether a path leads to a script, with an ending that may
// be left out.
func scriptExists(path string) bool {
	return slices.ContainsFunc([]string{"", ".js", ".json", ".node", ".ts"}, func(ending string) bool {
		_, err := os.Stat(path + ending)
		return err == nil
	})
}

// suggestRecording completes the error of a recording that is not there.
func suggestRecording(reference string, err error) error {
	if !errors.Is(err, jsrr.ErrNotFound) {
		return err
	}
	if name := nearest(reference, recordingNames()); name != "" && reference != "" {
		return &failure{code: jsrr.ExitCodeOf(err), err: fmt.Errorf("%w; did you mean %s?", err, name), next: "jsrr info " + shellWord(name)}
	}
	return err
}
