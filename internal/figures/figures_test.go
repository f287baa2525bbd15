package figures_test

import (
	"testing"

	"github.com/jsrr/jsrr/internal/figures"
)

func TestFigures(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{figures.Count(0), "0"}, {figures.Count(999), "999"}, {figures.Count(1000), "1,000"}, {figures.Count(1234567), "1,234,567"},
		{figures.Bytes(0), "0 B"}, {figures.Bytes(1023), "1023 B"}, {figures.Bytes(1024), "1.0 KiB"}, {figures.Bytes(39000), "38 KiB"},
		{figures.Bytes(int64(5 << 30)), "5.0 GiB"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}
