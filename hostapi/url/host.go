package url

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Characters that no host, and no domain, may contain.
const (
	forbiddenHost   = "\x00\t\n\r #/:<>?@[\\]^|"
	forbiddenDomain = forbiddenHost + "%\x7F" +
		"\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F" +
		"\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F"
)

// parseHost parses a host; in URLs that are not special it is opaque.
func parseHost(input string, opaque bool) (string, bool) {
	if strings.HasPrefix(input, "[") {
		if !strings.HasSuffix(input, "]") {
			return "", false
		}
		address, ok := parseIPv6(input[1 : len(input)-1])
		if !ok {
			return "", false
		}
		return "[" + address.String() + "]", true
	}
	if opaque {
		if strings.ContainsAny(input, forbiddenHost) {
			return "", false
		}
		return controlSet.encode(input), true
	}
	domain, ok := domainToASCII(validUTF8(percentDecode(input)))
	if !ok || domain == "" || strings.ContainsAny(domain, forbiddenDomain) {
		return "", false
	}
	if endsInNumber(domain) {
		return parseIPv4(domain)
	}
	return domain, true
}

// validUTF8 replaces what is not UTF-8 by U+FFFD, which no domain may contain.
func validUTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// endsInNumber says that a domain can only be meant as an IPv4 address.
func endsInNumber(domain string) bool {
	parts := strings.Split(domain, ".")
	if parts[len(parts)-1] == "" {
		if len(parts) == 1 {
			return false
		}
		parts = parts[:len(parts)-1]
	}
	last := parts[len(parts)-1]
	if last != "" && strings.Trim(last, "0123456789") == "" {
		return true
	}
	_, ok := parseIPv4Number(last)
	return ok
}

// parseIPv4Number reads a decimal, octal (0…) or hexadecimal (0x…) number.
// Numbers beyond any address come back as a number beyond any address.
func parseIPv4Number(part string) (uint64, bool) {
	if part == "" {
		return 0, false
	}
	base := 10
	switch {
	case len(part) >= 2 && (part[:2] == "0x" || part[:2] == "0X"):
		part, base = part[2:], 16
	case len(part) >= 2 && part[0] == '0':
		part, base = part[1:], 8
	}
	if part == "" {
		return 0, true
	}
	for i := range len(part) {
		if v := hexValue(part[i]); v < 0 || v >= base {
			return 0, false
		}
	}
	n, err := strconv.ParseUint(part, base, 64)
	if err != nil {
		return 1 << 40, true
	}
	return n, true
}

func parseIPv4(domain string) (string, bool) {
	parts := strings.Split(strings.TrimSuffix(domain, "."), ".")
	if len(parts) > 4 {
		return "", false
	}
	var address uint64
	for i, part := range parts {
		n, ok := parseIPv4Number(part)
		if !ok {
			return "", false
		}
		left := 4 - i
		if i == len(parts)-1 {
			if n >= 1<<(8*left) {
				return "", false
			}
			address |= n
			break
		}
		if n > 255 {
			return "", false
		}
		address |= n << (8 * (left - 1))
	}
	octets := make([]string, 4)
	for i := range octets {
		octets[i] = strconv.FormatUint(address>>(24-8*i)&255, 10)
	}
	return strings.Join(octets, "."), true
}
