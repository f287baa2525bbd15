package engine

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// PlaceOf returns where the function of p begins in its source, given the
// function's text: where that stands in the source, if it does, else where the
// first thing is that it does. The file name is "" when that is unknown.
func PlaceOf(p *goja.Program, text string) file.Position {
	mustKnowLayout()
	complete(p)
	source := *at[*file.File](unsafe.Pointer(p), offsets.programSrc)
	if source == nil {
		return file.Position{}
	}
	offset := 0
	if items := *at[[]srcMapItem](unsafe.Pointer(p), offsets.programSrcMap); len(items) > 0 {
		offset = items[0].srcPos
	}
	all := source.Source()
	begin, end := uintptr(unsafe.Pointer(unsafe.StringData(all))), uintptr(len(all))
	if at := uintptr(unsafe.Pointer(unsafe.StringData(text))) - begin; text != "" && at < end && at+uintptr(len(text)) <= end {
		offset = int(at)
	}
	place := source.Position(offset)
	if place.Filename == source.Name() {
		place.Column = columnInUnits(all, offset, place.Column)
	}
	return place
}

// CodeSize returns about how much memory the instructions of p take, in bytes,
// and the table of their positions.
func CodeSize(p *goja.Program) uint64 {
	mustKnowLayout()
	complete(p)
	const operand = 8 // what most instructions point to
	instructions := *at[[]slot](unsafe.Pointer(p), offsets.programCode)
	positions := *at[[]srcMapItem](unsafe.Pointer(p), offsets.programSrcMap)
	return uint64(unsafe.Sizeof(goja.Program{})) + uint64(cap(instructions))*(uint64(unsafe.Sizeof(slot{}))+operand) +
		uint64(cap(positions))*uint64(unsafe.Sizeof(srcMapItem{}))
}
