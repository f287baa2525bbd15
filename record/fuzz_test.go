package record_test

import (
	"errors"
	"io"
	"os"
	"testing"

	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/record/recordtest"
)

// FuzzEntries reads and replays recordings whose entries are arbitrary bytes
// under right checksums.
func FuzzEntries(f *testing.F) {
	golden, err := os.ReadFile(goldenDir + "/main-000001.events")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(golden[4096:], []byte("payload"), uint32(1))
	f.Add([]byte("\x05\x40\x41\x00\x00\x18\x05"), []byte("12345"), uint32(0))
	f.Add([]byte("\x00\x7e\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"), []byte(""), uint32(0))
	f.Add([]byte("\x00\x20\x00\x00\x30\x00\x80\x20\x05\x00\x80\x03abc"), []byte("12345"), uint32(9))
	f.Fuzz(func(t *testing.T, events, payload []byte, hits uint32) {
		dir := t.TempDir()
		if err := record.WriteRecording(dir, events, payload, hits); err != nil {
			t.Fatal(err)
		}
		if err := readAll(dir); err != nil && !known(err) {
			t.Fatal(err)
		}
		// It diverges, or ends; it must not panic.
		_, _, _ = recordtest.Replay(dir, recordtest.Program{Seed: 1, Slots: 2000})
	})
}

// FuzzPacked opens arbitrary bytes.
func FuzzPacked(f *testing.F) {
	path, _ := recordtest.Record(f, recordtest.Program{Seed: 1, Slots: 50}, recordtest.NewWorld(1),
		record.Options{}.WithSizes(1024, 1024))
	packed := f.TempDir() + "/run.jsrr"
	pack(f, path, packed)
	b, err := os.ReadFile(packed)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, b []byte) {
		path := t.TempDir() + "/run.jsrr"
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := readAll(path); err != nil && !known(err) {
			t.Fatal(err)
		}
	})
}

// FuzzReaderAt enters recordings of any entries at any place.
func FuzzReaderAt(f *testing.F) {
	f.Add([]byte{3, 1, 2, 0x19, 5}, []byte("hello"), uint16(2), uint32(1), uint64(0), uint8(1))
	f.Add([]byte{3, 1, 2, 0x50, 65, 0, 5, 0}, []byte("hello"), uint16(2), uint32(2), uint64(5), uint8(1))
	f.Add([]byte{3, 1}, []byte{}, uint16(2), uint32(2), uint64(0), uint8(1))
	f.Fuzz(func(t *testing.T, events, payload []byte, offset uint16, hits uint32, payloadEnd uint64, segment uint8) {
		dir := t.TempDir()
		if err := record.WriteRecording(dir, events, payload, 2); err != nil {
			t.Fatal(err)
		}
		r, err := record.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		p := record.HostilePosition(int(segment), int(offset), hits, payloadEnd)
		reader, err := r.ReaderAt(record.MainLoop, p)
		for entries := 0; err == nil; entries++ {
			var e record.Entry
			if err = reader.Next(&e); err != nil {
				break
			}
			if b, err := reader.Payload(e.Payload); err == nil && len(b) > 2*len(payload)+1024 {
				t.Errorf("%d bytes of %d", len(b), len(payload))
			}
			if entries > len(events) {
				t.Fatal("more entries than bytes")
			}
		}
		if err != io.EOF && !errors.Is(err, record.ErrDamaged) {
			t.Fatal(err)
		}
		if err == io.EOF && reader.Tail() > 2 {
			t.Errorf("a tail of %d", reader.Tail())
		}
	})
}
