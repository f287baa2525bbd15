package live

import (
	"testing"

	"github.com/jsrr/jsrr/loop"
)

func askOS(t *testing.T, args ...int64) loop.Decoder {
	t.Helper()
	var e loop.Encoder
	e.Uint(uint64(args[0]))
	for _, arg := range args[1:] {
		e.Int(arg)
	}
	request := loop.Decode(e.Bytes())
	reply := osInfo(nil, &request)
	if reply.Errno != 0 {
		t.Fatalf("part %d: error %d", args[0], reply.Errno)
	}
	return loop.Decode(reply.Data)
}

func TestOSMachine(t *testing.T) {
	d := askOS(t, 0)
	for _, name := range []string{"type", "release", "version", "machine", "hostname", "endianness"} {
		if d.String() == "" {
			t.Errorf("%s is empty", name)
		}
	}
	d.Uint()
	if parallelism := d.Uint(); parallelism == 0 {
		t.Error("no processor")
	}
	if d.Bool() {
		d.Int()
		d.Int()
		for range 3 {
			_ = d.String()
		}
	}
	if d.Err() != nil || d.More() {
		t.Errorf("the reply has another layout: %v, %d bytes left", d.Err(), len(d.Rest()))
	}
}

func TestOSLists(t *testing.T) {
	d := askOS(t, 2)
	for n := d.Uint(); n > 0; n-- {
		_ = d.String()
		for range 6 {
			d.Uint()
		}
	}
	if d.Err() != nil || d.More() {
		t.Errorf("processors: %v, %d bytes left", d.Err(), len(d.Rest()))
	}
	d = askOS(t, 3)
	for n := d.Uint(); n > 0; n-- {
		for range 5 {
			_ = d.String()
		}
		d.Bool()
		d.Uint()
		d.Uint()
	}
	if d.Err() != nil || d.More() {
		t.Errorf("interfaces: %v, %d bytes left", d.Err(), len(d.Rest()))
	}
}

func TestOSRefusesUnknownParts(t *testing.T) {
	for _, args := range [][]byte{nil, {6}, {255, 1}} {
		request := loop.Decode(args)
		if reply := osInfo(nil, &request); reply.Errno != errnoInvalid {
			t.Errorf("%v: error %d", args, reply.Errno)
		}
	}
}
