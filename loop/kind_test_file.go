package loop

// Test files, each in a process of its own.
const (
	// op: number, path, then options of the runtime: completions of one byte
	// that tells what they are (see live) and a text; the last is the end
	KindTestFile Kind = 256
	// number, signal: nothing
	KindTestFileKill Kind = 257
)

// testFileKindNames are the names shown to people.
var testFileKindNames = map[Kind]string{KindTestFile: "test.file", KindTestFileKill: "test.kill"}
