package language

import (
	"testing"

	"github.com/jsrr/jsrr/loop"
)

func encodedZone(name string, periods ...period) []byte {
	var e loop.Encoder
	e.String(name)
	for _, p := range periods {
		e.Int(p.begin)
		e.Int(p.seconds)
		e.Bool(p.daylight)
	}
	return e.Bytes()
}

// A year with summer time: the hour from 2 to 3 is skipped in spring, and comes
// twice in autumn.
func berlin() *zone {
	return decodeZone(encodedZone("Berlin",
		period{-1e10, 3600, false}, period{1711846800, 7200, true}, period{1729990800, 3600, false}))
}

func TestLocalTime(t *testing.T) {
	const hour = 3_600_000
	spring, autumn := int64(1711846800_000), int64(1729990800_000)
	for _, c := range []struct{ local, want int64 }{
		{spring + hour - 1, spring - 1},           // 01:59:59.999
		{spring + hour + hour/2, spring + hour/2}, // 02:30 is not there: 03:30
		{spring + 2*hour, spring},                 // 03:00
		{autumn + hour + hour/2, autumn - hour/2}, // 02:30 comes twice: the first
		{autumn + 2*hour, autumn + hour},          // 03:00
		{autumn + hour - 1, autumn - hour - 1},    // 01:59:59.999
	} {
		if got := berlin().utc(c.local); got != c.want {
			t.Errorf("utc(%d) is %d ms from what it should be", c.local, got-c.want)
		}
	}
}

// FuzzZone decodes arbitrary replies. What a zone says of a time is a period of
// its own, whatever the periods are.
func FuzzZone(f *testing.F) {
	f.Add(encodedZone("A", period{0, 3600, false}, period{1711846800, 7200, true}), int64(1711846800_000))
	f.Add(encodedZone("B"), int64(0))
	f.Add(encodedZone("C", period{calendarCycle + 5, -1, true}, period{calendarCycle + 9, 1 << 40, false}), int64(8.64e15))
	f.Fuzz(func(t *testing.T, data []byte, ms int64) {
		z := decodeZone(data)
		if z == nil {
			return
		}
		if ms > 8.64e15 || ms < -8.64e15 {
			return // is no Date
		}
		known := map[int64]bool{}
		for _, p := range z.periods {
			known[p.seconds*1000] = true
		}
		if !known[z.offset(ms)] {
			t.Errorf("offset %d", z.offset(ms))
		}
		if local := ms; !known[local-z.utc(local)] {
			t.Errorf("utc %d", local-z.utc(local))
		}
	})
}
