package jsrr

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// Store is a folder of recordings. Their names are readable: what was run and
// a number that grows with each recording ("cart-17"). So the order in which
// recordings were made lies in their names.
type Store struct {
	Dir string
}

// Latest is the name that stands for the newest recording of a store.
const Latest = "latest"

// ErrNotFound says that a store has no recording of that name.
var ErrNotFound = errors.New("no such recording")

// DefaultStore returns the store of the current user: $JSRR_STORE, or the
// folder jsrr/recordings where the system wants programs to keep their state.
func DefaultStore() (Store, error) {
	if dir := os.Getenv("JSRR_STORE"); dir != "" {
		dir, err := filepath.Abs(dir)
		return Store{dir}, err
	}
	state, err := stateFolder()
	if err != nil {
		return Store{}, fmt.Errorf("no place for recordings: %w; set JSRR_STORE", err)
	}
	return Store{filepath.Join(state, "recordings")}, nil
}

// DefaultHistory returns the file that keeps the lines of interactive sessions.
func DefaultHistory() (string, error) {
	state, err := stateFolder()
	return filepath.Join(state, "repl_history"), err
}

// stateFolder is where the user's state files of jsrr are.
func stateFolder() (string, error) {
	state := os.Getenv("XDG_STATE_HOME")
	if runtime.GOOS == "windows" {
		state = os.Getenv("LOCALAPPDATA")
	}
	if !filepath.IsAbs(state) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		state = filepath.Join(home, ".local", "state")
	}
	return filepath.Join(state, "jsrr"), nil
}

// lastNumberFile holds the highest number that a store gave out, so that the
// name of a removed recording never means another one.
const lastNumberFile = ".last-number"

var (
	storedName = regexp.MustCompile(`^[\w.-]+-([1-9][0-9]{0,8})$`)
	unsafeName = regexp.MustCompile(`[^\w.-]+`)
)

// numberOf returns the number in a stored recording's name, 0 for other names.
func numberOf(name string) int {
	match := storedName.FindStringSubmatch(name)
	if match == nil {
		return 0
	}
	number, err := strconv.Atoi(match[1])
	if err != nil {
		return 0
	}
	return number
}

// Names returns the names of all recordings, oldest first.
func (s Store) Names() ([]string, error) {
	entries, err := os.ReadDir(s.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, entry := range entries {
		if numberOf(entry.Name()) > 0 && entry.IsDir() {
			names = append(names, entry.Name())
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return numberOf(a) - numberOf(b) })
	return names, nil
}

// NewFolder makes the folder of a new recording of script and returns its
// path. No other recording of the store has its number, also when processes
// make their folders at the same moment. Keep makes the number final; a recording
// that is not worth keeping is simply removed.
func (s Store) NewFolder(script string) (string, error) {
	if err := os.MkdirAll(filepath.Join(s.Dir, claimsDir), 0o700); err != nil {
		return "", err
	}
	highest, err := s.highestNumber()
	for number := highest + 1; err == nil; number++ {
		var folder string
		if folder, err = s.claim(baseName(script), number); folder != "" {
			return folder, err
		}
	}
	return "", err
}

// claimsDir holds a file for each number whose folder is being made.
const claimsDir = ".claims"

// claim makes the folder of a number. It returns "" when somebody else has or
// claims the number.
func (s Store) claim(base string, number int) (folder string, err error) {
	claim := filepath.Join(s.Dir, claimsDir, strconv.Itoa(number))
	f, err := os.OpenFile(claim, os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	_ = f.Close()
	defer os.Remove(claim)
	// Who had the claim before has made its folder by now.
	highest, err := s.highestNumber()
	if err != nil || highest >= number {
		return "", err
	}
	folder = filepath.Join(s.Dir, base+"-"+strconv.Itoa(number))
	err = os.Mkdir(folder, 0o700)
	if errors.Is(err, fs.ErrExist) {
		return "", nil // a file of that name
	}
	return folder, err
}

// highestNumber returns the highest number that is or was taken.
func (s Store) highestNumber() (int, error) {
	names, err := s.Names()
	number := s.lastNumber()
	if len(names) > 0 {
		number = max(number, numberOf(names[len(names)-1]))
	}
	return number, err
}

// Keep notes that the number in the name of a folder was used.
func (s Store) Keep(folder string) error {
	number := numberOf(filepath.Base(folder))
	if number <= s.lastNumber() {
		return nil
	}
	next, err := os.CreateTemp(s.Dir, lastNumberFile+".*")
	if err != nil {
		return err
	}
	_, err = next.WriteString(strconv.Itoa(number) + "\n")
	if err := errors.Join(err, next.Close()); err != nil {
		return err
	}
	return os.Rename(next.Name(), filepath.Join(s.Dir, lastNumberFile))
}

func (s Store) lastNumber() int {
	b, err := os.ReadFile(filepath.Join(s.Dir, lastNumberFile))
	if err != nil {
		return 0
	}
	number, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil {
		return 0
	}
	return number
}

// baseName returns the part of a recording's name that tells what was run.
func baseName(script string) string {
	name := filepath.Base(script)
	name = strings.TrimSuffix(name, filepath.Ext(name))
	name = strings.Trim(unsafeName.ReplaceAllString(name, "-"), "-.")
	if name == "" {
		return "program"
	}
	return name
}

// Find returns the path of the recording that reference names: a name in the
// store, Latest or "" for the newest one there, or the path of a folder or
// packed file.
func (s Store) Find(reference string) (string, error) {
	names, err := s.Names()
	if err != nil {
		return "", err
	}
	if reference == "" || reference == Latest {
		if len(names) == 0 {
			return "", fmt.Errorf("%w: the store %s is empty", ErrNotFound, s.Dir)
		}
		return filepath.Join(s.Dir, names[len(names)-1]), nil
	}
	if slices.Contains(names, reference) {
		return filepath.Join(s.Dir, reference), nil
	}
	if _, err := os.Stat(reference); err != nil {
		return "", fmt.Errorf("%w: %q is neither in the store %s nor a folder or file", ErrNotFound, reference, s.Dir)
	}
	return reference, nil
}

// Contains says whether path is the folder of a recording of the store.
func (s Store) Contains(path string) bool {
	return filepath.Dir(path) == s.Dir && numberOf(filepath.Base(path)) > 0
}

// findStored returns the folder of a recording of the store.
func (s Store) findStored(name string) (string, error) {
	path, err := s.Find(name)
	if err != nil {
		return "", err
	}
	if !s.Contains(path) {
		return "", fmt.Errorf("%w: %q is not in the store %s; only recordings there are removed and kept", ErrNotFound, name, s.Dir)
	}
	return path, nil
}

// Remove removes a recording of the store, unless it is pinned or being
// written.
func (s Store) Remove(name string) error {
	path, err := s.findStored(name)
	if err != nil {
		return err
	}
	switch base := filepath.Base(path); {
	case s.Pinned(base):
		return fmt.Errorf("%w: %s", ErrPinned, base)
	case s.Written(base):
		return fmt.Errorf("%w: %s", ErrWritten, base)
	}
	if err := s.Keep(path); err != nil {
		return err
	}
	return os.RemoveAll(path)
}
