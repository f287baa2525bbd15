package zlib

import (
	buffers "bytes"
	"compress/flate"
	"hash/adler32"
	"math/rand"
	"testing"
)

// texts are inputs of all kinds: none, random, repetitive, long.
func texts(chance *rand.Rand) [][]byte {
	random := make([]byte, 70000)
	chance.Read(random)
	mixed := make([]byte, 150000)
	for i := range mixed {
		mixed[i] = "abcdefgh \n"[chance.Intn(1+i%10)]
	}
	return [][]byte{nil, []byte("a"), []byte("hello hello hello"), random, mixed, buffers.Repeat([]byte("0123456789"), 10000)}
}

// decompress inflates pieces of random length, a limited amount at a time.
func decompress(chance *rand.Rand, data, window []byte, pieceMax, outputMax int) ([]byte, int, error) {
	start := inflater{out: window}
	state := start.save()
	var out []byte
	used := 0
	for {
		piece := data[used:min(len(data), used+1+chance.Intn(pieceMax))]
		var d inflater
		if !d.load(state) {
			panic("a state that cannot be read")
		}
		waiting := len(d.in.data)
		d.in.data = append(d.in.data, piece...)
		d.limit = d.windowLength + outputMax
		err := d.run()
		n := len(piece)
		if d.Done || len(d.out) == d.limit {
			n = max(0, (d.in.at+7)/8-waiting)
			d.in.data = d.in.data[:waiting+n]
		}
		used += n
		out = append(out, d.out[d.windowLength:]...)
		if d.Done || (err != nil && err != errWaiting) {
			return out, used, err
		}
		if used == len(data) && len(d.out) < d.limit {
			return out, used, errWaiting
		}
		state = d.save()
	}
}

// compress deflates text as two blocks or more.
func compress(text []byte, level int) *buffers.Buffer {
	b := new(buffers.Buffer)
	w, _ := flate.NewWriter(b, level)
	w.Write(text[:len(text)/2])
	w.Flush()
	w.Write(text[len(text)/2:])
	w.Close()
	return b
}

func TestInflateInPieces(t *testing.T) {
	chance := rand.New(rand.NewSource(1))
	for i, whole := range texts(chance) {
		for _, level := range []int{flate.HuffmanOnly, flate.NoCompression, flate.BestSpeed, flate.DefaultCompression} {
			for _, sizes := range [][2]int{{1 << 20, 1 << 20}, {4000, 900}, {7, 16384}, {3, 1000}} {
				text := whole
				if sizes[0] < 10 {
					text = whole[:min(len(whole), 2000)]
				}
				b := compress(text, level)
				data := append(b.Bytes(), "behind"...)
				out, used, err := decompress(chance, data, nil, sizes[0], sizes[1])
				if err != nil || !buffers.Equal(out, text) || used != b.Len() {
					t.Fatalf("text %d, level %d, sizes %v: %d of %d bytes, %d of %d used, %v", i, level, sizes, len(out), len(text), used, b.Len(), err)
				}
			}
		}
	}
}

func TestInflateDictionary(t *testing.T) {
	chance := rand.New(rand.NewSource(2))
	dictionary := []byte("a dictionary of words that come again")
	var b buffers.Buffer
	w, _ := flate.NewWriterDict(&b, 6, dictionary)
	w.Write([]byte("words that come again"))
	w.Close()
	if out, _, err := decompress(chance, b.Bytes(), dictionary, 3, 5); err != nil || string(out) != "words that come again" {
		t.Errorf("%q, %v", out, err)
	}
	if _, _, err := decompress(chance, b.Bytes(), nil, 3, 5); err != errTooFar {
		t.Errorf("without the dictionary: %v", err)
	}
}

// What is damaged gives what Go's own decompressor gives, or an error; never a
// panic, and never more than the input can hold.
func TestInflateDamaged(t *testing.T) {
	chance := rand.New(rand.NewSource(3))
	text := texts(chance)[4][:5000]
	var b buffers.Buffer
	w, _ := flate.NewWriter(&b, 6)
	w.Write(text)
	w.Close()
	for range 1000 {
		data := buffers.Clone(b.Bytes())
		for range 1 + chance.Intn(3) {
			data[chance.Intn(len(data))] ^= 1 << chance.Intn(8)
		}
		data = data[:1+chance.Intn(len(data))]
		checkInflate(t, chance, data)
	}
}

// checkInflate compares what comes out in one, in pieces, and with Go's package.
func checkInflate(t *testing.T, chance *rand.Rand, data []byte) {
	t.Helper()
	whole, _, wholeError := decompress(chance, data, nil, 1<<20, 1<<20)
	pieces, _, piecesError := decompress(chance, data, nil, 5, 300)
	if !buffers.Equal(whole, pieces) || wholeError != piecesError {
		t.Fatalf("%x: %d bytes and %v in one, %d and %v in pieces", data, len(whole), wholeError, len(pieces), piecesError)
	}
	theirs := new(buffers.Buffer)
	if _, err := theirs.ReadFrom(flate.NewReader(buffers.NewReader(data))); err == nil && (wholeError != nil || !buffers.Equal(whole, theirs.Bytes())) {
		t.Fatalf("%x: Go reads %d bytes, this %d, %v", data, theirs.Len(), len(whole), wholeError)
	}
}

// FuzzInflate inflates arbitrary bytes.
func FuzzInflate(f *testing.F) {
	chance := rand.New(rand.NewSource(4))
	for _, text := range texts(chance) {
		for _, level := range []int{flate.HuffmanOnly, flate.NoCompression, flate.DefaultCompression} {
			f.Add(compress(text[:min(len(text), 300)], level).Bytes())
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1000 {
			return // expands to a thousand times as much
		}
		checkInflate(t, rand.New(rand.NewSource(int64(len(data)))), data)
	})
}

// FuzzInflateState goes on from arbitrary states.
func FuzzInflateState(f *testing.F) {
	f.Add((&inflater{}).save(), compress([]byte("hello hello hello"), 6).Bytes())
	f.Fuzz(func(t *testing.T, state, data []byte) {
		var d inflater
		if !d.load(state) {
			return
		}
		d.in.data = append(d.in.data, data...)
		d.limit = d.windowLength + 1<<16
		_ = d.run() // an error, or output within the limit
		if len(d.out) > d.limit {
			t.Errorf("%d bytes, at most %d", len(d.out), d.limit)
		}
	})
}

func TestInflateState(t *testing.T) {
	for _, state := range [][]byte{nil, {1}, make([]byte, 100), buffers.Repeat([]byte{255}, 400)} {
		if new(inflater).load(state) {
			t.Errorf("a state of %d bytes was read", len(state))
		}
	}
}

func TestJoinAdler(t *testing.T) {
	data := buffers.Repeat([]byte("\xff\xfe\x80a"), 50000)
	for _, n := range []int{0, 1, 2, 65520, 65521, 65522, 131042, len(data)} {
		if got, want := joinAdler(adler32.Checksum(data[:n]), adler32.Checksum(data[n:]), len(data)-n), adler32.Checksum(data); got != want {
			t.Errorf("at %d: %x, want %x", n, got, want)
		}
	}
}
