package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/internal/figures"
)

// pendingMax is how many lines of pending things are shown unasked.
const pendingMax = 10

// reportPending lists what a program had not finished: all of it when it was
// asked for, some of it when the program was cut while it waited.
func (t *terminal) reportPending(result *jsrr.Result, asked bool) {
	list := result.Pending
	if len(list) == 0 {
		if asked {
			t.printf("%s nothing was pending at the end\n", t.bold("jsrr:"))
		}
		return
	}
	count := 0
	for _, p := range list {
		count += p.Count
	}
	t.printf("%s pending at the end: %s\n", t.bold("jsrr:"), figures.Count(uint64(count)))
	more := 0
	if !asked && len(list) > pendingMax {
		list, more = list[:pendingMax], len(list)-pendingMax
	}
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	for _, p := range list {
		fmt.Fprintln(w, strings.TrimRight(pendingLine(p), "\t"))
	}
	_ = w.Flush() // into a string
	for line := range strings.Lines(text.String()) {
		t.printf("  %s\n", strings.TrimRight(line, " \n"))
	}
	if more > 0 {
		t.printf("  … %d more lines; --pending shows all\n", more)
	}
}

// pendingLine returns the cells of a line.
func pendingLine(p jsrr.Pending) string {
	what, turns := p.What, fmt.Sprintf("in turn %d", p.Turn)
	if p.Count > 1 {
		what = fmt.Sprintf("%s × %s", p.What, figures.Count(uint64(p.Count)))
	}
	if p.Last != p.Turn {
		turns = fmt.Sprintf("in turns %d … %d", p.Turn, p.Last)
	}
	started := "started " + turns
	if p.Site != "" {
		started = "started at " + shortPath(p.Site) + " " + turns
	}
	if !p.Ref {
		return what + "\t" + started + "\tdoes not keep the program running"
	}
	return what + "\t" + started
}

// shortPath returns a path, or a site, relative to the working directory when
// it lies below.
func shortPath(path string) string {
	separator := string(filepath.Separator)
	if rest, below := strings.CutPrefix(path, strings.TrimSuffix(workingDirectory(), separator)+separator); below {
		return rest
	}
	return path
}

// workingDirectory returns its path, "" when it is gone.
func workingDirectory() string {
	dir, err := filepath.Abs(".")
	if err != nil {
		return ""
	}
	return dir
}
