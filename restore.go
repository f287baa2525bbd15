package jsrr

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/hostapi/module"
	"github.com/jsrr/jsrr/live"
	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/startup"
)

// Errors of startup snapshots that cannot be restored. All say more.
var (
	ErrNoStartupSnapshot      = startup.ErrUnreadable
	ErrNotStartupSnapshot     = startup.ErrNone
	ErrDamagedStartupSnapshot = startup.ErrDamaged
	ErrForeignStartupSnapshot = startup.ErrForeign
)

// restoration is a program that goes on in this process.
type restoration struct {
	turns uint64        // that the program has taken
	clock time.Duration // of the program
	lost  func(what string)

	images, core startup.Images
	texts        recordedTexts // of a program that was being recorded
}

// openRestore reads the snapshot that o names.
func (o *Options) openRestore() error {
	if o.Script+o.Source != "" || o.Session {
		return fmt.Errorf("%w: both a snapshot to go on with and a program to run", ErrOptions)
	}
	if path, turn, ok := CutTurn(o.Restore); ok {
		return o.openRecorded(path, turn)
	}
	f, err := startup.Open(o.Restore)
	if err != nil {
		return err
	}
	defer f.Close()
	return o.openStartup(f)
}

// openStartup reads a startup snapshot.
func (o *Options) openStartup(f *startup.File) (err error) {
	jsrr, goja := record.Versions()
	if err := f.CheckMaker(jsrr, goja, live.BuildID()); err != nil {
		return err
	}
	r := &restoration{turns: f.Header.Turns, clock: time.Duration(f.Header.Clock), lost: o.Lost}
	if o.restore, err = f.Part(heapPart); err != nil {
		return err
	}
	for part, images := range map[string]*startup.Images{partImages: &r.images, partCoreImages: &r.core} {
		data, err := f.Part(part)
		if err == nil && data != nil {
			err = images.UnmarshalBinary(data)
		}
		if err != nil {
			return err
		}
	}
	p := &f.Header.Program
	o.Script, o.Source, o.SourceName = p.Script, p.Source, p.Name
	o.restarted = r
	return nil
}

// CutTurn cuts what Options.Restore says of a snapshot inside a recording: "REC@812",
// or "REC@last" for its last one. ok is false for a file of that name, and for what
// says no turn.
func CutTurn(restore string) (recording string, turn uint64, ok bool) {
	at := strings.LastIndexByte(restore, '@')
	if at <= 0 {
		return "", 0, false
	}
	if _, err := os.Stat(restore); err == nil {
		return "", 0, false
	}
	if restore[at+1:] == "last" {
		return restore[:at], lastTurn, true
	}
	turn, err := strconv.ParseUint(restore[at+1:], 10, 64)
	return restore[:at], turn, err == nil
}

// openRecorded reads the newest snapshot of a recording at a turn or before.
func (o *Options) openRecorded(path string, turn uint64) error {
	recording, err := OpenRecording(path)
	if err != nil {
		return err
	}
	defer recording.Close()
	tell := func(text string) {
		if o.Lost != nil {
			o.Lost(text)
		}
	}
	s, err := recording.enter(turn, func(err error) { tell(err.Error()) })
	if err != nil {
		return err
	}
	if at := s.position.Turn; turn != lastTurn && at != turn {
		tell(fmt.Sprintf("%s has no snapshot at turn %d: the program goes on from turn %d", path, turn, at))
	}
	state, header := &s.position.State, &recording.Header
	clock := max(time.Duration(state.Loop+1)*time.Millisecond, time.Duration(state.Fine))
	o.restarted = &restoration{turns: s.position.Turn, clock: clock, lost: o.Lost, texts: readTexts(recording.Recording)}
	o.restore, o.texts = s.heap, o.restarted.texts
	o.Script, o.Source, o.SourceName = header.Script, header.Extra[extraSource], header.Extra[extraName]
	return nil
}

// run goes on with the program, which host has.
func (r *restoration) run(l *loop.Loop, host *hostapi.Host) (loop.End, error) {
	if r.lost != nil {
		host.OnLost(r.lost)
	}
	return l.Run(host.Restart)
}

// clock returns where the program's clock begins.
func (o *Options) clock() time.Duration {
	if o.restarted == nil {
		return 0
	}
	return o.restarted.clock
}

// startupImages puts the images of a startup snapshot before those of the cache.
func (o *Options) startupImages(main *module.Main) {
	var program, core *startup.Images
	switch {
	case o.builder != nil:
		program, core = &o.builder.images, &o.builder.core
	case o.restarted != nil:
		program, core = &o.restarted.images, &o.restarted.core
	default:
		return
	}
	program.From, core.From = main.Images, main.CoreImages
	main.Images, main.CoreImages = program, core
}

// recordRestored puts the restored program, if there is one, before all that is
// recorded: the recording is entered there.
func (o *Options) recordRestored(tape *record.Tape) error {
	if o.restarted == nil {
		return nil
	}
	position, err := tape.Mark(o.restarted.turns)
	if err != nil {
		return err
	}
	w := tape.NewSnapshot(position)
	for name, text := range o.restarted.texts {
		w.Source(name, []byte(text))
	}
	w.Write(heapPart, o.restore)
	w.Complete()
	<-w.Done()
	return w.Err()
}

// restoredTurns returns how many turns the program of a recording had taken when it
// was restored; false when it was started.
func (r *Recording) restoredTurns() (uint64, bool) {
	turns, err := strconv.ParseUint(r.Header.Extra[extraTurns], 10, 64)
	return turns, err == nil
}
