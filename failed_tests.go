package jsrr

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// failedTestsDir holds, for each folder in which tests were run, the test files
// that failed the last time.
const failedTestsDir = ".failed-tests"

// failedTestsFile is the file for a folder.
func (s Store) failedTestsFile(dir string) string {
	sum := sha256.Sum256([]byte(dir))
	return filepath.Join(s.Dir, failedTestsDir, hex.EncodeToString(sum[:8]))
}

// KeepFailedTests notes which test files failed in the last run of tests in the
// folder dir.
func (s Store) KeepFailedTests(dir string, paths []string) error {
	name := s.failedTestsFile(dir)
	if len(paths) == 0 {
		err := os.Remove(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	list := slices.Compact(slices.Sorted(slices.Values(paths)))
	return os.WriteFile(name, []byte(strings.Join(list, "\x00")), 0o600)
}

// FailedTests returns the test files that failed in the last run of tests in the
// folder dir, as far as they are still there.
func (s Store) FailedTests(dir string) ([]string, error) {
	b, err := os.ReadFile(s.failedTestsFile(dir))
	if errors.Is(err, fs.ErrNotExist) || len(b) == 0 && err == nil {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	gone := func(path string) bool {
		_, err := os.Stat(path)
		return err != nil
	}
	return slices.DeleteFunc(strings.Split(string(b), "\x00"), gone), nil
}
