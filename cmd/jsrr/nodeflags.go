package main

import (
	"slices"
	"strings"
)

// Options of Node that tools pass. They are accepted, become process.execArgv,
// and have an effect where a module looks for them there.
var (
	// nodeSwitches stand alone.
	nodeSwitches = []string{
		"abort-on-uncaught-exception", "allow-natives-syntax", "deprecation", "enable-source-maps",
		"expose-gc", "expose-internals", "frozen-intrinsics", "insecure-http-parser", "jitless",
		"opt", "pending-deprecation", "preserve-symlinks", "preserve-symlinks-main", "sparkplug",
		"throw-deprecation", "trace-deprecation", "trace-exit", "trace-uncaught", "trace-warnings",
		"turbofan", "use-strict", "verify-base-objects", "warnings",
	}
	// nodeSwitchFamilies begin the names of more.
	nodeSwitchFamilies = []string{"harmony", "experimental-"}
	// nodeValues take a value behind "=", or as the next argument where
	// nodeSeparate says so.
	nodeValues = []string{
		"diagnostic-dir", "disable-warning", "disable-proto", "dns-result-order", "icu-data-dir",
		"input-type", "max-http-header-size", "max-old-space-size", "max-semi-space-size",
		"redirect-warnings", "stack-size", "stack-trace-limit", "title", "trace-event-categories",
		"unhandled-rejections", "v8-pool-size",
	}
	nodeSeparate = []string{
		"disable-warning", "disable-proto", "dns-result-order", "input-type", "max-http-header-size",
		"redirect-warnings", "title", "unhandled-rejections",
	}
)

// nodeFlag returns how many of args, from the first on, are one option of
// Node: 0, 1, or 2 with a separate value.
func nodeFlag(args []string) int {
	name, isLong := strings.CutPrefix(args[0], "--")
	if !isLong {
		return 0
	}
	name, _, hasValue := strings.Cut(strings.ReplaceAll(name, "_", "-"), "=")
	switch {
	case slices.Contains(nodeValues, name):
		if hasValue || len(args) == 1 {
			return 1
		}
		if slices.Contains(nodeSeparate, name) {
			return 2
		}
		return 0
	case hasValue:
		return 0
	}
	name = strings.TrimPrefix(name, "no-")
	if slices.Contains(nodeSwitches, name) {
		return 1
	}
	for _, family := range nodeSwitchFamilies {
		if strings.HasPrefix(name, family) {
			return 1
		}
	}
	return 0
}
