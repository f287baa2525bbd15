package live

import (
	"io"
	"io/fs"
	"os"
	"sync"

	"github.com/jsrr/jsrr/loop"
)

// Options describe the process that a program sees. Nil fields take the
// defaults named there.
type Options struct {
	// Args are the program's arguments after its script.
	Args []string
	// Script is the absolute path of the main script, "" for none.
	Script string
	// ExecPath is process.execPath; default the running executable.
	ExecPath string
	// ExecArgs are the runtime's own options (process.execArgv).
	ExecArgs []string
	// NodeOptions are Node's options in effect, as "--name" or
	// "--name=value"; default ExecArgs.
	NodeOptions []string
	// Loaded, when not nil, is told the path of each source file before it is
	// read.
	Loaded func(path string)
	// Env is the environment as "NAME=value"; default os.Environ().
	Env []string
	// Dir is the working directory; default the process's own.
	Dir string
	// Sources, when not nil, is where modules are read from, in place of the
	// machine's files: its root is Dir. It is read from several goroutines.
	Sources fs.FS
	// PID and ParentPID are process.pid and ppid; default the process's own.
	PID, ParentPID int
	// Stdin, Stdout and Stderr default to the process's own.
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// CacheDir is where lowered sources are kept: "" for the user's cache
	// folder, or what JSRR_CACHE_DIR names; "off" keeps none.
	CacheDir string
	// Events gets what a test file says to the process that started it; default
	// nobody.
	Events io.Writer
	// TestCommand starts the process of a test file; options of the runtime and
	// the file's path are appended. Default: ExecPath test-file --record=never.
	TestCommand []string
	// TestFailed is told the path of each test file whose process fails, from any
	// goroutine; default nobody.
	TestFailed func(path string)
}

// World answers requests. Its methods may be called from any goroutine.
type World struct {
	opts      Options
	lowered   cache
	lowerings lowerings
	sources   sources
	mu        sync.Mutex // guards what follows
	env       environment
	dir       string
	fds       fileTable

	signals    signals
	interrupts interrupts
	tests      testFiles
	console    console
}

// NewWorld returns a world for one program.
func NewWorld(opts Options) (*World, error) {
	if opts.Env == nil {
		opts.Env = os.Environ()
	}
	if opts.NodeOptions == nil {
		opts.NodeOptions = opts.ExecArgs
	}
	if opts.Stdin == nil {
		opts.Stdin = os.Stdin
	}
	if opts.Stdout == nil {
		opts.Stdout = os.Stdout
	}
	if opts.Stderr == nil {
		opts.Stderr = os.Stderr
	}
	if opts.PID == 0 {
		opts.PID, opts.ParentPID = os.Getpid(), os.Getppid()
	}
	if opts.ExecPath == "" {
		path, err := os.Executable()
		if err != nil {
			return nil, err
		}
		opts.ExecPath = path
	}
	if opts.TestCommand == nil {
		opts.TestCommand = []string{opts.ExecPath, "test-file", "--record=never"}
	}
	if opts.TestFailed == nil {
		opts.TestFailed = func(string) {}
	}
	w := &World{opts: opts, lowered: openCache(opts.CacheDir, "lowered"), dir: opts.Dir, env: parseEnvironment(opts.Env)}
	if w.dir == "" {
		dir, err := os.Getwd()
		if err != nil {
			return nil, err
		}
		w.dir = dir
	}
	w.sources = sources{files: opts.Sources, root: w.dir}
	w.fds.init(opts)
	w.lowerings.init()
	return w, nil
}

// handler answers one kind of request.
type handler func(w *World, args *loop.Decoder) loop.Reply

// handlers is the table of all requests that are answered at once or by one
// completion.
var handlers = func() map[loop.Kind]handler {
	all := map[loop.Kind]handler{}
	for _, area := range []map[loop.Kind]handler{processHandlers, moduleHandlers, fsHandlers, osHandlers, ttyHandlers, workHandlers, testFileHandlers} {
		for kind, h := range area {
			all[kind] = h
		}
	}
	return all
}()

// Do performs a request and returns its reply. It may block.
func (w *World) Do(r loop.Request) loop.Reply {
	h := handlers[r.Kind]
	if h == nil {
		return loop.Reply{Errno: errnoNotSupported}
	}
	args := loop.Decode(r.Args)
	return h(w, &args)
}

// Close releases what the program left open.
func (w *World) Close() {
	w.console.restore()
	w.fds.closeAll()
	w.signals.closeAll()
	w.tests.closeAll()
}
