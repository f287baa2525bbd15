package host

import (
	"bytes"
	"testing"

	"github.com/dop251/goja"
)

func TestBytes(t *testing.T) {
	rt := goja.New()
	for _, test := range []struct {
		script string
		want   []byte
		ok     bool
	}{
		{"new Uint8Array([1, 2, 3])", []byte{1, 2, 3}, true},
		{"new Uint8Array([1, 2, 3, 4]).subarray(1, 3)", []byte{2, 3}, true},
		{"new Uint8Array(0)", nil, true},
		{"new Uint8ClampedArray([1, 2])", []byte{1, 2}, true},
		{"new Int8Array([-1, 2])", []byte{255, 2}, true},
		{"new Uint16Array([0x0201, 0x0403]).subarray(1)", []byte{3, 4}, true},
		{"new Float64Array([1])", []byte{0, 0, 0, 0, 0, 0, 0xF0, 0x3F}, true},
		{"new BigInt64Array([-1n])", bytes.Repeat([]byte{255}, 8), true},
		{"new Uint32Array(0)", nil, true},
		{"new Uint8Array([5, 6]).buffer", []byte{5, 6}, true},
		{"new DataView(new Uint8Array([5, 6, 7]).buffer, 1)", []byte{6, 7}, true},
		{"class Sub extends Uint8Array {}; new Sub([9])", []byte{9}, true},
		{"[1, 2]", nil, false},
		{"({ length: 2, 0: 1 })", nil, false},
		{"({ get length() { throw 1 }, get [Symbol.iterator]() { throw 2 } })", nil, false},
		{"'text'", nil, false},
		{"new Proxy(new Uint8Array(2), {})", nil, false},
		{"new Map()", nil, false},
		{"undefined", nil, false},
	} {
		v, err := rt.RunString("(() => {" + lastReturned(test.script) + "})()")
		if err != nil {
			t.Fatalf("%s: %v", test.script, err)
		}
		got, ok := Bytes(v)
		if ok != test.ok || !bytes.Equal(got, test.want) {
			t.Errorf("%s: got %v, %v; want %v, %v", test.script, got, ok, test.want, test.ok)
		}
	}
}

// lastReturned makes the last statement of a script its result.
func lastReturned(script string) string {
	if at := bytes.LastIndex([]byte(script), []byte("; ")); at >= 0 && script[0] == 'c' {
		return script[:at+2] + "return " + script[at+2:]
	}
	return "return " + script
}

func TestBytesOfDetached(t *testing.T) {
	rt := goja.New()
	for _, script := range []string{
		"new Uint8Array(b)", "new Uint8Array(b, 8)", "new Uint16Array(b, 8)", "new DataView(b, 4)", "b",
	} {
		if err := rt.Set("b", rt.NewArrayBuffer(make([]byte, 16))); err != nil {
			t.Fatal(err)
		}
		v, err := rt.RunString(script)
		if err != nil {
			t.Fatal(err)
		}
		rt.Get("b").Export().(goja.ArrayBuffer).Detach()
		if got, ok := Bytes(v); !ok || len(got) != 0 {
			t.Errorf("%s: got %v, %v", script, got, ok)
		}
	}
}

func TestBytesShare(t *testing.T) {
	rt := goja.New()
	v, err := rt.RunString("var a = new Uint8Array(4); a.subarray(1)")
	if err != nil {
		t.Fatal(err)
	}
	b, _ := Bytes(v)
	b[0] = 7
	if got := rt.Get("a").ToObject(rt).Get("1").ToInteger(); got != 7 {
		t.Errorf("element 1 is %d", got)
	}
}

func TestArrayBufferTakesOver(t *testing.T) {
	e := &Env{RT: goja.New()}
	b := []byte{1, 2}
	got, ok := Bytes(e.ArrayBuffer(b))
	if !ok || &got[0] != &b[0] {
		t.Error("the bytes were copied")
	}
}
