package url

import "strings"

// set changes one property as the URL standard's setters do, and says whether
// the value was fit for it.
func (u *record) set(property, value string) bool {
	switch property {
	case "protocol":
		return u.parseSection(value+":", schemeSection, (*parser).schemeStart) != fail
	case "username", "password":
		return u.setCredential(property, value)
	case "host":
		return !u.opaque && u.parseSection(value, hostSection, (*parser).hostState) != fail
	case "hostname":
		return !u.opaque && u.parseSection(value, hostnameSection, (*parser).hostState) != fail
	case "port":
		return u.setPortText(value)
	case "pathname":
		if !u.opaque {
			u.path = nil
			u.parseSection(value, pathSection, (*parser).pathStart)
		}
		return !u.opaque
	case "search":
		return u.setSearch(value)
	case "hash":
		return u.setHash(value)
	}
	return false
}

func (u *record) setCredential(property, value string) bool {
	if u.cannotHaveCredentials() {
		return false
	}
	if property == "username" {
		u.username = userinfoSet.encode(value)
	} else {
		u.password = userinfoSet.encode(value)
	}
	return true
}

func (u *record) setPortText(value string) bool {
	if u.cannotHaveCredentials() {
		return false
	}
	if value == "" {
		u.port = noPort
		return true
	}
	return u.parseSection(value, portSection, (*parser).portState) != fail
}

func (u *record) setSearch(value string) bool {
	u.clearQuery()
	if value == "" {
		u.trimOpaquePath()
		return true
	}
	u.hasQuery = true
	u.parseSection(strings.TrimPrefix(value, "?"), querySection, (*parser).queryState)
	return true
}

func (u *record) setHash(value string) bool {
	u.fragment, u.hasFragment = "", false
	if value == "" {
		u.trimOpaquePath()
		return true
	}
	u.hasFragment = true
	u.parseSection(strings.TrimPrefix(value, "#"), fragmentSection, (*parser).fragmentState)
	return true
}
