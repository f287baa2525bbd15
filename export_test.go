package jsrr

import "github.com/jsrr/jsrr/internal/engine"

// SetImages gives the program compiled code from images, and those of its own to
// them.
func (o *Options) SetImages(images engine.Images) { o.images = images }

// SetImages is as that of Options.
func (o *ReplayOptions) SetImages(images engine.Images) { o.images = images }
