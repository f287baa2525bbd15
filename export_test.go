package jsrr

import (
	"os"
	"testing"

	"github.com/jsrr/jsrr/internal/engine"
)

// TestMain keeps what the tests compile out of the user's cache folder.
func TestMain(m *testing.M) {
	if os.Getenv("JSRR_CACHE_DIR") == "" {
		_ = os.Setenv("JSRR_CACHE_DIR", "off")
	}
	os.Exit(m.Run())
}

// SetImages gives the program compiled code from images, and those of its own to
// them.
func (o *Options) SetImages(images engine.Images) { o.images = images }

// SetImages is as that of Options.
func (o *ReplayOptions) SetImages(images engine.Images) { o.images = images }
