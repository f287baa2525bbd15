package zlib

// lengthOrder is the order in which the lengths of the codes for lengths come.
var lengthOrder = [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// dynamicHeader reads the codes of a block.
func (d *inflater) dynamicHeader() error {
	v, ok := d.in.bits(14)
	if !ok {
		return errWaiting
	}
	literals, distances, count := v&31+257, v>>5&31+1, v>>10+4
	if literals > 286 || distances > 30 {
		return errTooManySymbols
	}
	var lengths [19]uint8
	for _, symbol := range lengthOrder[:count] {
		n, ok := d.in.bits(3)
		if !ok {
			return errWaiting
		}
		lengths[symbol] = uint8(n)
	}
	var codes huffman
	if codes.build(lengths[:]) != 0 {
		return errCodeLengths
	}
	d.LiteralCount, d.DistanceCount = uint16(literals), uint16(distances)
	if err := d.readLengths(&codes, literals+distances); err != nil {
		return err
	}
	if d.Lengths[endOfBlock] == 0 {
		return errEndOfBlock
	}
	d.Block = blockDynamic
	return d.makeTables()
}

// endOfBlock is the symbol that ends a block.
const endOfBlock = 256

// readLengths reads the lengths of the codes of both alphabets.
func (d *inflater) readLengths(codes *huffman, total int) error {
	for i := 0; i < total; {
		symbol := codes.symbol(&d.in)
		var value uint8
		var more, base int
		switch {
		case symbol == noBits:
			return errWaiting
		case symbol < 0:
			return errCodeLengths
		case symbol < 16:
			d.Lengths[i] = uint8(symbol)
			i++
			continue
		case symbol == 16 && i == 0:
			return errRepeat
		case symbol == 16:
			value, more, base = d.Lengths[i-1], 2, 3
		case symbol == 17:
			more, base = 3, 3
		default:
			more, base = 7, 11
		}
		n, ok := d.in.bits(more)
		if !ok {
			return errWaiting
		}
		if n += base; i+n > total {
			return errRepeat
		}
		for range n {
			d.Lengths[i] = value
			i++
		}
	}
	return nil
}

// makeTables makes the decoders of the block, unless they are there.
func (d *inflater) makeTables() error {
	if d.tables == d.Block {
		return nil
	}
	d.tables = d.Block
	if d.Block == blockFixed {
		d.literals.build(fixedLiterals[:])
		d.distances.build(fixedDistances[:])
		return nil
	}
	n := int(d.LiteralCount)
	literals := d.Lengths[:n]
	if missing := d.literals.build(literals); missing < 0 || missing > 0 && !hasOneCode(literals) {
		return errLiteralSet
	}
	distances := d.Lengths[n : n+int(d.DistanceCount)]
	if missing := d.distances.build(distances); missing < 0 || missing > 0 && !hasOneCode(distances) {
		return errDistanceSet
	}
	return nil
}

// hasOneCode says that an alphabet has at most one code: such a one may be
// incomplete.
func hasOneCode(lengths []uint8) bool {
	used := 0
	for _, n := range lengths {
		if n > 1 {
			return false
		}
		used += int(n)
	}
	return used <= 1
}

var fixedLiterals = func() (lengths [288]uint8) {
	for i := range lengths {
		switch {
		case i < 144:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		case i < 280:
			lengths[i] = 7
		default:
			lengths[i] = 8
		}
	}
	return lengths
}()

var fixedDistances = func() (lengths [32]uint8) {
	for i := range lengths {
		lengths[i] = 5
	}
	return lengths
}()

// compressed reads symbols until the block, the input or the room ends.
func (d *inflater) compressed() error {
	if err := d.makeTables(); err != nil {
		return err
	}
	d.copyMatch()
	for len(d.out) < d.limit {
		at := d.in.at
		symbol := d.literals.symbol(&d.in)
		switch {
		case symbol >= 0 && symbol < endOfBlock:
			d.out = append(d.out, byte(symbol))
			continue
		case symbol == endOfBlock:
			d.Block = blockNone
			return nil
		case symbol == noBits:
			d.in.at = at
			return errWaiting
		case symbol < 0:
			return errLiteral
		}
		if err := d.match(symbol - endOfBlock - 1); err != nil {
			if err == errWaiting {
				d.in.at = at
			}
			return err
		}
	}
	return nil
}

// The lengths and distances that symbols begin at, and how many bits follow.
var (
	lengthBases   = [29]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthBits    = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distanceBases = [30]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
	distanceBits  = [30]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
)

// match reads the rest of a match and copies it.
func (d *inflater) match(lengthSymbol int) error {
	if lengthSymbol >= len(lengthBases) {
		return errLiteral
	}
	more, ok := d.in.bits(int(lengthBits[lengthSymbol]))
	if !ok {
		return errWaiting
	}
	symbol := d.distances.symbol(&d.in)
	switch {
	case symbol == noBits:
		return errWaiting
	case symbol < 0 || symbol >= len(distanceBases):
		return errDistance
	}
	further, ok := d.in.bits(int(distanceBits[symbol]))
	if !ok {
		return errWaiting
	}
	distance := int(distanceBases[symbol]) + further
	if distance > len(d.out) {
		return errTooFar
	}
	d.MatchLength, d.MatchDistance = lengthBases[lengthSymbol]+uint16(more), uint16(distance)
	d.copyMatch()
	return nil
}

// copyMatch copies what of a match fits; it may overlap what it copies.
func (d *inflater) copyMatch() {
	n := min(int(d.MatchLength), d.limit-len(d.out))
	from := len(d.out) - int(d.MatchDistance)
	for i := range n {
		d.out = append(d.out, d.out[from+i])
	}
	d.MatchLength -= uint16(n)
}
