package lower

import (
	"encoding/json"
	"unicode/utf8"

	"github.com/jsrr/jsrr/internal/sourcemap"
)

// offsetsOf turns the mappings of a source map with one source into offsets.
func offsetsOf(sourceMap []byte, code, source string) ([]Mark, error) {
	var m struct {
		Mappings string `json:"mappings"`
	}
	if err := json.Unmarshal(sourceMap, &m); err != nil {
		return nil, sourcemap.ErrDamaged
	}
	return decodeMappings(m.Mappings, newLines(code), newLines(source))
}

// decodeMappings turns mappings into pairs of offsets.
func decodeMappings(text string, made, from *lines) ([]Mark, error) {
	segments, err := sourcemap.Decode(text)
	if err != nil {
		return nil, err
	}
	marks := make([]Mark, 0, len(segments))
	for _, s := range segments {
		if s.Source == sourcemap.None {
			continue // a stretch that comes from nowhere
		}
		mark := Mark{made.offset(int(s.Line), int(s.Column)), from.offset(int(s.SourceLine), int(s.SourceColumn))}
		if mark.Made < 0 || mark.Source < 0 || len(marks) > 0 && mark.Made < marks[len(marks)-1].Made {
			return nil, sourcemap.ErrDamaged
		}
		marks = append(marks, mark)
	}
	return marks, nil
}

// lines finds offsets in a text. Columns of source maps count UTF-16 units.
type lines struct {
	text   string
	starts []int
	// The last answer, from which the next on the same line goes on.
	line, column, at int
}

func newLines(text string) *lines {
	l := &lines{text: text, starts: []int{0}}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n', c == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			l.starts = append(l.starts, i+1)
		case c == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xA8 || text[i+2] == 0xA9):
			l.starts = append(l.starts, i+3)
		}
	}
	return l
}

// offset returns the offset of a place, both from 0; -1 when there is none.
func (l *lines) offset(line, column int) int {
	if line < 0 || line >= len(l.starts) || column < 0 {
		return -1
	}
	if line != l.line || column < l.column {
		l.line, l.column, l.at = line, 0, l.starts[line]
	}
	for l.column < column && l.at < len(l.text) {
		c := l.text[l.at]
		if c < utf8.RuneSelf {
			l.at++
			l.column++
			continue
		}
		r, size := utf8.DecodeRuneInString(l.text[l.at:])
		l.at += size
		l.column++
		if r > 0xFFFF {
			l.column++
		}
	}
	return l.at
}
