package lower

import (
	"github.com/evanw/esbuild/pkg/api"
	"github.com/jsrr/jsrr/internal/nesting"
)

// Version names everything but the request that an answer depends on.
const Version = "esbuild 0.28.2, jsrr 1"

// Request says what to lower.
type Request struct {
	// Path is the file's, for messages and for the names of defaults.
	Path   string
	Source string
	// Loader is ts, tsx, jsx or js.
	Loader string
	// Common makes a CommonJS module; otherwise imports and exports stay.
	Common bool
	// Config is the text of a tsconfig.json without extends, or "".
	Config string
}

// Result is the lowered text, or what is wrong with the source.
type Result struct {
	Code string
	// Marks are pairs of byte offsets: in Code, and in the source.
	Marks []Mark
	// Problem, when not nil, says why there is no code.
	Problem *Problem
}

// Mark is a pair of byte offsets: in the code, and in the source.
type Mark struct{ Made, Source int }

// Problem is an error in the source.
type Problem struct {
	Message string
	// Line counts from 1, Column from 0, in bytes; Length is that of what is
	// wrong.
	Line, Column, Length int
}

var loaders = map[string]api.Loader{
	"ts": api.LoaderTS, "tsx": api.LoaderTSX, "jsx": api.LoaderJSX, "js": api.LoaderJS,
}

// unsupported is the syntax that goja lacks.
var unsupported = map[string]bool{
	"async-generator": false, "for-await": false, "decorators": false, "using": false, "import-defer": false, "import-source": false,
}

// Lower lowers a source.
func Lower(r Request) Result {
	if nesting.TooDeep(r.Source) {
		return Result{Problem: &Problem{Message: nesting.ErrTooDeep.Error(), Line: 1}}
	}
	format := api.FormatDefault
	if r.Common {
		format = api.FormatCommonJS
	}
	out := api.Transform(r.Source, api.TransformOptions{
		Loader: loaders[r.Loader], Format: format, Platform: api.PlatformNode, Target: api.ESNext,
		Supported: unsupported, Sourcefile: r.Path, TsconfigRaw: r.Config,
		Sourcemap: api.SourceMapExternal, SourcesContent: api.SourcesContentExclude,
		Charset: api.CharsetUTF8, LogLevel: api.LogLevelSilent, LegalComments: api.LegalCommentsInline,
	})
	if len(out.Errors) > 0 {
		return Result{Problem: problemOf(out.Errors[0])}
	}
	code := string(out.Code)
	marks, err := offsetsOf(out.Map, code, r.Source)
	if err != nil {
		return Result{Problem: &Problem{Message: err.Error(), Line: 1}}
	}
	code, marks = ownHelpers(code, marks)
	return Result{Code: code, Marks: marks}
}

func problemOf(m api.Message) *Problem {
	p := &Problem{Message: m.Text, Line: 1}
	if m.Location != nil {
		p.Line, p.Column, p.Length = m.Location.Line, m.Location.Column, m.Location.Length
	}
	return p
}
