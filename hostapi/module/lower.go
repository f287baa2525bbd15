package module

import (
	"encoding/binary"
	"regexp"
	"strings"
	"sync"

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
		if m <= 0 {
			break
		}
		b = b[n+m:]
		last = engine.Mark{Made: last.Made + int(made), Source: last.Source + int(source)}
		if last.Made < 0 || last.Made > codeLength || last.Source < 0 || last.Source > sourceLength {
			break
		}
		marks = append(marks, last)
	}
	return marks
}

// lowerMessages turns esbuild's messages into V8's. Most programs need none, so
// the patterns are compiled with the first.
var lowerMessages = sync.OnceValue(func() []rewording {
	return []rewording{
		{regexp.MustCompile(`^Expected .* but found end of file$`), "Unexpected end of input"},
		{regexp.MustCompile(`^Unexpected end of file.*$`), "Unexpected end of input"},
		{regexp.MustCompile(`^Expected .* but found "\d.*"$`), "Unexpected number"},
		{regexp.MustCompile(`^Expected .* but found "['"].*"$`), "Unexpected string"},
		{regexp.MustCompile(`^(?:Expected .* but found|Unexpected) "(` + reservedWords + `)"$`), "Unexpected token '$1'"},
		{regexp.MustCompile(`^(?:Expected .* but found|Unexpected) "([\pL_$][\pL\d_$]*)"$`), "Unexpected identifier '$1'"},
		{regexp.MustCompile(`^(?:Expected .* but found|Unexpected) "(.*)"$`), "Unexpected token '$1'"},
		{regexp.MustCompile(`^Unterminated template literal$`), "Unexpected end of input"},
		{regexp.MustCompile(`^Unterminated string literal$`), "Invalid or unexpected token"},
		{regexp.MustCompile(`^Unterminated regular expression$`), "Invalid regular expression: missing /"},
		{regexp.MustCompile(`^Syntax error ".*"$`), "Invalid or unexpected token"},
		{regexp.MustCompile(`^The symbol "(.*)" has already been declared$`), "Identifier '$1' has already been declared"},
		{regexp.MustCompile(`^The constant "(.*)" must be initialized$`), "Missing initializer in const declaration"},
		{regexp.MustCompile(`^Invalid assignment target$`), "Invalid left-hand side in assignment"},
		{regexp.MustCompile(`^Cannot use "break" here.*$`), "Illegal break statement"},
		{regexp.MustCompile(`^Cannot use "continue" here.*$`), "Illegal continue statement: no surrounding iteration statement"},
		{regexp.MustCompile(`^Cannot use "let" as an identifier here.*$`), "let is disallowed as a lexically bound name"},
		{regexp.MustCompile(`^"\w+" is a reserved word and cannot be used in (?:strict mode|an ECMAScript module)$`), "Unexpected strict mode reserved word"},
		{regexp.MustCompile(`^Classes cannot contain more than one constructor$`), "A class may only have one constructor"},
		{regexp.MustCompile(`^Delete of a bare identifier cannot be used in .*$`), "Delete of an unqualified identifier in strict mode."},
		{regexp.MustCompile(`^Top-level return cannot be used inside an ECMAScript module$`), "Illegal return statement"},
		{regexp.MustCompile(`^With statements cannot be used in .*$`), "Strict mode code may not include a with statement"},
		{regexp.MustCompile(`^Legacy octal literals cannot be used in .*$`), "Octal literals are not allowed in strict mode."},
		{regexp.MustCompile(`^Legacy octal escape sequences cannot be used in .*$`), "Octal escape sequences are not allowed in strict mode."},
		{regexp.MustCompile(`^"await" can only be used inside an "async" function$`), "await is only valid in async functions and the top level bodies of modules"},
	}
})

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

// helpLoweredCode gives a program jsrr's helpers, when it reads them.
func (s *state) helpLoweredCode(m *engine.Module) {
	if b := m.Bindings[helpersName]; b != nil && s.helpers != nil {
		b.Set(s.helpers)
	}
}
