package jsrr

import (
	"errors"

	"github.com/jsrr/jsrr/record"
)

// Exit codes of the jsrr command, and of Result.ExitCode where the program did
// not end by itself.
const (
	ExitOK           = 0
	ExitFailed       = 1
	ExitUsage        = 2
	ExitBadArgument  = 9
	ExitUnsettled    = 13
	ExitBadRecording = 65
	ExitRaces        = 66
	ExitDiverged     = 67
	ExitBug          = 70
	ExitTimeLimit    = 124
	ExitInterrupted  = 130
	ExitTerminated   = 143
)

// ExitCode is one line of the table that "jsrr help exit-codes" prints.
type ExitCode struct {
	Code    int
	Meaning string
}

// ExitCodes returns all exit codes with a meaning of their own, ascending.
func ExitCodes() []ExitCode {
	return []ExitCode{
		{ExitOK, "all is well"},
		{ExitFailed, "the script ended with an error that it did not catch, or jsrr could not do what was asked"},
		{ExitUsage, "the command line is wrong"},
		{ExitBadArgument, "an option for the runtime is wrong: --env-file, NODE_OPTIONS"},
		{ExitUnsettled, "the script's main module waits for a promise that never settles"},
		{ExitBadRecording, "the recording or snapshot cannot be read, or is of an incompatible version"},
		{ExitRaces, "races were found"},
		{ExitDiverged, "the replay diverged from its recording"},
		{ExitBug, "a bug in jsrr"},
		{ExitTimeLimit, "the time limit was reached"},
		{ExitInterrupted, "interrupted (SIGINT)"},
		{ExitTerminated, "terminated (SIGTERM)"},
	}
}

// ExitCodeOf returns the exit code that stands for an error of this package.
func ExitCodeOf(err error) int {
	var divergence *Divergence
	if err == nil {
		return ExitOK
	}
	if errors.As(err, &divergence) {
		return ExitDiverged
	}
	for _, class := range []struct {
		code   int
		errors []error
	}{
		{ExitUsage, []error{ErrOptions, record.ErrExists}},
		{ExitBadArgument, []error{ErrEnvFile}},
		{ExitBadRecording, []error{
			ErrNotFound, record.ErrNotRecording, record.ErrNewerFormat, record.ErrNoLoop, record.ErrDamaged,
			ErrNoBeginning, ErrNoSnapshot, ErrSnapshot, record.ErrForeignSnapshot, record.ErrPosition,
			ErrNoStartupSnapshot, ErrNotStartupSnapshot, ErrDamagedStartupSnapshot, ErrForeignStartupSnapshot,
		}},
	} {
		for _, known := range class.errors {
			if errors.Is(err, known) {
				return class.code
			}
		}
	}
	return ExitFailed
}
