package live

import (
	"crypto/rand"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"github.com/jsrr/jsrr/internal/dotenv"
	"github.com/jsrr/jsrr/loop"
)

// environment is a program's environment in its own order.
type environment struct {
	names  []string
	values map[string]string
	files  map[string]string // what loadEnvFile read
}

// parseEnvironment reads "NAME=value" entries; the first of a name counts.
func parseEnvironment(entries []string) environment {
	e := environment{values: map[string]string{}}
	for _, entry := range entries {
		name, value, ok := strings.Cut(entry, "=")
		if _, known := e.values[name]; ok && name != "" && !known {
			e.names = append(e.names, name)
			e.values[name] = value
		}
	}
	return e
}

// processHandlers answers what a program asks about itself. The layout of the
// replies is described where they are read, in hostapi/process.
var processHandlers = map[loop.Kind]handler{
	loop.KindProcessInfo: processInfo,
	loop.KindRandom:      randomBytes,
	loop.KindEnvGet:      envGet,
	loop.KindEnvNames:    envNames,
	loop.KindEnvFile:     envFile,
	loop.KindTimeZone:    timeZone,
	loop.KindZonePeriods: zonePeriods,
	loop.KindCwd:         cwd,
	loop.KindChdir:       chdir,
	loop.KindProcessUsage: func(*World, *loop.Decoder) loop.Reply {
		return processUsage()
	},
	loop.KindUmask: umask,
	loop.KindKill:  kill,

	loop.KindSignalStop:  unwatchSignal,
	loop.KindInterrupted: interrupted,
}

func processInfo(w *World, _ *loop.Decoder) loop.Reply {
	var e loop.Encoder
	e.String(w.opts.ExecPath)
	e.String(w.opts.Script)
	for _, list := range [][]string{w.opts.Args, w.opts.ExecArgs} {
		e.Uint(uint64(len(list)))
		for _, s := range list {
			e.String(s)
		}
	}
	e.Int(int64(w.opts.PID))
	e.Int(int64(w.opts.ParentPID))
	e.String(platform())
	e.String(arch())
	for _, id := range []int{os.Getuid(), os.Geteuid(), os.Getgid(), os.Getegid()} {
		e.Int(int64(id))
	}
	for _, stream := range []any{w.opts.Stdin, w.opts.Stdout, w.opts.Stderr} {
		e.Bool(isTerminal(stream))
	}
	e.Uint(uint64(len(w.opts.NodeOptions)))
	for _, option := range w.opts.NodeOptions {
		e.String(option)
	}
	return loop.Reply{Data: e.Bytes()}
}

// platform returns process.platform.
func platform() string {
	if runtime.GOOS == "windows" {
		return "win32"
	}
	return runtime.GOOS
}

// arch returns process.arch.
func arch() string {
	switch runtime.GOARCH {
	case "amd64":
		return "x64"
	case "386":
		return "ia32"
	}
	return runtime.GOARCH
}

// isTerminal says whether stream is a character device.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull && isTTY(f)
}

func randomBytes(_ *World, args *loop.Decoder) loop.Reply {
	n := args.Uint()
	if args.Err() != nil || n > 1<<31-1 {
		return loop.Reply{Errno: errnoInvalid}
	}
	b := make([]byte, n)
	if _, err := io.ReadFull(rand.Reader, b); err != nil {
		return failed(err)
	}
	return loop.Reply{Data: b}
}

func envGet(w *World, args *loop.Decoder) loop.Reply {
	name, values := args.String(), w.env.values
	if args.More() && args.Bool() {
		values = w.env.files
	}
	value, ok := values[name]
	if !ok {
		return loop.Reply{Errno: errnoNotFound}
	}
	return loop.Reply{Data: []byte(value)}
}

func envNames(w *World, _ *loop.Decoder) loop.Reply {
	var e loop.Encoder
	for _, name := range w.env.names {
		e.String(name)
	}
	return loop.Reply{Data: e.Bytes()}
}

// envFile reads a file of variables. The reply holds their names; the values
// are asked for one by one, so that a recording keeps none of a secret's.
func envFile(w *World, args *loop.Decoder) loop.Reply {
	text, err := os.ReadFile(w.path(args.String()))
	if err != nil {
		return failed(err)
	}
	w.env.files = map[string]string{}
	var e loop.Encoder
	for _, v := range dotenv.Parse(string(text)) {
		w.env.files[v.Name] = v.Value
		e.String(v.Name)
	}
	return loop.Reply{Data: e.Bytes()}
}

func cwd(w *World, _ *loop.Decoder) loop.Reply {
	w.mu.Lock()
	defer w.mu.Unlock()
	return loop.Reply{Data: []byte(w.dir)}
}

func chdir(w *World, args *loop.Decoder) loop.Reply {
	dir := w.path(args.String())
	info, err := os.Stat(dir)
	if err != nil {
		return failed(err)
	}
	if !info.IsDir() {
		return failed(syscall.ENOTDIR)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.dir = dir
	return loop.Reply{}
}

// path makes name absolute: the program's working directory is the world's,
// not the process's.
func (w *World) path(name string) string {
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	return filepath.Join(w.dir, name)
}

// usage is what the operating system says about a process.
type usage struct {
	user, system uint64 // microseconds
	rss          uint64 // bytes
	// others are page faults (minor, major), swaps, block reads and writes,
	// messages sent and received, signals, context switches (voluntary, not).
	others [10]uint64
}

// processUsage reports memory and CPU time, as process.memoryUsage and
// process.cpuUsage show them.
func processUsage() loop.Reply {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	var e loop.Encoder
	used := resourceUsage()
	for _, v := range append([]uint64{used.rss, m.HeapSys, m.HeapAlloc, m.StackSys, used.user, used.system}, used.others[:]...) {
		e.Uint(v)
	}
	return loop.Reply{Data: e.Bytes()}
}

func kill(_ *World, args *loop.Decoder) loop.Reply {
	pid, number := args.Int(), args.Int()
	return failed(sendSignal(int(pid), syscall.Signal(number)))
}

// moduleHandlers answers the module loader.
var moduleHandlers = map[loop.Kind]handler{
	loop.KindModuleStat:    moduleStat,
	loop.KindModuleSource:  moduleSource,
	loop.KindModuleReal:    moduleRealpath,
	loop.KindModuleLowered: moduleLowered,
}

// moduleStat answers one byte: 0 for a file, 1 for a directory.
