package loop

import "fmt"

// Kind says what a request asks. The numbers are part of the recording format:
// they are never reused, new kinds are added at the end of their area.
type Kind uint16

// Kinds by area; each area has a block of 64 numbers.
const (
	KindNone Kind = 0

	// Process: what a program learns about its surroundings.
	KindProcessInfo  Kind = 1 // one structured reply at start-up
	KindSeed         Kind = 2 // 8 bytes: seed of Math.random
	KindRandom       Kind = 3 // n bytes from the operating system
	KindEnvGet       Kind = 4 // one variable
	KindEnvNames     Kind = 5 // names of all variables
	KindCwd          Kind = 6
	KindChdir        Kind = 7
	KindProcessUsage Kind = 8 // memory and CPU figures
	KindOSInfo       Kind = 9
	KindKill         Kind = 10
	KindUmask        Kind = 11
	KindSignal       Kind = 12 // op: each delivery of one signal
	KindSignalStop   Kind = 13 // ends it
	KindOutputState  Kind = 14 // descriptor: how its last output went
	KindHandleType   Kind = 15 // descriptor: TTY, FILE, PIPE or UNKNOWN
	KindInput        Kind = 16 // op: descriptor, length: bytes as they come, none at the end
	KindTTYSize      Kind = 17 // descriptor: columns, rows
	KindTTYRaw       Kind = 18 // descriptor, whether keys come one by one
	KindEnvFile      Kind = 19 // path: names of the variables in a file
	KindTimeZone     Kind = 20 // name of the time zone that dates are shown in
	KindSleep        Kind = 21 // milliseconds: nothing, when they have passed
	KindZonePeriods  Kind = 22 // name of a zone: as the database has it, and its periods
	KindInterrupted  Kind = 23 // what to do: a byte when code that runs is to be interrupted

	// Modules: what the loader asks of the file system.
	KindModuleStat   Kind = 64 // 0 file, 1 directory, negative: absent
	KindModuleSource Kind = 65 // content of a source file; kept by content hash
	KindModuleReal   Kind = 66 // realpath
	// path, loader, whether CommonJS, tsconfig, source: whether there is code;
	// code and pairs of offsets, or message, line, column, length
	KindModuleLowered Kind = 67

	// 128–191: files, in kind_fs.go. 192–199: work, in kind_work.go.
	// 256–263: test files, in kind_test_file.go.
)

// kindNames are the names shown to people; areas with a file of their own have
// their names there.
var kindNames = map[Kind]string{
	KindProcessInfo: "process.info", KindSeed: "random.seed", KindRandom: "random.bytes",
	KindEnvGet: "env.get", KindEnvNames: "env.names", KindCwd: "process.cwd",
	KindChdir: "process.chdir", KindProcessUsage: "process.usage", KindOSInfo: "os.info",
	KindKill: "process.kill", KindUmask: "process.umask", KindSignal: "process.signal",
	KindSignalStop: "process.signalStop", KindOutputState: "output.state", KindHandleType: "tty.kind",
	KindInput: "stdin.read", KindTTYSize: "tty.size", KindTTYRaw: "tty.raw", KindEnvFile: "env.file", KindTimeZone: "process.timeZone", KindSleep: "process.sleep",
	KindZonePeriods: "zone.periods", KindInterrupted: "process.interrupted",
	KindModuleStat: "module.stat", KindModuleSource: "module.source", KindModuleReal: "module.realpath",
	KindModuleLowered: "module.lowered",
}

// String returns the kind's name, such as "fs.read".
func (k Kind) String() string {
	for _, area := range []map[Kind]string{kindNames, fsKindNames, workKindNames, testFileKindNames} {
		if name, ok := area[k]; ok {
			return name
		}
	}
	return fmt.Sprintf("kind %d", uint16(k))
}

// What KindInterrupted asks for.
const (
	InterruptedBegin uint64 = iota // watch for interrupts from the terminal
	InterruptedPoll                // whether one has come
	InterruptedEnd                 // watch no more
)
