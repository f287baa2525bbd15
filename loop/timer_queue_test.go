package loop

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTimerQueue compares the queue with lists that do everything the simple
// way, over random insertions, removals and expiries.
func TestTimerQueue(t *testing.T) {
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	var q timerQueue
	q.init()
	model := map[int32][]*Timer{}
	base := uint32(0)
	check := func(delay int32) {
		list, want := q.lists[delay], model[delay]
		if list == nil {
			if len(want) > 0 {
				t.Fatalf("seed %d: no list for %d timers", seed, len(want))
			}
			return
		}
		var got []*Timer
		for _, timer := range list.timers {
			if timer != nil {
				got = append(got, timer)
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d: delay %d has %d timers, want %d, or another order", seed, delay, len(got), len(want))
		}
		if first := list.first(); len(want) > 0 && first != want[0] || len(want) == 0 && first != nil {
			t.Fatalf("seed %d: another timer is first", seed)
		}
	}
	for range 30_000 {
		delay := int32(1 + random.IntN(4))
		timers := model[delay]
		switch n := random.IntN(100); {
		case n < 50 || len(timers) == 0:
			timer := &Timer{delay: delay}
			if q.lists[delay] == nil {
				q.insert(timer, 0)
				if base++; base == 1 { // places may go round
					q.lists[delay].base += 1<<32 - 50
					timer.place += 1<<32 - 50
				}
			} else {
				q.insert(timer, 0)
			}
			model[delay] = append(timers, timer)
		default:
			i := 0 // the oldest one expires
			if n < 75 {
				i = random.IntN(len(timers))
			}
			list := q.lists[delay]
			q.remove(list, timers[i])
			model[delay] = slices.Delete(timers, i, i+1)
			q.dropEmpty(list)
		}
		if random.IntN(200) == 0 { // cleared all at once
			for _, timer := range model[delay] {
				list := q.lists[delay]
				q.remove(list, timer)
				q.dropEmpty(list)
			}
			delete(model, delay)
		}
		check(delay)
		live := 0
		for _, timers := range model {
			live += len(timers)
		}
		if q.live != live {
			t.Fatalf("seed %d: %d timers are live, want %d", seed, q.live, live)
		}
	}
}

// A list whose timers are set and cleared again and again does not grow.
func TestTimerListStaysSmall(t *testing.T) {
	var q timerQueue
	q.init()
	oldest := &Timer{delay: 9}
	q.insert(oldest, 0)
	for range 10_000 {
		timer := &Timer{delay: 9}
		q.insert(timer, 0)
		q.remove(q.lists[9], timer)
	}
	if room := cap(q.lists[9].timers); room > 16 {
		t.Errorf("one timer takes room for %d", room)
	}
}
