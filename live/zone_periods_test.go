package live

import (
	"testing"
	"time"

	"github.com/jsrr/jsrr/loop"
)

// The periods say what the time package says, at any moment of the years that
// they are written for.
func TestZonePeriods(t *testing.T) {
	w := newTestWorld(t)
	for _, name := range []string{"America/New_York", "europe/berlin", "UTC", "Asia/Kolkata", "Africa/Casablanca", "America/Port-au-Prince"} {
		zone := findZone(name)
		if zone == nil {
			t.Fatalf("no zone %s", name)
		}
		d := loop.Decode(do(w, loop.KindZonePeriods, name).Data)
		if got := d.String(); got != zone.String() {
			t.Errorf("%s is called %s", name, got)
		}
		begins, offsets := []int64{}, []int64{}
		for d.More() {
			begins, offsets = append(begins, d.Int()), append(offsets, d.Int())
			d.Bool()
		}
		for at, i := begins[0], 0; at < begins[0]+600*365*24*3600; at += 5*24*3600 + 1234 {
			for i+1 < len(begins) && begins[i+1] <= at {
				i++
			}
			if _, want := time.Unix(at, 0).In(zone).Zone(); int64(want) != offsets[i] {
				t.Fatalf("%s at %d: %d, not %d", name, at, offsets[i], want)
			}
		}
	}
	for _, name := range []string{"", "Nowhere/At_All", "../etc/passwd", "local"} {
		if r := do(w, loop.KindZonePeriods, name); r.Errno == 0 {
			t.Errorf("%q is a zone", name)
		}
	}
}
