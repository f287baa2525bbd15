// Package util is the area of the modules util and util/types and of what is
// behind them: inspect and format (internal/util/inspect/*), deep equality
// (internal/util/comparisons) and small helpers (internal/util).
//
// The natives tell what JavaScript cannot find out, or not cheaply: what kind an
// object is whatever its prototype says, what is behind a proxy, what state a
// promise has, which keys of a list are not indices, how wide a text is; and they
// quote texts.
package util

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area "util".
func Area() host.Area {
	return host.Area{Name: "util", Lib: lib, Natives: []host.Native{
		{Name: "engineKind", Length: 1, Fn: engineKind},
		{Name: "escape", Length: 1, Fn: escape},
		{Name: "getOwnNonIndexProperties", Length: 2, Fn: ownNonIndexProperties},
		{Name: "getPromiseDetails", Length: 1, Fn: promiseDetails},
		{Name: "getProxyDetails", Length: 1, Fn: proxyDetails},
		{Name: "isIdentifier", Length: 1, Fn: isIdentifier},
		{Name: "parseEnv", Length: 1, Fn: parseEnv},
		{Name: "previewEntries", Length: 1, Fn: previewEntries},
		{Name: "quote", Length: 1, Fn: quote},
		{Name: "stringWidth", Length: 1, Fn: stringWidth},
	}}
}
