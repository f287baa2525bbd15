package replay

import (
	"fmt"
	"strconv"

	"github.com/jsrr/jsrr/loop"
)

// clockNames are what a program reads, by loop.Clock.
var clockNames = [...]string{"the loop's clock", "the wall clock (Date)", "the fine clock (performance.now)", "a clock"}

// somethingBefore stands before what was expected later.
const somethingBefore = "a look at a clock or for completions, or the start of an op; then "

// excerptLen is how much of an output is shown around its first difference.
const excerptLen = 60

func streamName(fd uint8) string {
	switch fd {
	case 1:
		return "stdout"
	case 2:
		return "stderr"
	}
	return fmt.Sprintf("fd %d", fd)
}

func describeOutput(fd uint8, data []byte) string {
	return "output on " + streamName(fd) + ": " + excerpt(data, 0)
}

// excerpt quotes the part of data around position at.
func excerpt(data []byte, at int) string {
	from := max(0, at-excerptLen/3)
	to := min(len(data), from+excerptLen)
	from = min(from, to)
	s := strconv.Quote(string(data[from:to]))
	if from > 0 {
		s = "…" + s
	}
	if to < len(data) {
		s += "…"
	}
	return s
}

func describeEnd(end loop.End) string {
	return fmt.Sprintf("the end of the program: exit code %d after %d turns", end.Code, end.Turns)
}
