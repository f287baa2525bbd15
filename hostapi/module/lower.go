package module

import (
	"encoding/binary"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/loop"
)

// helpersName is what lowered code calls the object with jsrr's helpers.
const helpersName = "__jsrr_async"

// dialect says what a source is written in, and how it is to be lowered; the
// zero value is JavaScript that goja understands.
type dialect struct {
	loader string // ts, tsx, jsx or js
	config string // of a tsconfig.json
	common bool   // to a CommonJS module
}

// problem is what is wrong with a source that cannot be lowered.
type problem struct {
	message string
	at      place
}

// lower asks the tape for the lowered text of a source.
func lower(e *host.Env, name, source string, d dialect) (text string, origin *engine.Origin, bad *problem) {
	var args loop.Encoder
	args.String(strings.TrimPrefix(name, "file://"))
	args.String(d.loader)
	args.Bool(d.common)
	args.String(d.config)
	args.String(source)
	reply := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindModuleLowered, Args: args.Bytes()})
	data := loop.Decode(reply.Data)
	if !data.Bool() {
		bad = &problem{message: data.String()}
		bad.at = place{name, int(data.Uint()), int(data.Uint()) + 1, int(data.Uint())}
		if data.Err() != nil {
			bad.message = "the answer to the question for lowered code is damaged"
		}
		return "", nil, bad
	}
	text = data.String()
	marks := decodeMarks(data.Blob(), len(text), len(source))
	return text, &engine.Origin{Text: source, Marks: marks}, nil
}

// decodeMarks reads pairs of offsets. It stops at what cannot be one.
func decodeMarks(b []byte, codeLength, sourceLength int) []engine.Mark {
	marks := make([]engine.Mark, 0, len(b)/2)
	var last engine.Mark
	for len(b) > 0 {
		made, n := binary.Uvarint(b)
		if n <= 0 {
			break
		}
		source, m := binary.Varint(b[n:])
		if m <= 0 || made > uint64(codeLength) { // as a difference it would lead back
			break
		}
		b = b[n+m:]
		last = engine.Mark{Made: last.Made + int(made), Source: last.Source + int(source)}
		if last.Made > codeLength || last.Source < 0 || last.Source > sourceLength {
			break
		}
		marks = append(marks, last)
	}
	return marks
}

// reservedWords are those that V8 calls tokens.
const reservedWords = "break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|" +
	"function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with"

// error makes the JavaScript error of a problem in source.
func (p *problem) error(e *host.Env, source string) goja.Value {
	message := reword(p.message, lowerMessages())
	if strings.HasPrefix(message, "await is only valid") && strings.HasPrefix(p.at.file, "file:") {
		message = "Unexpected reserved word" // what V8 says in a module
	}
	if p.at.length < 1 {
		p.at.length = 1
	}
	return placedError(e, source, p.at, message)
}

// Lowered code makes asynchronous generators with a helper, and its generators iterate
// over what another one returns. These are the declarations that show it.
const (
	asyncGeneratorName = "__asyncGenerator"
	yieldStarName      = "__yieldStar"

	asyncGeneratorDeclaration = "var " + asyncGeneratorName + " = " + helpersName + ".generator;"
	yieldStarDeclaration      = "var " + yieldStarName + " = " + helpersName + ".yieldStar;"
)

// asyncGeneratorsOf says how a text that was lowered makes asynchronous generators.
func asyncGeneratorsOf(text string) (a engine.AsyncGenerators) {
	if strings.Contains(text, asyncGeneratorDeclaration) {
		a.Helper, a.Helpers = asyncGeneratorName, helpersName
	}
	if strings.Contains(text, yieldStarDeclaration) {
		a.Delegate = yieldStarName
	}
	return a
}

// helpLoweredCode gives a program jsrr's helpers, when it reads them.
func (s *state) helpLoweredCode(m *engine.Module) {
	if b := m.Bindings[helpersName]; b != nil && s.helpers != nil {
		b.Set(s.helpers)
	}
	if helpers, ok := s.helpers.(*goja.Object); ok && m.AsyncGenerators != nil {
		if s.generators == nil {
			s.generators = helpers.Get("functions")
		}
		m.AsyncGenerators.Set(s.generators)
	}
}
