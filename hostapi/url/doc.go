// Package url is the Node module 'url' with the web's URL and URLSearchParams.
//
// The parser here follows the WHATWG URL standard state by state. It is our
// own: goja_nodejs has one, but it stands on net/url, whose rules differ, and
// it keeps a Go structure behind each JavaScript object. Here a URL is a string
// (its href) and the places of its parts, both held by JavaScript; a native
// takes and gives nothing else. The names of hosts are converted by
// golang.org/x/net/idna, which has Unicode's tables.
//
// Invariants: natives keep no state and start no request. The href of a URL
// parses to itself.
//
// Example: parse("HTTP://exa\u00e4mple.org:80/a/../b") returns
// "http://xn--example-1ta.org/b" and where host and path begin in it.
package url
