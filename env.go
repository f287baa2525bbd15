package jsrr

import (
	"fmt"
	"os"
	"strings"

	"github.com/jsrr/jsrr/internal/dotenv"
)

// WithEnvFiles returns env, whose entries are "NAME=value", with the variables
// of .env files behind: those that env does not have. A later file counts more
// than an earlier one. The error is an ErrEnvFile.
func WithEnvFiles(env []string, files ...string) ([]string, error) {
	values := map[string]string{}
	var names []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("%w %s: %w", ErrEnvFile, file, cause(err))
		}
		for _, v := range dotenv.Parse(string(text)) {
			if _, known := values[v.Name]; !known {
				names = append(names, v.Name)
			}
			values[v.Name] = v.Value
		}
	}
	for _, entry := range env {
		name, _, _ := strings.Cut(entry, "=")
		delete(values, name)
	}
	env = env[:len(env):len(env)]
	for _, name := range names {
		if value, ok := values[name]; ok {
			env = append(env, name+"="+value)
		}
	}
	return env, nil
}

// cause returns what is behind an error that names its path itself.
func cause(err error) error {
	if e, ok := err.(*os.PathError); ok {
		return e.Err
	}
	return err
}
