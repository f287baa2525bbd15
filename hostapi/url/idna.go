package url

import (
	"strings"

	"golang.org/x/net/idna"
)

// domains converts names of hosts as the URL standard says: any length, any
// hyphens, and no older mapping of ß and its like. Like Node's, they may mix
// scripts of both directions.
var domains = idna.New(
	idna.MapForLookup(),
	idna.Transitional(false),
	idna.StrictDomainName(false),
	idna.CheckHyphens(false),
	idna.CheckJoiners(true),
	idna.VerifyDNSLength(false),
)

// domainToASCII returns the ASCII form of a domain.
func domainToASCII(domain string) (string, bool) {
	if ascii, ok := plainDomain(domain); ok {
		return ascii, true
	}
	ascii, err := domains.ToASCII(domain)
	return ascii, err == nil
}

// plainDomain is the ASCII form of a domain of ASCII letters, without labels
// that are encoded.
func plainDomain(domain string) (string, bool) {
	for i := range len(domain) {
		if domain[i] >= 0x80 {
			return "", false
		}
	}
	domain = strings.ToLower(domain)
	return domain, !strings.HasPrefix(domain, "xn--") && !strings.Contains(domain, ".xn--")
}

// domainToUnicode returns the Unicode form of a domain in ASCII. Labels that
// are not well encoded stay as they are.
func domainToUnicode(domain string) string {
	unicode, _ := domains.ToUnicode(domain)
	return unicode
}
