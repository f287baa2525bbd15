package url

// The states of the parser from "//" to the path.

func (p *parser) authority(c rune) verdict {
	switch {
	case c == '@':
		p.takeCredentials()
	case p.endsAuthority(c):
		if p.atSeen && len(p.buffer) == 0 {
			return fail
		}
		p.at -= len(p.buffer) + 1
		p.buffer = p.buffer[:0]
		return p.goTo((*parser).hostState)
	default:
		p.buffer = append(p.buffer, c)
	}
	return next
}

// takeCredentials reads what stands before an "@". An earlier "@" belonged to
// it after all.
func (p *parser) takeCredentials() {
	var username, password []byte
	if p.atSeen {
		if p.passwordSeen {
			password = append(password, "%40"...)
		} else {
			username = append(username, "%40"...)
		}
	}
	p.atSeen = true
	for _, r := range p.buffer {
		switch {
		case r == ':' && !p.passwordSeen:
			p.passwordSeen = true
		case p.passwordSeen:
			password = userinfoSet.appendRune(password, r)
		default:
			username = userinfoSet.appendRune(username, r)
		}
	}
	p.url.username += string(username)
	p.url.password += string(password)
	p.buffer = p.buffer[:0]
}

func (p *parser) hostState(c rune) verdict {
	if p.only != whole && p.url.scheme == "file" {
		return p.again((*parser).fileHost)
	}
	switch {
	case c == ':' && !p.inBrackets:
		if len(p.buffer) == 0 || p.only == hostnameSection {
			return fail
		}
		// Node takes no port for a URL that had no host.
		withoutHost := p.only != whole && p.url.host == ""
		if !p.finishHost() {
			return fail
		}
		if withoutHost {
			return done
		}
		return p.goTo((*parser).portState)
	case p.endsAuthority(c):
		return p.endOfHost()
	}
	switch c {
	case '[':
		p.inBrackets = true
	case ']':
		p.inBrackets = false
	}
	p.buffer = append(p.buffer, c)
	return next
}

func (p *parser) endOfHost() verdict {
	u := p.url
	if len(p.buffer) == 0 {
		if u.special() {
			return fail
		}
		if p.only != whole && (u.hasCredentials() || u.port != noPort) {
			return fail
		}
		// Node gives no empty host to a URL without one.
		if p.only != whole && !u.hasHost {
			return done
		}
	}
	if !p.finishHost() {
		return fail
	}
	if p.only != whole {
		return done
	}
	return p.again((*parser).pathStart)
}

func (p *parser) finishHost() bool {
	host, ok := parseHost(p.take(), !p.url.special())
	if ok {
		p.url.setHost(host)
	}
	return ok
}

func (p *parser) portState(c rune) verdict {
	if isDigit(c) {
		p.buffer = append(p.buffer, c)
		return next
	}
	if !p.endsAuthority(c) && p.only == whole {
		return fail
	}
	if len(p.buffer) > 0 {
		port := 0
		for _, digit := range p.buffer {
			if port = port*10 + int(digit-'0'); port <= 65535 {
				continue
			}
			// A setter of the host has already done its work.
			if p.only == hostSection {
				return done
			}
			return fail
		}
		p.url.setPort(port)
		p.buffer = p.buffer[:0]
		if p.only != whole {
			return done
		}
	}
	if p.only != whole {
		return done
	}
	return p.again((*parser).pathStart)
}

func (p *parser) file(c rune) verdict {
	u := p.url
	u.scheme = "file"
	u.setHost("")
	switch {
	case c == '/' || c == '\\':
		return p.goTo((*parser).fileSlash)
	case p.base != nil && p.base.scheme == "file":
		u.setHost(p.base.host)
		return p.afterBase(c)
	}
	return p.again((*parser).pathState)
}

func (p *parser) fileSlash(c rune) verdict {
	if c == '/' || c == '\\' {
		return p.goTo((*parser).fileHost)
	}
	if p.base != nil && p.base.scheme == "file" {
		p.url.setHost(p.base.host)
		// Node takes a segment that only begins like a drive for one, too.
		if path := p.base.path; !p.startsWithDrive() && len(path) > 0 && len(path[0]) > 1 &&
			isNormalizedDrive(path[0][:2]) {
			p.url.path = append(p.url.path, path[0])
		}
	}
	return p.again((*parser).pathState)
}

func (p *parser) fileHost(c rune) verdict {
	switch c {
	case end, '/', '\\', '?', '#':
	default:
		p.buffer = append(p.buffer, c)
		return next
	}
	if p.only == whole && isDrive(string(p.buffer)) {
		// It is no host: the drive stays in the buffer as the first segment.
		p.out = append(p.out[:0], string(p.buffer)...)
		p.buffer = p.buffer[:0]
		return p.again((*parser).pathState)
	}
	if len(p.buffer) == 0 {
		p.url.setHost("")
	} else {
		if !p.finishHost() {
			return fail
		}
		if p.url.host == "localhost" {
			p.url.setHost("")
		}
	}
	if p.only != whole {
		return done
	}
	return p.again((*parser).pathStart)
}
