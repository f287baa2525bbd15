package url

import (
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// usv returns an argument as a string of Unicode scalar values.
func usv(v goja.Value) string {
	s := v.String()
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return s
}

// parseWith parses an argument against another, which may be undefined.
func parseWith(input, base goja.Value) (*record, bool) {
	if goja.IsUndefined(base) {
		return parse(usv(input), nil)
	}
	b, ok := parse(usv(base), nil)
	if !ok {
		return nil, false
	}
	return parse(usv(input), b)
}

// parseNative is parse(input, base): a layout, or undefined when input is no URL.
func parseNative(e *host.Env, call goja.FunctionCall) goja.Value {
	u, ok := parseWith(call.Argument(0), call.Argument(1))
	if !ok {
		return goja.Undefined()
	}
	return layoutArray(e, u.serialize())
}

// layoutArray is a layout for JavaScript: the href and the places of its parts,
// in the order of the fields.
func layoutArray(e *host.Env, l layout) goja.Value {
	return e.RT.NewArray(l.href, l.protocolEnd, l.usernameStart, l.usernameEnd, l.hostStart, l.hostEnd,
		l.portEnd, l.pathStart, l.searchStart, l.hashStart)
}

// canParse is canParse(input, base).
func canParse(e *host.Env, call goja.FunctionCall) goja.Value {
	_, ok := parseWith(call.Argument(0), call.Argument(1))
	return e.RT.ToValue(ok)
}

// update is update(href, property, value): the layout of the URL with a changed
// property, or undefined when the value does not fit.
func update(e *host.Env, call goja.FunctionCall) goja.Value {
	u, ok := parse(call.Argument(0).String(), nil)
	if !ok || !u.set(call.Argument(1).String(), usv(call.Argument(2))) {
		return goja.Undefined()
	}
	return layoutArray(e, u.serialize())
}

// toASCII and toUnicode convert the name of a host; "" when it is none.
func toASCII(e *host.Env, call goja.FunctionCall) goja.Value {
	return e.RT.ToValue(hostnameOf(usv(call.Argument(0))))
}

func toUnicode(e *host.Env, call goja.FunctionCall) goja.Value {
	return e.RT.ToValue(domainToUnicode(hostnameOf(usv(call.Argument(0)))))
}

// hostnameOf is the host of a URL that gets a name.
func hostnameOf(name string) string {
	u := &record{scheme: "ws", hasHost: true, port: noPort}
	u.set("hostname", name)
	return u.host
}

// hrefToUnicode is hrefToUnicode(href): the same URL with its host in Unicode.
func hrefToUnicode(e *host.Env, call goja.FunctionCall) goja.Value {
	u, ok := parse(call.Argument(0).String(), nil)
	if !ok {
		return call.Argument(0)
	}
	u.host = domainToUnicode(u.host)
	return e.RT.ToValue(u.serialize().href)
}

// wellFormed is wellFormed(string): lone surrogates become U+FFFD.
func wellFormed(e *host.Env, call goja.FunctionCall) goja.Value {
	s, ok := call.Argument(0).(goja.String)
	if !ok {
		return call.Argument(0)
	}
	return e.RT.ToValue(s.String())
}

// natives returns the area's natives.
func natives() []host.Native {
	return []host.Native{
		{Name: "parse", Length: 2, Fn: parseNative},
		{Name: "canParse", Length: 2, Fn: canParse},
		{Name: "update", Length: 3, Fn: update},
		{Name: "domainToASCII", Length: 1, Fn: toASCII},
		{Name: "domainToUnicode", Length: 1, Fn: toUnicode},
		{Name: "hrefToUnicode", Length: 1, Fn: hrefToUnicode},
		{Name: "wellFormed", Length: 1, Fn: wellFormed},
		{Name: "parseForm", Length: 1, Fn: parseForm},
		{Name: "serializeForm", Fn: serializeForm},
		{Name: "decodeComponent", Length: 1, Fn: decodeComponent},
		{Name: "encodeComponent", Length: 2, Fn: encodeComponent},
	}
}
