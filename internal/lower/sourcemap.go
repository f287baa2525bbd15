package lower

import (
	"encoding/json"
	"errors"
	"unicode/utf8"
)

// errMap says that a source map cannot be read.
var errMap = errors.New("the source map is damaged")

// offsetsOf turns the mappings of a source map with one source into offsets.
func offsetsOf(sourceMap []byte, code, source string) ([]Mark, error) {
	var m struct {
		Mappings string `json:"mappings"`
	}
	if err := json.Unmarshal(sourceMap, &m); err != nil {
		return nil, errMap
	}
	return decodeMappings(m.Mappings, newLines(code), newLines(source))
}

// decodeMappings reads base64 VLQ mappings: groups for lines divided by
// semicolons, segments divided by commas, fields that are differences.
func decodeMappings(text string, made, from *lines) ([]Mark, error) {
	marks := make([]Mark, 0, len(text)/6)
	line, column, sourceLine, sourceColumn := 0, 0, 0, 0
	for i := 0; i < len(text); {
		switch text[i] {
		case ';':
			line, column = line+1, 0
			i++
			continue
		case ',':
			i++
			continue
		}
		var fields [5]int
		n, next, err := decodeSegment(text, i, &fields)
		if err != nil {
			return nil, err
		}
		i = next
		column += fields[0]
		if n < 4 {
			continue // a stretch that comes from nowhere
		}
		sourceLine += fields[2]
		sourceColumn += fields[3]
		mark := Mark{made.offset(line, column), from.offset(sourceLine, sourceColumn)}
		if mark.Made < 0 || mark.Source < 0 || len(marks) > 0 && mark.Made < marks[len(marks)-1].Made {
			return nil, errMap
		}
		marks = append(marks, mark)
	}
	return marks, nil
}

// decodeSegment reads the fields of a segment, and returns how many there are
// and where the next one begins.
func decodeSegment(text string, i int, fields *[5]int) (n, next int, err error) {
	for i < len(text) && text[i] != ',' && text[i] != ';' {
		value, shift := 0, 0
		for {
			if i >= len(text) || shift > 30 {
				return 0, 0, errMap
			}
			digit := base64Value(text[i])
			if digit < 0 {
				return 0, 0, errMap
			}
			i++
			value |= digit & 31 << shift
			shift += 5
			if digit&32 == 0 {
				break
			}
		}
		if n >= len(fields) {
			return 0, 0, errMap
		}
		fields[n] = value >> 1
		if value&1 != 0 {
			fields[n] = -fields[n]
		}
		n++
	}
	return n, i, nil
}

func base64Value(c byte) int {
	switch {
	case c >= 'A' && c <= 'Z':
		return int(c - 'A')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 26
	case c >= '0' && c <= '9':
		return int(c-'0') + 52
	case c == '+':
		return 62
	case c == '/':
		return 63
	}
	return -1
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
