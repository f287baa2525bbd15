package ahead

import (
	"sync/atomic"
	"testing"
)

func TestEachOnce(t *testing.T) {
	for _, lastFirst := range []bool{false, true} {
		eachOnce(t, &Queue{LastFirst: lastFirst})
	}
}

func eachOnce(t *testing.T, queue *Queue) {
	t.Helper()
	var runs atomic.Int64
	values := make([]*Value[int], 1000)
	for i := range values {
		values[i] = Start(queue, func() int { runs.Add(1); return i })
	}
	for i := range values {
		i = len(values) - 1 - i
		if got := values[i].Get(); got != i {
			t.Fatalf("value %d is %d", i, got)
		}
		values[i].Get()
	}
	if runs.Load() != int64(len(values)) {
		t.Errorf("%d computations", runs.Load())
	}
}

func TestPanicIsGets(t *testing.T) {
	v := Start(&Queue{}, func() int { panic("bad") })
	for range 2 {
		func() {
			defer func() {
				if x := recover(); x != "bad" {
					t.Errorf("recovered %v", x)
				}
			}()
			v.Get()
		}()
	}
}
