package main

import (
	"encoding/json"
	"os"
	"time"

	"github.com/jsrr/jsrr"
)

// status is what --status-file says about a run.
type status struct {
	// ExitCode is jsrr's, and Of whose it is: "script" for the script's own,
	// "jsrr" for everything else.
	ExitCode int    `json:"exitCode"`
	Of       string `json:"of"`
	// Cut is why the script was stopped from outside, "" when it was not.
	Cut        string  `json:"cut"`
	Recording  string  `json:"recording"`
	Turns      uint64  `json:"turns"`
	DurationMs float64 `json:"durationMs"`
	// Incomplete is why the recording ends before the script did, "" when it
	// does not.
	Incomplete string `json:"incomplete"`
}

// note keeps what a run came to, for the status file.
func (t *terminal) note(result jsrr.Result) {
	s := &t.status
	s.Of, s.Cut, s.Recording, s.Turns = "script", result.Cut, result.Recording, result.Turns
	s.DurationMs = float64(result.Duration) / float64(time.Millisecond)
	if result.Cut != "" {
		s.Of = "jsrr"
	}
	if result.Incomplete != nil {
		s.Incomplete = result.Incomplete.Error()
	}
}

// writeStatus writes the status file, if one is wanted.
func (t *terminal) writeStatus(code int) int {
	if t.statusFile == "" {
		return code
	}
	t.status.ExitCode = code
	if t.status.Of == "" {
		t.status.Of = "jsrr"
	}
	text, err := json.MarshalIndent(&t.status, "", "  ")
	if err == nil {
		err = os.WriteFile(t.statusFile, append(text, '\n'), 0o600)
	}
	if err != nil {
		t.printf("%s status file: %v\n", t.red("jsrr: warning:"), err)
	}
	return code
}
