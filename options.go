package jsrr

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/hostapi/module"
	"github.com/jsrr/jsrr/live"
	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/sim"
)

// ErrOptions says that options contradict each other.
var ErrOptions = errors.New("bad options")

// ErrEnvFile says that a file of environment variables cannot be read.
var ErrEnvFile = errors.New("environment file")

// Options say what to run, and what the program finds around it. The zero
// value runs an empty program in the surroundings of the process.
type Options struct {
	// Script is the path of the main script, relative to Dir. Source is code
	// to run when there is none; Print shows its value, as node -p does.
	Script string
	Source string
	// SourceName is what Source is called in stacks; default "[eval]".
	SourceName string
	Print      bool
	// Session runs an interactive session (a REPL) on the standard streams
	// instead of a program; History is the file that keeps its lines, "" for
	// none.
	Session bool
	History string

	// Restore is the path of a startup snapshot (see Snapshot): its program goes on,
	// in place of one that is started. So does that of a recording with snapshots,
	// for "REC@TURN" or "REC@last". Lost, when not nil, is told at once what the
	// program had open and has no more.
	Restore string
	Lost    func(what string)

	// Args are the program's arguments, ExecArgs the runtime's own
	// (process.execArgv), ExecPath is process.execPath; default the running
	// executable.
	Args     []string
	ExecArgs []string
	// NodeOptions are Node's options that are in effect, each as "--name" or
	// "--name=value"; default ExecArgs.
	NodeOptions []string
	ExecPath    string
	// Env is the environment as "NAME=value"; default os.Environ().
	Env []string
	// Dir is the working directory; default the process's own.
	Dir string
	// Sources, when not nil, is where modules are read from (the script, what it
	// requires and imports, package.json files), in place of the machine's files.
	// Its root is Dir, which need not exist then; outside of it there are no
	// modules. Several goroutines read it. The program's own use of fs is not
	// concerned. A recording keeps the sources, so a replay needs no file system.
	Sources fs.FS
	// Stdin, Stdout and Stderr default to the process's own.
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Events gets what a test file says to the process that started it, an
	// event for each write; default nobody. TestCommand starts the process of a
	// test file: options of Node's and the file are appended; default
	// ExecPath test-file --record=never.
	Events      io.Writer
	TestCommand []string
	// TestFailed is told the path of each test file that fails, from any goroutine.
	TestFailed func(path string)

	// VirtualClock makes time jump to whatever comes next, and Seed decide
	// all that is chance in the real world: the order of completions, random
	// numbers. Files are real.
	VirtualClock bool
	Seed         uint64
	// Tape, when not nil, is asked instead of the world; then Env, Stdin and
	// the other surroundings do not count. A tape that can wait has a method
	// Wake(), which another goroutine may call to end all its waiting.
	Tape loop.Tape

	// Pending asks for Result.Pending.
	Pending bool
	// Timeout limits how long the program runs; 0 is no limit.
	Timeout time.Duration
	// CutOnSignals lets SIGINT and SIGTERM, which belong to the process, cut
	// the program, unless it listens for them itself; a program that does not
	// stop within seconds ends with its process. Without it they have
	// their default action and a recording ends as if the process had been
	// killed.
	CutOnSignals bool
	// CacheDir is where compiled code, and the lowered text of TypeScript and
	// other sources, is kept, so that they start faster: default JSRR_CACHE_DIR, or the user's
	// cache folder. "off" keeps nothing.
	CacheDir string
	// Loaded, when not nil, is told the path of each source file before it is
	// read, on the loop's goroutine.
	Loaded func(path string)
	// Observer sees the turns; see loop.Options.
	Observer loop.Observer

	core   string // the core module to run instead of a script
	tracer loop.Tracer
	// capturer, when not nil, takes snapshots of the program.
	capturer capturer
	// texts, when not nil, keeps the texts of programs outside of snapshots.
	texts module.Texts
	// restore, when not nil, is the heap of the program that goes on: in a world that
	// knows it, unless restarted is there.
	restore   []byte
	restarted *restoration
	// builder is the capturer of a run for a startup snapshot.
	builder *snapshotBuilder
	// ended, when not nil, sees the program when its run is over.
	ended  func(*hostapi.Host)
	images module.Images // in place of CacheDir's, for tests
}

// virtualEpoch is the wall clock when a virtual clock starts: 2025-01-01 UTC.
const virtualEpoch = 1735689600000

// check completes o.
func (o *Options) check() error {
	if o.Script != "" && o.Source != "" {
		return fmt.Errorf("%w: both a script and source code to run", ErrOptions)
	}
	if o.Session && o.Script+o.Source != "" {
		return fmt.Errorf("%w: both a session and a program to run", ErrOptions)
	}
	if o.Restore != "" {
		if err := o.openRestore(); err != nil {
			return err
		}
	}
	if o.SourceName == "" {
		o.SourceName = "[eval]"
	}
	if o.Dir == "" {
		dir, err := os.Getwd()
		if err != nil {
			return fmt.Errorf("working directory: %w", err)
		}
		o.Dir = dir
	}
	if o.Script != "" && !filepath.IsAbs(o.Script) {
		o.Script = filepath.Join(o.Dir, o.Script)
	}
	return nil
}

// main says what to run. done writes what was compiled.
func (o *Options) main() (main module.Main, done func()) {
	main = module.Main{Core: o.core, Path: o.Script, Source: o.Source, Name: o.SourceName, Print: o.Print, Session: o.Session, History: o.History, Texts: o.texts}
	if o.images != nil {
		main.Images = o.images
		return main, nothing
	}
	core := live.OpenImages(o.CacheDir, live.CoreImages)
	if core == nil {
		o.startupImages(&main)
		return main, nothing
	}
	program := live.OpenImages(o.CacheDir, "program "+o.Script)
	main.CoreImages, main.Images = core, program
	o.startupImages(&main)
	return main, func() {
		core.Close()
		program.Close()
	}
}

// outside is what a program's requests reach.
type outside struct {
	tape    loop.Tape
	wake    func()               // ends all waiting of tape
	close   func()               // releases what tape.Close does not
	listens func(os.Signal) bool // says that the program handles a signal
	idle    func(do func() bool) // has something done while the program waits
}

func nothing() {}

func never(os.Signal) bool { return false }

// outside opens the tape that o asks for.
func (o *Options) outside() (outside, error) {
	if o.Tape != nil {
		return tapeOutside(o.Tape), nil
	}
	world, err := live.NewWorld(live.Options{
		Args: o.Args, Script: o.Script, ExecPath: o.ExecPath, ExecArgs: o.ExecArgs, NodeOptions: o.NodeOptions, Loaded: o.Loaded, Env: o.Env, Dir: o.Dir, Sources: o.Sources,
		Stdin: o.Stdin, Stdout: o.Stdout, Stderr: o.Stderr, PID: o.pid(), Events: o.Events, TestCommand: o.TestCommand, TestFailed: o.TestFailed, CacheDir: o.CacheDir,
	})
	if err != nil {
		return outside{}, err
	}
	if !o.VirtualClock {
		out := tapeOutside(live.NewTapeAt(world, o.clock()))
		out.listens = world.Listens
		return out, nil
	}
	simulated := sim.New(sim.Options{Seed: o.Seed, Do: world.Do, Output: world.Emit, Epoch: virtualEpoch, Clock: o.clock()})
	return outside{tape: simulated, wake: nothing, close: world.Close, listens: never, idle: func(func() bool) {}}, nil
}

// virtualPID is process.pid on the virtual clock: the same in every run, and
// above all that a real process can have, so that nobody is killed by it.
const virtualPID = 1<<22 + 1

func (o *Options) pid() int {
	if o.VirtualClock {
		return virtualPID
	}
	return 0
}

func tapeOutside(tape loop.Tape) outside {
	out := outside{tape: tape, wake: nothing, close: nothing, listens: never, idle: func(func() bool) {}}
	if w, ok := tape.(interface{ Wake() }); ok {
		out.wake = w.Wake
	}
	if t, ok := tape.(interface{ SetIdle(func() bool) }); ok {
		out.idle = t.SetIdle
	}
	return out
}
