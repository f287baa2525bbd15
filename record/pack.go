package record

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// manifestName is the file of the manifest in a packed recording.
const manifestName = "manifest.json"

// memberFile matches the files that belong to a recording.
var memberFile = regexp.MustCompile(`^(header\.cbor|[a-z][a-z0-9]*-([0-9]{6,}\.(events|payload)|(snapshot|sources)-[0-9]{12,20}\.heap))$`)

// Pack writes the recording to w as one file: a zip archive of the same files,
// compressed with zstd, and manifest.json. It returns the manifest, which
// lists what leaves the machine. Equal recordings make equal files.
func Pack(r *Recording, w io.Writer) (*Manifest, error) {
	manifest, err := r.Manifest()
	if err != nil {
		return nil, err
	}
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zstd.ZipMethodWinZip, zstd.ZipCompressor(zstd.WithEncoderConcurrency(1)))
	text, err := json.MarshalIndent(manifest, "", "  ")
	if err != nil {
		return nil, err
	}
	if err := packFile(archive, manifestName, strings.NewReader(string(text)+"\n")); err != nil {
		return nil, err
	}
	for _, name := range r.names {
		if !memberFile.MatchString(name) {
			continue
		}
		if err := r.packMember(archive, name); err != nil {
			return nil, err
		}
	}
	return manifest, archive.Close()
}

func (r *Recording) packMember(archive *zip.Writer, name string) error {
	f, err := r.files.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return packFile(archive, name, f)
}

func packFile(archive *zip.Writer, name string, content io.Reader) error {
	method := uint16(zstd.ZipMethodWinZip)
	switch {
	case name == manifestName:
		method = zip.Deflate // so that every unzip can show it
	case strings.HasSuffix(name, heapSuffix):
		method = zip.Store // it is compressed
	}
	member, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err != nil {
		return err
	}
	_, err = io.Copy(member, content)
	return err
}

// Unpack makes the folder dir from a packed recording.
func Unpack(path, dir string) error {
	r, err := Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	for _, name := range r.names {
		if !memberFile.MatchString(name) {
			continue
		}
		if err := r.unpackMember(name, filepath.Join(dir, name)); err != nil {
			return fmt.Errorf("%s: %s: %w", path, name, err)
		}
	}
	return nil
}

func (r *Recording) unpackMember(name, path string) error {
	in, err := r.files.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%w: %s", ErrExists, path)
	}
	if err != nil {
		return err
	}
	limit := int64(headLen(capacityMax) + capacityMax)
	if strings.HasSuffix(name, heapSuffix) {
		limit = r.length // packing makes it no shorter
	}
	_, err = io.Copy(out, io.LimitReader(in, limit))
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	return err
}
