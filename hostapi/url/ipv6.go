package url

import (
	"strconv"
	"strings"
)

// ipv6 is an address in eight pieces.
type ipv6 [8]uint16

// parseIPv6 parses an address without brackets.
func parseIPv6(input string) (address ipv6, ok bool) {
	piece, gap := 0, -1
	rest := input
	if strings.HasPrefix(rest, ":") {
		if !strings.HasPrefix(rest, "::") {
			return address, false
		}
		rest, piece, gap = rest[2:], 1, 1
	}
	for rest != "" {
		if piece == 8 {
			return address, false
		}
		if rest[0] == ':' {
			if gap >= 0 {
				return address, false
			}
			// The gap stands for at least one piece.
			piece++
			rest, gap = rest[1:], piece
			continue
		}
		digits := hexPrefix(rest)
		after := rest[len(digits):]
		if strings.HasPrefix(after, ".") {
			if piece > 6 || !address.embedIPv4(rest, piece) {
				return address, false
			}
			piece += 2
			break
		}
		value, _ := strconv.ParseUint("0"+digits, 16, 16)
		address[piece] = uint16(value)
		piece++
		switch {
		case after == "":
		case after[0] != ':' || len(after) == 1:
			return address, false
		default:
			after = after[1:]
		}
		rest = after
	}
	return address.spread(piece, gap)
}

// hexPrefix returns the up to four hexadecimal digits that text begins with.
func hexPrefix(text string) string {
	n := 0
	for n < len(text) && n < 4 && hexValue(text[n]) >= 0 {
		n++
	}
	return text[:n]
}

// embedIPv4 reads a dotted IPv4 address into two pieces.
func (a *ipv6) embedIPv4(text string, piece int) bool {
	parts := strings.Split(text, ".")
	if len(parts) != 4 {
		return false
	}
	for i, part := range parts {
		if part == "" || len(part) > 3 || (len(part) > 1 && part[0] == '0') ||
			strings.Trim(part, "0123456789") != "" {
			return false
		}
		n, err := strconv.ParseUint(part, 10, 8)
		if err != nil {
			return false
		}
		a[piece+i/2] = a[piece+i/2]<<8 | uint16(n)
	}
	return true
}

// spread moves the pieces behind a gap to the end.
func (a ipv6) spread(pieces, gap int) (ipv6, bool) {
	if gap < 0 {
		return a, pieces == 8
	}
	var full ipv6
	copy(full[:], a[:gap])
	copy(full[8-(pieces-gap):], a[gap:pieces])
	return full, true
}

// String writes the address with its longest run of zeros as "::".
func (a ipv6) String() string {
	start, length := a.longestZeros()
	var b strings.Builder
	for i := 0; i < 8; i++ {
		if i == start {
			b.WriteString("::")
			i += length - 1
			continue
		}
		if i > 0 && i != start+length {
			b.WriteByte(':')
		}
		b.WriteString(strconv.FormatUint(uint64(a[i]), 16))
	}
	return b.String()
}

// longestZeros returns the first longest run of two or more zeros; it starts at
// -1 when there is none.
func (a ipv6) longestZeros() (start, length int) {
	start, length = -1, 1
	for i := 0; i < 8; i++ {
		n := 0
		for i+n < 8 && a[i+n] == 0 {
			n++
		}
		if n > length {
			start, length = i, n
		}
		i += n
	}
	return start, length
}
