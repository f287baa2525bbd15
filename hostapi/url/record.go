package url

import "strings"

// record is a URL in its parts.
type record struct {
	scheme             string
	username, password string
	host               string
	hasHost            bool
	port               int // noPort when it is the scheme's default
	path               []string
	// opaque says that the path is not a list of segments: it is opaquePath.
	opaque      bool
	opaquePath  string
	query       string
	hasQuery    bool
	fragment    string
	hasFragment bool
}

const noPort = -1

// defaultPorts holds the special schemes; file has no port.
var defaultPorts = map[string]int{
	"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21, "file": noPort,
}

func isSpecialScheme(scheme string) bool {
	_, ok := defaultPorts[scheme]
	return ok
}

func (u *record) special() bool { return isSpecialScheme(u.scheme) }

func (u *record) hasCredentials() bool { return u.username != "" || u.password != "" }

// cannotHaveCredentials says that the setters of username, password and port do
// nothing.
func (u *record) cannotHaveCredentials() bool {
	return !u.hasHost || u.host == "" || u.scheme == "file"
}

func (u *record) setHost(host string) { u.host, u.hasHost = host, true }

func (u *record) setPort(port int) {
	if standard, ok := defaultPorts[u.scheme]; ok && port == standard {
		port = noPort
	}
	u.port = port
}

func (u *record) clearQuery() { u.query, u.hasQuery = "", false }

// copyAuthority takes what stands before the path from base.
func (u *record) copyAuthority(base *record) {
	u.username, u.password = base.username, base.password
	u.host, u.hasHost, u.port = base.host, base.hasHost, base.port
}

func (u *record) copyPath(base *record) {
	u.path = append([]string(nil), base.path...)
	u.opaque, u.opaquePath = base.opaque, base.opaquePath
}

func (u *record) copyQuery(base *record) { u.query, u.hasQuery = base.query, base.hasQuery }

// shortenPath removes the last segment, but never the drive of a file.
func (u *record) shortenPath() {
	if u.scheme == "file" && len(u.path) == 1 && isNormalizedDrive(u.path[0]) {
		return
	}
	if len(u.path) > 0 {
		u.path = u.path[:len(u.path)-1]
	}
}

// trimOpaquePath drops spaces at the end of an opaque path, which mean nothing
// once neither query nor fragment follows.
func (u *record) trimOpaquePath() {
	if u.opaque && !u.hasQuery && !u.hasFragment {
		u.opaquePath = strings.TrimRight(u.opaquePath, " ")
	}
}

// layout is a URL as text, and the places of its parts in it. A part that is
// missing has no extent; search and hash begin at the end then.
type layout struct {
	href string
	// protocolEnd is behind the colon.
	protocolEnd int
	// The user name ends at usernameEnd, the password and its "@" at hostStart.
	usernameStart, usernameEnd int
	hostStart, hostEnd         int
	portEnd                    int
	pathStart                  int
	searchStart, hashStart     int
}

// serialize writes the URL.
func (u *record) serialize() layout {
	var b strings.Builder
	l := layout{}
	b.WriteString(u.scheme)
	b.WriteByte(':')
	l.protocolEnd = b.Len()
	if u.hasHost {
		b.WriteString("//")
	}
	l.usernameStart = b.Len()
	u.writeAuthority(&b, &l)
	if !u.hasHost && !u.opaque && len(u.path) > 1 && u.path[0] == "" {
		b.WriteString("/.")
	}
	l.pathStart = b.Len()
	b.WriteString(u.pathname())
	l.searchStart = b.Len()
	if u.hasQuery {
		b.WriteByte('?')
		b.WriteString(u.query)
	}
	l.hashStart = b.Len()
	if u.hasFragment {
		b.WriteByte('#')
		b.WriteString(u.fragment)
	}
	l.href = b.String()
	return l
}

func (u *record) writeAuthority(b *strings.Builder, l *layout) {
	b.WriteString(u.username)
	l.usernameEnd = b.Len()
	if u.password != "" {
		b.WriteByte(':')
		b.WriteString(u.password)
	}
	if u.hasCredentials() {
		b.WriteByte('@')
	}
	l.hostStart = b.Len()
	b.WriteString(u.host)
	l.hostEnd = b.Len()
	if u.port != noPort {
		b.WriteByte(':')
		b.WriteString(decimal(u.port))
	}
	l.portEnd = b.Len()
}

func (u *record) pathname() string {
	if u.opaque {
		return u.opaquePath
	}
	if len(u.path) == 0 {
		return ""
	}
	return "/" + strings.Join(u.path, "/")
}
