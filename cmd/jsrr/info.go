package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/internal/figures"
)

// infoCommand is "jsrr info".
type infoCommand struct {
	Recording string `arg:"" optional:"" name:"rec" help:"A name of the store, a folder, or a packed file; default latest."`
	NoReplay  bool   `help:"Do not replay the recording to see how the run ended."`
	JSON      bool   `help:"One JSON object: what the recording holds."`
}

func (*infoCommand) manual() manual {
	return manual{
		usage: "info [REC] [options]",
		about: "Describes a recorded run in Markdown, ready for an issue: command, how it ended, the error that ended it with the\n" +
			"chain of turns that led there, whether it replays, versions, platform, and what the recording holds: source files,\n" +
			"the environment variables that the program read, output. The replay takes ten seconds at most.",
		examples: []example{
			{"jsrr info", "the newest recording"},
			{"jsrr info cart-17 > issue.md", "one of the store"},
			{"jsrr info bug.jsrr --no-replay", "a packed file, without running anything"},
			{"jsrr show cart-17", "go on with its turns"},
		},
	}
}

// infoReplayMax is how long info replays.
const infoReplayMax = 10 * time.Second

// Run prints the description.
func (c *infoCommand) Run(t *terminal) error {
	recording, err := openRecording(c.Recording)
	if err != nil {
		return err
	}
	defer recording.Close()
	manifest, err := recording.Manifest()
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(t.stdout).Encode(manifest)
	}
	size, err := recording.Size()
	if err != nil {
		return err
	}
	report := infoReport{recording: recording, manifest: manifest, size: size}
	if !c.NoReplay {
		report.replay()
	}
	report.print(t.stdout)
	return nil
}

// infoReport is what info knows of a run.
type infoReport struct {
	recording *jsrr.Recording
	manifest  *jsrr.Manifest
	size      int64
	replayed  string // what the replay showed; "" when there was none
	uncaught  *jsrr.Uncaught
}

// replay replays the recording silently.
func (r *infoReport) replay() {
	o := jsrr.ReplayOptions{Stdout: io.Discard, Stderr: io.Discard, Timeout: infoReplayMax}
	result, err := r.recording.Replay(context.Background(), o)
	r.uncaught = result.Uncaught
	turns := turnCount(result.Turns)
	var divergence *jsrr.Divergence
	switch {
	case errors.As(err, &divergence):
		text, _, _ := strings.Cut(divergence.Error(), "\n")
		r.replayed = text
	case err != nil:
		r.replayed = "not possible: " + err.Error()
	case result.Ended != "":
		r.replayed = turns + ", output identical; " + result.Ended
	case result.Cut != "":
		r.replayed = fmt.Sprintf("output identical in %s; stopped after %v", turns, infoReplayMax)
	default:
		r.replayed = turns + ", output identical"
	}
}

func (r *infoReport) print(w io.Writer) {
	h := &r.recording.Header
	for i := range r.manifest.Loops {
		fmt.Fprintf(w, "`%s` %s\n", shellWords(h.Command), endingSentence(&r.manifest.Loops[i]))
	}
	foreign := ""
	if text := r.recording.Foreign(); text != "" {
		foreign = "; " + text
	}
	replayed := r.replayed
	if replayed == "" {
		replayed = "not tried"
	}
	fmt.Fprintln(w)
	for _, line := range [][2]string{
		{"program", r.recording.Program() + ", in " + h.Dir},
		{"recorded", fmt.Sprintf("%s %s, on %s/%s", r.recording.Started().Format(timeFormat), h.TimeZone, h.OS, h.Arch)},
		{"versions", fmt.Sprintf("jsrr %s, goja %s, format %d%s", h.Jsrr, h.Goja, h.Format, foreign)},
		{"recording", displayName(r.recording) + ", " + figures.Bytes(r.size) + r.answers()},
		{"replay", replayed},
	} {
		fmt.Fprintf(w, "- **%s** %s\n", line[0], line[1])
	}
	if text := r.errorText(); text != "" {
		fmt.Fprintf(w, "\n%s", fenced(text))
	}
	var contents strings.Builder
	printContents(&contents, r.manifest)
	fmt.Fprintf(w, "\n<details><summary>What the recording holds</summary>\n\n%s\n</details>\n", fenced(contents.String()))
}

// answers says how much was written down.
func (r *infoReport) answers() string {
	var text strings.Builder
	for i := range r.manifest.Loops {
		l := &r.manifest.Loops[i]
		fmt.Fprintf(&text, ": %s of %s answers written down, %s for order, %s for content",
			figures.Count(l.Entries), figures.Count(l.Slots), figures.Bytes(int64(l.EventBytes)), figures.Bytes(int64(l.PayloadBytes)))
		if l.FirstTurn > 0 {
			fmt.Fprintf(&text, ", from turn %s on", figures.Count(l.FirstTurn))
		}
		if l.LetGo > 0 {
			fmt.Fprintf(&text, "; %s before that were let go", figures.Bytes(int64(l.LetGo)))
		}
	}
	return text.String()
}

// errorText is the error that ended the program; when there is none and the
// program failed, the end of what it printed on stderr.
func (r *infoReport) errorText() string {
	if r.uncaught != nil {
		return strings.TrimRight(r.uncaught.Text, "\n") + "\n\n" + shortChain(&r.uncaught.Chain)
	}
	if l := r.manifest.Loops; len(l) == 0 || l[0].State == jsrr.Complete && l[0].ExitCode == 0 {
		return ""
	}
	var end tail
	if err := r.recording.WriteOutput(io.Discard, &end); err != nil {
		return ""
	}
	lines := strings.SplitAfter(strings.ToValidUTF8(string(end.text), "\uFFFD"), "\n")
	return strings.Join(lines[max(0, len(lines)-infoLinesMax):], "")
}

// infoLinesMax is how many lines of stderr are shown.
const infoLinesMax = 30

// endingSentence says how a loop's run ended.
func endingSentence(l *jsrr.LoopManifest) string {
	after := ""
	if l.Turns > 0 {
		after = " after " + turnCount(l.Turns)
	}
	switch l.State {
	case jsrr.Complete:
		return fmt.Sprintf("ended with exit code %d%s.", l.ExitCode, after)
	case jsrr.Cut:
		return fmt.Sprintf("was stopped%s: %s.", after, l.Reason)
	case jsrr.Killed:
		return "was killed, or still runs."
	}
	return fmt.Sprintf("is recorded in part (%s): %s.", l.State, l.Reason)
}

// fenced returns text as a block of code in Markdown.
func fenced(text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + "text\n" + strings.TrimRight(text, "\n") + "\n" + fence + "\n"
}

// printSnapshots lists what a recording holds of the program's memory.
func printSnapshots(w io.Writer, m *jsrr.Manifest) {
	var bytes int64
	var turns []string
	for i := range m.Loops {
		for _, s := range m.Loops[i].Snapshots {
			bytes += s.Bytes
			turns = append(turns, strconv.FormatUint(s.Turn, 10))
		}
	}
	if n := len(turns); n > 0 {
		const shown = 4
		if n > 2*shown {
			turns = append(append(turns[:shown:shown], "…"), turns[n-shown:]...)
		}
		fmt.Fprintf(w, "%-10s %d, %s: all that the program held in memory, secrets included, at turns %s\n",
			"snapshots", n, figures.Bytes(bytes), strings.Join(turns, ", "))
	}
}

// printContents lists what of the machine a recording holds.
func printContents(w io.Writer, m *jsrr.Manifest) {
	var stdout, stderr uint64
	for i := range m.Loops {
		stdout += m.Loops[i].StdoutBytes
		stderr += m.Loops[i].StderrBytes
	}
	fmt.Fprintf(w, "%-10s %s on stdout, %s on stderr\n", "output", figures.Bytes(int64(stdout)), figures.Bytes(int64(stderr)))
	fmt.Fprintf(w, "%-10s %d files\n", "sources", len(m.Sources))
	for _, source := range m.Sources {
		fmt.Fprintf(w, "  %s: %s\n", source.Path, figures.Bytes(int64(source.Length)))
	}
	fmt.Fprintf(w, "%-10s %d variables\n", "env", len(m.Env))
	for _, variable := range m.Env {
		kept := "value recorded"
		if variable.Redacted {
			kept = "value not recorded"
		}
		fmt.Fprintf(w, "  %s: %s\n", variable.Name, kept)
	}
	printSnapshots(w, m)
	fmt.Fprintf(w, "%-10s by kind\n", "answers")
	for _, replies := range m.Replies {
		fmt.Fprintf(w, "  %s: %s, %s\n", replies.Kind, figures.Count(replies.Count), figures.Bytes(int64(replies.Bytes)))
	}
}
