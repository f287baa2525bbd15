package main

import (
	"bufio"
	"io"
	"regexp"

	"github.com/jsrr/jsrr"
)

// outputMatches says whether the recorded output of both streams, in the order
// in which it was written, has a match.
func outputMatches(folder string, match *regexp.Regexp) (bool, error) {
	recording, err := jsrr.OpenRecording(folder)
	if err != nil {
		return false, err
	}
	defer recording.Close()
	reader, writer := io.Pipe()
	done := make(chan error, 1)
	go func() {
		err := recording.WriteOutput(writer, writer)
		done <- err
		writer.CloseWithError(err)
	}()
	matched := match.MatchReader(bufio.NewReader(reader))
	reader.Close()
	if err := <-done; err != nil && !matched {
		return false, err
	}
	return matched, nil
}
