package live

import (
	"crypto/sha256"
	"sync"
	"time"
)

// Images keeps images of compiled code between runs: those of a program in a file
// of the user's cache folder, those of jsrr's own modules in another one. They are
// read one by one, made beside the program, and written together when it ends.
// Whatever is wrong with the files, nothing is kept; that is all.
//
// It satisfies engine.Images.
type Images struct {
	mu      sync.Mutex
	opened  bool
	file    imageFile
	size    int                 // of the texts in waiting and made
	waiting []waitingImage      // not made yet
	made    map[imageKey][]byte // not written yet
	working chan struct{}       // closed when nobody makes images; nil: the same
	flush   *time.Timer
	closed  bool
	began   time.Time
}

type imageKey = [sha256.Size]byte

type waitingImage struct {
	key    imageKey
	encode func() []byte
}

const (
	// flushAfter is how long after the first new image all are written, when the
	// program still runs.
	flushAfter = 2 * time.Second
	// closeWait is how long the end of a program may wait for images to be made, and
	// closeWaitShare the share of the time that the program ran, when that is more:
	// images are made in a fraction of the time that compiling takes.
	closeWait      = 2 * time.Millisecond
	closeWaitShare = 4
	// imagesWorth is of how long a text images are worth a file.
	imagesWorth = 16 << 10
	// waitingMax is how many images may wait to be made.
	waitingMax = 10_000
)

// CoreImages is the subject of the images of jsrr's own modules.
const CoreImages = "core modules"

// OpenImages returns the images of a subject: the path of a program, or CoreImages.
// dir is as Options.CacheDir. nil, which keeps nothing, is for "off", and for a build of
// jsrr that cannot be told from others.
func OpenImages(dir, subject string) *Images {
	c := openCache(dir, "compiled")
	if c.dir == "" {
		return nil
	}
	name, ok := nameOf(subject)
	if !ok {
		return nil
	}
	return &Images{file: imageFile{cache: c, name: name}, made: map[imageKey][]byte{}, began: time.Now()}
}

// Image returns what was kept under key; nil for nothing.
func (i *Images) Image(key [sha256.Size]byte) []byte {
	i.mu.Lock()
	defer i.mu.Unlock()
	if !i.opened && !i.closed {
		i.opened = true
		i.file.open()
	}
	return i.file.image(key)
}

// Keep offers the image of a text of so many bytes.
func (i *Images) Keep(key [sha256.Size]byte, size int, encode func() []byte) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.closed || len(i.waiting) >= waitingMax {
		return
	}
	i.size += size
	i.waiting = append(i.waiting, waitingImage{key, encode})
	if i.size < imagesWorth {
		return
	}
	if i.working == nil {
		i.working = make(chan struct{})
		go i.work(i.working)
	}
	if i.flush == nil {
		i.flush = time.AfterFunc(flushAfter, i.write)
	}
}

// work makes images until none waits.
func (i *Images) work(done chan struct{}) {
	defer close(done)
	for {
		next, ok := i.next()
		if !ok {
			return
		}
		if data := next.encode(); data != nil {
			i.mu.Lock()
			i.made[next.key] = data
			i.mu.Unlock()
		}
	}
}

// next returns the next image to be made; false, and nobody works, when there is
// none.
func (i *Images) next() (next waitingImage, ok bool) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.closed || len(i.waiting) == 0 {
		i.working = nil
		return next, false
	}
	next, i.waiting[0] = i.waiting[0], waitingImage{}
	i.waiting = i.waiting[1:]
	return next, true
}

// write writes the images that were made.
func (i *Images) write() {
	i.mu.Lock()
	defer i.mu.Unlock()
	if len(i.made) == 0 {
		return
	}
	i.file.add(i.made)
	i.made, i.size, i.flush = map[imageKey][]byte{}, 0, nil
}

// Close writes what is new, and does not wait long for it.
func (i *Images) Close() {
	if i == nil {
		return
	}
	i.mu.Lock()
	flush, working := i.flush, i.working
	i.mu.Unlock()
	if flush != nil {
		flush.Stop()
	}
	if working != nil {
		select {
		case <-working:
		case <-time.After(max(closeWait, time.Since(i.began)/closeWaitShare)):
		}
	}
	i.write()
	i.mu.Lock()
	defer i.mu.Unlock()
	i.closed, i.waiting = true, nil
	i.file.close()
}
