package record

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/fxamacker/cbor/v2"
)

// FormatVersion is the version of the format that this package writes. It
// reads this one and all earlier ones.
const FormatVersion = 1

// headerName is the file of the header inside a recording.
const headerName = "header.cbor"

// headerMax bounds the header's length.
const headerMax = 1 << 20

// Header says what was recorded. New fills the fields that are marked so when
// they are empty.
type Header struct {
	// Format is FormatVersion. New sets it.
	Format int `cbor:"format" json:"format"`
	// Jsrr and Goja are the versions that recorded. Filled by New.
	Jsrr string `cbor:"jsrr" json:"jsrr"`
	Goja string `cbor:"goja" json:"goja"`
	// OS and Arch are those of the recording machine, in Go's names. Filled by
	// New.
	OS   string `cbor:"os" json:"os"`
	Arch string `cbor:"arch" json:"arch"`
	// TimeZone is the zone of the recording process ("Europe/Berlin").
	TimeZone string `cbor:"timezone" json:"timezone"`
	// StartMs is the wall clock when the run began, in milliseconds since
	// 1970. On a simulated clock it is that clock's, so that equal runs make
	// equal recordings.
	StartMs int64 `cbor:"start" json:"start"`
	// Command is the whole command line; Script the main script's absolute
	// path, Args the program's arguments, ExecArgs the runtime's options, Dir
	// the working directory.
	Command  []string `cbor:"command" json:"command"`
	Script   string   `cbor:"script" json:"script"`
	Args     []string `cbor:"args" json:"args"`
	ExecArgs []string `cbor:"execArgs" json:"execArgs"`
	Dir      string   `cbor:"dir" json:"dir"`
	// AllowEnv are the patterns of environment names whose values were kept,
	// Redact the regular expressions of what was overwritten. New sets them.
	AllowEnv []string `cbor:"allowEnv" json:"allowEnv"`
	Redact   []string `cbor:"redact" json:"redact"`
	// Extra is for the embedding program.
	Extra map[string]string `cbor:"extra,omitempty" json:"extra,omitempty"`
}

var encodeCBOR = func() cbor.EncMode {
	options := cbor.CoreDetEncOptions()
	options.NilContainers = cbor.NilContainerAsEmpty
	mode, err := options.EncMode()
	if err != nil {
		panic(err)
	}
	return mode
}()

// decodeCBOR refuses what a header cannot be. Fields that a later version
// added are ignored.
var decodeCBOR = func() cbor.DecMode {
	mode, err := cbor.DecOptions{MaxArrayElements: 1 << 16, MaxMapPairs: 1 << 12, MaxNestedLevels: 8}.DecMode()
	if err != nil {
		panic(err)
	}
	return mode
}()

// decodeHeader reads the bytes of a header.
func decodeHeader(b []byte) (h Header, err error) {
	if err := decodeCBOR.Unmarshal(b, &h); err != nil {
		return h, fmt.Errorf("%w: its %s does not decode: %v", ErrNotRecording, headerName, err)
	}
	if h.Format > FormatVersion {
		return h, fmt.Errorf("%w: format %d, written by jsrr %s; this jsrr reads up to format %d: update jsrr",
			ErrNewerFormat, h.Format, h.Jsrr, FormatVersion)
	}
	if h.Format < 1 {
		return h, fmt.Errorf("%w: its %s has no format version", ErrNotRecording, headerName)
	}
	return h, nil
}

// fill sets what the recorder itself knows.
func (h *Header) fill() {
	h.Format = FormatVersion
	jsrr, goja := Versions()
	setDefault(&h.Jsrr, jsrr)
	setDefault(&h.Goja, goja)
	setDefault(&h.OS, runtime.GOOS)
	setDefault(&h.Arch, runtime.GOARCH)
}

func setDefault(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

// Versions returns the versions of jsrr and goja in this executable.
func Versions() (jsrr, goja string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown", "unknown"
	}
	goja = "unknown"
	for _, module := range info.Deps {
		if module.Path == "github.com/dop251/goja" {
			goja = module.Version
		}
	}
	return info.Main.Version, goja
}

// writeHeader makes the recording's header file.
func writeHeader(dir string, b []byte) error {
	path := filepath.Join(dir, headerName)
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%w: %s", ErrExists, dir)
	}
	// Under another name first: a kill must not leave half a header.
	if err := os.WriteFile(path+".new", b, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}
