// Package nodeoptions knows the options of Node.js that programs and tools
// pass to the runtime: how they are written, which of them may stand in
// NODE_OPTIONS, and which jsrr acts on.
//
// Options that tune V8 or a part of Node that jsrr does not have are accepted
// and do nothing.
package nodeoptions

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// The tables hold names without "--" and "no-", with "-" for "_".
var (
	// switches stand alone.
	switches = []string{
		"abort-on-uncaught-exception", "addons", "allow-natives-syntax", "async-context-frame", "deprecation",
		"enable-network-family-autoselection", "enable-source-maps", "entry-url", "expose-gc", "expose-internals",
		"extra-info-on-fatal-exception", "force-async-hooks-checks", "force-context-aware", "force-fips",
		"force-node-api-uncaught-exceptions-policy", "frozen-intrinsics", "global-search-paths",
		"heapsnapshot-near-heap-limit", "huge-max-old-generation-size", "insecure-http-parser", "interpreted-frames-native-stack",
		"jitless", "max-lazy", "network-family-autoselection", "node-snapshot", "opt", "pending-deprecation", "perf-basic-prof",
		"perf-prof", "perf-prof-unwinding-info", "preserve-symlinks", "preserve-symlinks-main", "report-compact",
		"report-on-fatalerror", "report-on-signal", "report-uncaught-exception", "sparkplug", "test-force-exit", "test-only",
		"throw-deprecation", "tls-max-v1.2", "tls-max-v1.3", "tls-min-v1.0", "tls-min-v1.1", "tls-min-v1.2", "tls-min-v1.3",
		"trace-atomics-wait", "trace-deprecation", "trace-event-file-pattern", "trace-exit", "trace-promises", "trace-sigint",
		"trace-sync-io", "trace-tls", "trace-uncaught", "trace-warnings", "track-heap-objects", "turbofan", "use-bundled-ca",
		"use-openssl-ca", "use-strict", "use-system-ca", "verify-base-objects", "verify-heap", "warnings", "zero-fill-buffers",
	}
	// families begin the names of more switches.
	families = []string{"harmony", "experimental-"}
	// values take a value behind "=", and those of separate also as the next
	// argument.
	values = []string{
		"max-old-space-size", "max-semi-space-size", "min-semi-space-size", "stack-size", "stack-trace-limit", "v8-pool-size",
	}
	separate = []string{
		"conditions", "diagnostic-dir", "disable-proto", "disable-warning", "dns-result-order", "experimental-loader", "icu-data-dir",
		"heapsnapshot-signal", "input-type", "loader", "max-http-header-size", "network-family-autoselection-attempt-timeout",
		"openssl-config", "redirect-warnings", "report-dir", "report-directory", "report-filename", "report-signal",
		"secure-heap", "secure-heap-min", "test-concurrency", "test-name-pattern", "test-reporter", "test-reporter-destination",
		"test-shard", "test-timeout", "title", "tls-cipher-list", "tls-keylog", "trace-event-categories",
		"unhandled-rejections",
	}
	// own are options that jsrr's own commands have under the same name; those
	// of ownSeparate take a value.
	own         = []string{"watch"}
	ownSeparate = []string{"env-file", "import", "require", "watch-path"}
	short       = map[string]string{"-r": "--require", "-C": "--conditions"}
	// acted are those that a module of ours looks for; the others are accepted
	// and do nothing.
	acted = []string{
		"conditions", "deprecation", "disable-warning", "enable-source-maps", "env-file", "experimental-loader", "experimental-test-coverage", "experimental-test-module-mocks", "import",
		"input-type", "loader", "preserve-symlinks", "redirect-warnings", "require", "stack-trace-limit", "test-force-exit", "test-name-pattern", "test-only",
		"test-reporter", "test-reporter-destination", "test-shard", "throw-deprecation", "title", "trace-deprecation",
		"trace-uncaught", "trace-warnings", "unhandled-rejections", "warnings", "watch", "watch-path",
	}
	// notInEnvironment may stand on the command line only.
	notInEnvironment = []string{
		"env-file", "expose-internals", "input-type", "test-concurrency", "test-force-exit", "test-name-pattern", "test-only",
		"test-shard", "test-timeout", "watch", "watch-path",
	}
)

// name returns the option's name as in the tables, and whether a value stands
// behind it.
func name(arg string) (option string, hasValue, ok bool) {
	if long, isShort := short[arg]; isShort {
		arg = long
	}
	option, ok = strings.CutPrefix(arg, "--")
	option, _, hasValue = strings.Cut(option, "=")
	return strings.ReplaceAll(option, "_", "-"), hasValue, ok && option != ""
}

// Take returns how many of args, from the first on, are one option of Node's
// that jsrr's commands do not define themselves: 0, 1, or 2 with a separate
// value.
func Take(args []string) int {
	option, hasValue, ok := name(args[0])
	if !ok || slices.Contains(own, option) || slices.Contains(ownSeparate, option) {
		return 0
	}
	return take(option, hasValue, len(args) > 1)
}

func take(option string, hasValue, hasNext bool) int {
	switch {
	case slices.Contains(separate, option):
		if hasValue || !hasNext {
			return 1
		}
		return 2
	case slices.Contains(values, option):
		if hasValue || !hasNext {
			return 1
		}
		return 0
	case hasValue:
		return 0
	case isSwitch(option):
		return 1
	}
	return 0
}

func isSwitch(option string) bool {
	option = strings.TrimPrefix(option, "no-")
	return slices.Contains(switches, option) ||
		slices.ContainsFunc(families, func(family string) bool { return strings.HasPrefix(option, family) })
}

// Normal returns an option in the one way in which the runtime reads it:
// "--name" or "--name=value".
func Normal(args []string) string {
	option, hasValue, _ := name(args[0])
	_, value, _ := strings.Cut(args[0], "=")
	switch {
	case hasValue:
		return "--" + option + "=" + value
	case len(args) > 1:
		return "--" + option + "=" + args[1]
	}
	return "--" + option
}

// StackTraceLimit begins the option that sets Error.stackTraceLimit.
const StackTraceLimit = "--stack-trace-limit="

// rejectionModes are the values of --unhandled-rejections.
var rejectionModes = []string{"none", "strict", "throw", "warn", "warn-with-error-code"}

// Check says what is wrong with the values of options in their normal form.
func Check(options []string) error {
	for _, option := range options {
		name, value, hasValue := strings.Cut(option, "=")
		switch name {
		case "--unhandled-rejections":
			if !slices.Contains(rejectionModes, value) {
				return fmt.Errorf("invalid value for %s: %q is none of %s", name, value, strings.Join(rejectionModes, ", "))
			}
		case strings.TrimSuffix(StackTraceLimit, "="):
			if _, err := strconv.Atoi(value); !hasValue || err != nil {
				return fmt.Errorf("invalid value for %s: %q is no number", name, value)
			}
		}
	}
	return nil
}

// ErrEnvironment says that NODE_OPTIONS cannot be used.
var ErrEnvironment = errors.New("NODE_OPTIONS")

// ParseEnvironment returns the options of NODE_OPTIONS in their normal form.
func ParseEnvironment(text string) ([]string, error) {
	words, err := split(text)
	if err != nil {
		return nil, err
	}
	var options []string
	for len(words) > 0 {
		if !strings.HasPrefix(words[0], "-") {
			words = words[1:] // Node ignores what is no option
			continue
		}
		option, hasValue, ok := name(words[0])
		n := 0
		if ok && !slices.Contains(notInEnvironment, option) {
			n = take(option, hasValue, len(words) > 1)
			if slices.Contains(ownSeparate, option) {
				n = 2
				if hasValue || len(words) == 1 {
					n = 1
				}
			}
		}
		if n == 0 {
			return nil, fmt.Errorf("%w: %s is not allowed there", ErrEnvironment, words[0])
		}
		options = append(options, Normal(words[:n]))
		words = words[n:]
	}
	return options, nil
}

// split cuts text at spaces, except in double quotes, where a backslash takes
// the next character as it is.
func split(text string) ([]string, error) {
	var words []string
	inWord, quoted, escaped := false, false, false
	for _, c := range text {
		switch {
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
			continue
		case c == ' ' && !quoted:
			inWord = false
			continue
		case c == '"':
			quoted = !quoted
			if !inWord {
				words, inWord = append(words, ""), true
			}
			continue
		}
		if !inWord {
			words, inWord = append(words, ""), true
		}
		words[len(words)-1] += string(c)
	}
	switch {
	case escaped:
		return nil, fmt.Errorf("%w: invalid escape at its end", ErrEnvironment)
	case quoted:
		return nil, fmt.Errorf("%w: unterminated string", ErrEnvironment)
	}
	return words, nil
}

// Known returns all options that jsrr accepts, sorted, with those that switch
// off and the short ones.
func Known() []string { return list(func(string) bool { return true }) }

// Acted returns those that have an effect, Ignored those that have none; both
// are sorted, without the forms that switch off and the short ones.
func Acted() []string { return full(slices.Values(acted)) }

// Ignored returns the options that are accepted and have no effect.
func Ignored() []string {
	return full(func(yield func(string) bool) {
		for _, option := range slices.Concat(switches, values, separate) {
			if !slices.Contains(acted, option) && !yield(option) {
				return
			}
		}
	})
}

func full(options iter.Seq[string]) []string {
	var all []string
	for option := range options {
		all = append(all, "--"+option)
	}
	slices.Sort(all)
	return all
}

// Allowed returns those that may stand in NODE_OPTIONS.
func Allowed() []string {
	return list(func(option string) bool { return !slices.Contains(notInEnvironment, option) })
}

func list(wanted func(string) bool) []string {
	var all []string
	for _, option := range slices.Concat(switches, values, separate, own, ownSeparate) {
		if !wanted(option) {
			continue
		}
		all = append(all, "--"+option)
		if slices.Contains(switches, option) {
			all = append(all, "--no-"+option)
		}
	}
	for letter := range short {
		all = append(all, letter)
	}
	slices.Sort(all)
	return all
}
