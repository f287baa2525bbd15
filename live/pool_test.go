package live

import (
	"slices"
	"sync"
	"testing"
)

// Jobs begin in the order in which they were submitted.
func TestPoolIsFirstInFirstOut(t *testing.T) {
	p := newPool(1)
	defer p.close()
	var order []int
	var all sync.WaitGroup
	all.Add(3000)
	for i := range 3000 {
		p.submit(func() {
			order = append(order, i) // one worker: no lock
			all.Done()
		})
	}
	all.Wait()
	if len(order) != 3000 || !slices.IsSorted(order) {
		t.Error("jobs ran out of order")
	}
}

// As many jobs as the pool's size run at a time, and no more.
func TestPoolSize(t *testing.T) {
	p := newPool(3)
	defer p.close()
	var mu sync.Mutex
	running, most := 0, 0
	var all, together sync.WaitGroup
	together.Add(3)
	for i := range 30 {
		all.Add(1)
		p.submit(func() {
			defer all.Done()
			mu.Lock()
			running++
			most = max(most, running)
			mu.Unlock()
			if i < 3 { // all workers meet
				together.Done()
				together.Wait()
			}
			mu.Lock()
			running--
			mu.Unlock()
		})
	}
	all.Wait()
	if most != 3 {
		t.Errorf("%d jobs ran at a time, not 3", most)
	}
}

// Jobs that block do not keep others from being done.
func TestPoolPassesBlockedWorkers(t *testing.T) {
	p := newPool(2)
	release := make(chan struct{})
	var blocked, others sync.WaitGroup
	for range 5 {
		blocked.Add(1)
		p.submit(func() {
			<-release
			blocked.Done()
		})
	}
	for range 50 {
		others.Add(1)
		p.submit(others.Done)
	}
	others.Wait()
	close(release)
	blocked.Wait()
	p.submit(func() {})
	p.close()
	p.submit(func() { t.Error("a closed pool runs jobs") })
}

func TestPoolSizeOfEnvironment(t *testing.T) {
	for value, want := range map[string]int{"": 1, "1": 1, "8": 8, "0": 1, "-3": 1, "junk": 1, "5000": 1024} {
		if got := poolSize(parseEnvironment([]string{"UV_THREADPOOL_SIZE=" + value})); got != want {
			t.Errorf("%q: %d, not %d", value, got, want)
		}
	}
	if got := poolSize(parseEnvironment(nil)); got != 4 {
		t.Errorf("without the variable: %d", got)
	}
}
