package engine

import (
	"unicode/utf8"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// Position returns where frame is in the source that a person wrote. It is the
// one place where frames become positions: code that was changed before it was
// compiled (see Compile) is mapped back here. Columns count from 1, in UTF-16
// units, as JavaScript's strings do.
func Position(frame goja.StackFrame) file.Position {
	mirror := (*stackFrame)(unsafe.Pointer(&frame))
	if mirror.prg == nil {
		return frame.Position()
	}
	loaded(mirror.prg)
	p, source := frame.Position(), SourceFile(mirror.prg)
	if source == nil || source.Name() != p.Filename {
		return p
	}
	p.Column = columnInUnits(source.Source(), sourceOffset(mirror.prg, mirror.pc), p.Column)
	return p
}

// columnInUnits turns a column in bytes into one in UTF-16 units.
func columnInUnits(text string, offset, column int) int {
	begin := offset - (column - 1)
	if begin < 0 || offset > len(text) {
		return column
	}
	units := 1
	for _, r := range text[begin:offset] {
		units++
		if r >= 0x10000 {
			units++
		}
	}
	if units > column || !utf8.ValidString(text[begin:offset]) {
		return column
	}
	return units
}

// sourceOffset returns where instruction pc of p is in its source.
func sourceOffset(p *goja.Program, pc int) int {
	position := 0
	for _, item := range *at[[]srcMapItem](unsafe.Pointer(loaded(p)), offsets.programSrcMap) {
		if item.pc > pc {
			break
		}
		position = item.srcPos
	}
	return position
}
