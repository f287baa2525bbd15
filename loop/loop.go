package loop

import (
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"

	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

// ErrTapeEnded says that the loop waits for a completion that its tape will
// never deliver.
var ErrTapeEnded = errors.New("the tape has nothing more to deliver")

// Options configure a loop. The zero value is ready to use.
type Options struct {
	// Observer, when not nil, sees the turns; also their ends when it is an
	// EndObserver. It must not block, and it cannot influence the program.
	Observer Observer
	// Tracer, when not nil, sees more of them.
	Tracer Tracer
	// Snapshots says that the heap may be written to a snapshot, or is to be
	// read from one: the host calls MakeRealm.
	Snapshots bool
	// BuildsSnapshot says that the run is for a snapshot that is to be restarted;
	// see Restart.
	BuildsSnapshot bool
	// Capturer, when not nil, takes snapshots between turns.
	Capturer Capturer
}

// Hooks are the JavaScript functions that the loop calls at fixed moments. All
// must be set before Run's main function returns.
type Hooks struct {
	// Uncaught is called with (error, origin) when an error leaves a callback.
	// It returns when the program handled it; otherwise it ends the program
	// through Loop.Exit.
	Uncaught Function
	// Rejection is called with (kind, promise, reason); kind is
	// "unhandledRejection" or "rejectionHandled".
	Rejection Function
	// BeforeExit and Exit are called when nothing is left to do.
	BeforeExit, Exit Function
	// Restart is called when the program goes on in another world than that of its
	// snapshot.
	Restart Function
}

// Loop is one JavaScript thread. All methods but Interrupt must be called on
// the goroutine that called Run.
type Loop struct {
	rt     *goja.Runtime
	tape   Tape
	jobs   engine.Jobs
	stacks *engine.Stacks
	opts   Options
	ends   EndObserver // the Observer, or nil
	hooks  Hooks

	phase    phase
	current  Turn   // the turn that runs, or ran last
	turns    uint64 // turns begun
	ordinal  uint32 // ops, timers and immediates started in the current turn
	jobsRun  uint64 // jobs begun in the current turn
	jobKind  JobKind
	jobPlace engine.Place // that queued the current tick
	lineage  lineage
	link     uint32 // the current turn's, when it started something
	failure  failure
	died     *Uncaught
	caller   *engine.Caller
	throws   *engine.Throws

	ticks       fifo[tick]
	microtasks  fifo[microtask]
	microtask   func() // the job that runs the next of them
	timers      timerQueue
	immediates  immediateQueue
	tasks       []task
	ports       portQueue
	running     []task // what is left of the batch that runs
	closing     []task
	holds       int
	ops         opTable
	rejections  rejections
	random      random
	main        *goja.Promise
	startInPoll bool // see StartInPoll
	intrinsics  map[string]*goja.Object
	completion  Completion // the one that is being delivered
	context     *Context   // of the callback that runs, or ran last
	async       asyncState
	loopTimes   idleTimes
	exitCode    int
	idle        bool     // in the midst of waiting
	firing      *Timer   // whose callback runs
	completing  *Op      // done, and its callback runs
	preparing   Function // before a snapshot that is to be restarted, or none
	realm       *heap.Realm
	natives     []native // that wait for the realm
	deliveries  []*Delivery
	capturing   Capture  // nil: no snapshot is being written
	handles     *handles // nil unless the loop keeps snapshots

	stopped atomic.Pointer[Stop]
}

// New returns a loop that takes from tape all that its program cannot compute.
// It fails when goja's insides are unknown to this version of jsrr.
func New(tape Tape, opts Options) (*Loop, error) {
	if err := engine.Check(); err != nil {
		return nil, err
	}
	rt := goja.New()
	l := &Loop{rt: rt, tape: tape, opts: opts, jobs: engine.JobQueue(rt)}
	l.ends, _ = opts.Observer.(EndObserver)
	l.keepIntrinsics()
	l.caller = engine.NewCaller(rt, CorePrefix)
	l.throws = engine.WatchThrows(rt, l.caller)
	l.microtask = l.runMicrotask
	if opts.Snapshots {
		l.handles = &handles{Tape: tape}
	}
	l.timers.init()
	l.ops.init()
	l.rejections.init(rt)
	l.async.promises = engine.NewPromises(rt)
	engine.LimitStack(rt)
	l.stacks = engine.InstallStacks(rt)
	l.stacks.SetJobs(l.jobs)
	// eval would read the source maps that its text names, from files.
	rt.SetParserOptions(parser.WithDisableSourceMaps)
	rt.SetTimeSource(func() time.Time { return time.UnixMilli(tape.Clock(ClockWall)) })
	rt.SetRandSource(l.randomFloat)
	rt.SetPromiseRejectionTracker(l.trackRejection)
	return l, nil
}

// Runtime returns the loop's goja runtime.
func (l *Loop) Runtime() *goja.Runtime { return l.rt }

// intrinsicNames are the constructors that Go code makes errors with.
var intrinsicNames = [...]string{"Error", "TypeError", "RangeError", "SyntaxError"}

// keepIntrinsics remembers constructors before any program can replace them.
func (l *Loop) keepIntrinsics() {
	l.intrinsics = map[string]*goja.Object{}
	for _, name := range intrinsicNames {
		l.intrinsics[name] = l.rt.Get(name).(*goja.Object)
	}
}

// Intrinsic returns the engine's own constructor of that name: Error,
// TypeError, RangeError or SyntaxError, whatever the program made of the
// global.
func (l *Loop) Intrinsic(name string) *goja.Object { return l.intrinsics[name] }

// Tape returns the loop's tape. Natives use it for Ask, Clock and Emit; ops
// start through Loop.Start.
func (l *Loop) Tape() Tape {
	if l.handles != nil {
		return l.handles
	}
	return l.tape
}

// SetDynamicHost says how the code is compiled that the program makes while it
// runs.
func (l *Loop) SetDynamicHost(host engine.DynamicHost) { l.stacks.SetDynamicHost(host) }

// SetHooks sets the functions that the loop calls.
func (l *Loop) SetHooks(h Hooks) { l.hooks = h }

// Stop is why a run ended before the loop was empty. It is an error.
type Stop struct {
	// Code is the program's exit code, when it chose to exit.
	Code int
	// Cut is why the run was stopped from outside: "" for process.exit.
	Cut string
	// Err is what made the tape or the loop stop the run, or nil.
	Err error
	// Stack is where JavaScript was when it was cut, or nil.
	Stack []goja.StackFrame
}

func (s *Stop) Error() string {
	switch {
	case s.Err != nil:
		return s.Err.Error()
	case s.Cut != "":
		return s.Cut
	}
	return fmt.Sprintf("exit code %d", s.Code)
}

func (s *Stop) Unwrap() error { return s.Err }

// Exit ends the program at once, with an exit code. It does not return: no
// JavaScript runs after it, not even finally blocks.
func (l *Loop) Exit(code int) { l.stop(&Stop{Code: code}) }

// Fail ends the run at once because of err: a divergence, a broken recording.
// A tape calls it from its methods. It does not return.
func (l *Loop) Fail(err error) { l.stop(&Stop{Err: err}) }

func (l *Loop) stop(s *Stop) {
	l.stopped.Store(s)
	// Iterators that are open on the JavaScript stack would run their return
	// method while the panic passes them; the interrupt keeps them from it.
	l.rt.Interrupt(s)
	panic(s)
}

// Interrupt stops the run from outside as soon as possible: a time limit, a
// signal. Any goroutine may call it. A tape that waits must be woken by its
// owner.
func (l *Loop) Interrupt(reason string) {
	s := &Stop{Cut: reason}
	if l.stopped.CompareAndSwap(nil, s) {
		l.rt.Interrupt(s)
	}
}

// Run takes turns until nothing is left to do, or the program exits. main is
// called first, inside the loop's outer frame; it may call Main and any other
// method. The error is nil for every end that the program itself chose,
// whatever its exit code.
func (l *Loop) Run(main func()) (End, error) {
	return l.run(func() {
		main()
		l.between()
		l.phases()
	})
}

func (l *Loop) run(body func()) (End, error) {
	stop := l.runInFrame(body)
	l.rt.ClearInterrupt()
	end := End{Code: l.exitCode, Turns: l.turns}
	if stop != nil {
		end.Code, end.Cut = stop.Code, stop.Cut
	}
	var err error
	if stop != nil {
		err = stop.Err
		if stop.Cut != "" {
			err = stop
		}
	}
	if closeErr := l.tape.Close(end); err == nil {
		err = closeErr
	}
	return end, err
}

// runInFrame runs body inside a call from JavaScript, which keeps goja from
// draining its job queue, and returns what stopped it, or nil.
func (l *Loop) runInFrame(body func()) (stop *Stop) {
	defer func() {
		switch x := recover().(type) {
		case nil:
		case *Stop:
			stop = x
		default:
			panic(x)
		}
	}()
	m, err := outerFrame()
	if err != nil {
		return stopOf(err)
	}
	frame, err := l.rt.RunProgram(m.Program)
	if err != nil {
		return stopOf(err)
	}
	native := l.rt.ToValue(func(goja.FunctionCall) goja.Value {
		body()
		return goja.Undefined()
	}).(*goja.Object)
	l.stacks.SetBottom(native)
	call, _ := goja.AssertFunction(frame)
	_, err = call(goja.Undefined(), native)
	return stopOf(err)
}

// stopOf returns what an error that left goja means for the run.
func stopOf(err error) *Stop {
	var interrupted *goja.InterruptedError
	if err == nil {
		return nil
	}
	if errors.As(err, &interrupted) {
		if s, ok := interrupted.Value().(*Stop); ok {
			if s.Stack == nil && s.Cut != "" {
				s.Stack = interrupted.Stack()
			}
			return s
		}
		if cause, ok := interrupted.Value().(*engine.SourceError); ok {
			err = cause
		}
	}
	return &Stop{Err: err}
}

// SetExitCode sets the code that Run returns when the loop runs empty.
func (l *Loop) SetExitCode(code int) { l.exitCode = code }

// AwaitMain makes p the promise of the main module: the hooks ask for it with
// MainPending when the loop is empty.
func (l *Loop) AwaitMain(p *goja.Promise) { l.main = p }

// MainPending says that the main module still waits: Node exits with code 13.
func (l *Loop) MainPending() bool {
	return l.main != nil && l.main.State() == goja.PromiseStatePending
}

// Hold keeps the loop running until Release is called as often: an open port
// that waits for messages.
func (l *Loop) Hold() { l.holds++ }

// Release undoes one Hold.
func (l *Loop) Release() { l.holds = max(0, l.holds-1) }

// Now reads the loop's clock, in milliseconds since the loop began.
func (l *Loop) Now() int64 { return l.tape.Clock(ClockLoop) }
