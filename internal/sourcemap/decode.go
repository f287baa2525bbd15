package sourcemap

import "errors"

// ErrDamaged says that mappings hold what cannot be one.
var ErrDamaged = errors.New("the source map is damaged")

// Segment is a mapping. All places count from 0, columns in UTF-16 units.
type Segment struct {
	Line, Column             int32 // in the output
	Source                   int32 // index of the source; None for output that comes from nowhere
	SourceLine, SourceColumn int32
	Name                     int32 // index of the name, or None
}

// None is the index of no source and of no name.
const None = -1

// Decode reads base64 VLQ mappings: groups for lines divided by semicolons,
// segments divided by commas, fields that are differences. Damage is an error, but
// all segments are returned, with zeros for what is not base64.
func Decode(mappings string) ([]Segment, error) {
	d := decoder{text: mappings}
	list := make([]Segment, 0, len(mappings)/6)
	var at Segment
	name := int32(0)
	for d.at < len(mappings) {
		switch mappings[d.at] {
		case ';':
			at.Line, at.Column = at.Line+1, 0
			d.at++
			continue
		case ',':
			d.at++
			continue
		}
		at.Column += d.field()
		if d.atSeparator() {
			list = append(list, Segment{Line: at.Line, Column: at.Column, Source: None, Name: None})
			continue
		}
		at.Source += d.field()
		at.SourceLine += d.field()
		at.SourceColumn += d.field()
		at.Name = None
		if d.at < len(mappings) && !d.atSeparator() {
			name += d.field()
			at.Name = name
		}
		for d.at < len(mappings) && !d.atSeparator() {
			d.damaged = true // more fields than there are
			d.at++
		}
		list = append(list, at)
	}
	if d.damaged {
		return list, ErrDamaged
	}
	return list, nil
}

type decoder struct {
	text    string
	at      int
	damaged bool
}

// atSeparator says that a segment ends here. The end of the text is none: fields
// that are cut off are 0, as in Node.
func (d *decoder) atSeparator() bool {
	return d.at < len(d.text) && (d.text[d.at] == ',' || d.text[d.at] == ';')
}

// field reads a number of digits of five bits, the lowest first; its lowest bit
// is the sign.
func (d *decoder) field() int32 {
	var value uint32
	for shift := 0; ; shift += 5 {
		if d.at >= len(d.text) {
			d.damaged = true
			break
		}
		digit, ok := digitOf(d.text[d.at])
		d.at++
		if !ok || shift > 30 {
			d.damaged = true
		}
		value |= digit & 31 << shift
		if digit&32 == 0 {
			break
		}
	}
	if value&1 != 0 {
		return -int32(value >> 1)
	}
	return int32(value >> 1)
}

func digitOf(c byte) (digit uint32, ok bool) {
	switch {
	case c >= 'A' && c <= 'Z':
		return uint32(c - 'A'), true
	case c >= 'a' && c <= 'z':
		return uint32(c-'a') + 26, true
	case c >= '0' && c <= '9':
		return uint32(c-'0') + 52, true
	case c == '+':
		return 62, true
	case c == '/':
		return 63, true
	}
	return 0, false
}
