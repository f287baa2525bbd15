package record

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"regexp"
	"strings"

	"github.com/jsrr/jsrr/loop"
)

// DefaultAllowEnv are the environment variables whose values are kept: those
// that many programs look at and that hold no secrets.
var DefaultAllowEnv = []string{
	// The user and the machine.
	"APPDATA", "COMSPEC", "EDITOR", "HOME", "HOSTNAME", "LANG", "LANGUAGE", "LC_*", "LOCALAPPDATA",
	"LOGNAME", "OLDPWD", "OS", "PATH", "PATHEXT", "PWD", "PROCESSOR_ARCHITECTURE", "SHELL", "SHLVL",
	"SystemRoot", "TEMP", "TMP", "TMPDIR", "TZ", "USER", "USERPROFILE", "VISUAL",
	"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
	// The terminal.
	"CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "COLUMNS", "DISPLAY", "FORCE_COLOR", "FORCE_HYPERLINK",
	"LINES", "NO_COLOR", "TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION",
	// Node.js and programs for it. Not NODE_*: there is a NODE_AUTH_TOKEN.
	"BABEL_ENV", "DEBUG", "HOST", "JEST_WORKER_ID", "NODE_DEBUG", "NODE_DISABLE_COLORS", "NODE_ENV",
	"NODE_NO_WARNINGS", "NODE_OPTIONS", "NODE_PATH", "NODE_PENDING_DEPRECATION", "NODE_UNIQUE_ID",
	"PORT", "npm_config_user_agent", "npm_lifecycle_event", "npm_package_name", "npm_package_version",
	// Continuous integration.
	"APPVEYOR", "BUILDKITE", "BUILD_NUMBER", "CI", "CIRCLECI", "CONTINUOUS_INTEGRATION", "DRONE",
	"GITHUB_ACTIONS", "GITLAB_CI", "RUN_ID", "TEAMCITY_VERSION", "TF_BUILD", "TRAVIS",
}

// RedactedValue is recorded in place of an environment variable's value.
const RedactedValue = "[redacted]"

// redactor decides what must not reach the disk.
type redactor struct {
	patterns []*regexp.Regexp
	allowEnv []string
	env      map[string]bool // names whose value was read: whether it was replaced
}

func newRedactor(o *Options) (redactor, error) {
	patterns, err := CompilePatterns(o.Redact)
	return redactor{patterns: patterns, allowEnv: o.Header.AllowEnv, env: map[string]bool{}}, err
}

// CompilePatterns compiles redaction patterns.
func CompilePatterns(expressions []string) ([]*regexp.Regexp, error) {
	var patterns []*regexp.Regexp
	for _, expression := range expressions {
		pattern, err := regexp.Compile(expression)
		if err != nil {
			return nil, fmt.Errorf("redaction pattern %q: %w", expression, err)
		}
		patterns = append(patterns, pattern)
	}
	return patterns, nil
}

// apply returns b with all matches overwritten; b itself stays as it is.
func (r *redactor) apply(b []byte) []byte {
	if len(r.patterns) == 0 || len(b) == 0 {
		return b
	}
	return Overwrite(r.patterns, b)
}

// Overwrite returns b with all that the patterns match overwritten by
// asterisks. b itself is not changed.
func Overwrite(patterns []*regexp.Regexp, b []byte) []byte {
	copied := false
	for _, pattern := range patterns {
		for _, match := range pattern.FindAllIndex(b, -1) {
			if !copied {
				b, copied = append([]byte(nil), b...), true
			}
			for i := match[0]; i < match[1]; i++ {
				b[i] = '*'
			}
		}
	}
	return b
}

// allows says whether the value of a variable is kept.
func (r *redactor) allows(name string) bool {
	for _, allowed := range r.allowEnv {
		if prefix, any := strings.CutSuffix(allowed, "*"); any && strings.HasPrefix(name, prefix) || name == allowed {
			return true
		}
	}
	return false
}

// environment notes the name of a variable the first time a value is read, and
// returns what is recorded as its value.
func (t *Tape) environment(r loop.Request, reply loop.Reply) []byte {
	if reply.Errno != 0 {
		return reply.Data
	}
	args := loop.Decode(r.Args)
	name := args.String()
	redacted, known := t.redactor.env[name]
	if !known {
		redacted = !t.redactor.allows(name)
		t.redactor.env[name] = redacted
		t.envEntry(name, redacted)
	}
	if redacted {
		return []byte(RedactedValue)
	}
	return reply.Data
}

func (t *Tape) envEntry(name string, redacted bool) {
	if !t.store([]byte(name)) {
		return
	}
	b := t.entry(TagEnv)
	if redacted {
		b = append(b, 1)
	} else {
		b = append(b, 0)
	}
	t.commit(binary.AppendUvarint(b, uint64(len(name))))
}

// sourceEntry notes the path and the hash of a source file, so that reports
// can show its lines.
func (t *Tape) sourceEntry(r loop.Request, reply loop.Reply) {
	if reply.Errno != 0 {
		return
	}
	args := loop.Decode(r.Args)
	path := args.Blob()
	if args.Err() != nil || !t.store(path) {
		return
	}
	hash := sha256.Sum256(t.redactor.apply(reply.Data))
	b := binary.AppendUvarint(t.entry(TagSource), uint64(len(path)))
	t.commit(append(b, hash[:]...))
}
