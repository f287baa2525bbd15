package engine

import (
	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// Position returns where frame is in the source that a person wrote. It is the
// one place where frames become positions: code that was changed before it was
// compiled (see Compile) is mapped back here.
func Position(frame goja.StackFrame) file.Position { return frame.Position() }
