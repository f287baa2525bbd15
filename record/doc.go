// Package record is the recording: what a run took from its tape, on disk.
//
// A Tape decorates another loop.Tape. It writes down every answer that could
// not be predicted, and counts those that could; New begins a recording and
// Open reads one. FORMAT.md describes the files byte by byte.
//
// # Model
//
// The calls that a loop makes on its tape are a pure function of what the tape
// returned, so only the answers are kept. Every call is a slot. A Predictor,
// which the recorder and the replayer share, has an expectation for each slot:
// the clock stands still, or has reached the time that was waited for; nothing
// is ready. A slot that comes as expected only raises a counter. Any other
// slot appends an entry: the counter, a tag, a few fields. Payloads (bytes of
// replies, console output) go to a stream of their own.
//
// A recording can be entered between two turns. Tape.Mark returns a Position,
// which costs nothing and leaves no trace in the streams; a snapshot of the
// program (SnapshotWriter) keeps one, so that a reader can begin there
// (Recording.ReaderAt). With Options.Keep the recorder is a flight recorder: what
// lies long enough before the end goes, segment by segment.
//
// # Invariants
//
//   - Entries and payloads lie in shared file mappings. One 8-byte word per
//     segment says how many bytes are valid and how many slots were predicted
//     since; it is stored last. A process that is killed at any instant leaves
//     a recording that replays up to its last slot.
//   - Every block that lies wholly below the valid length has its checksum in
//     the segment's header.
//   - A predicted slot takes no lock, no system call and no allocation.
//   - Trouble with the disk never reaches the program: recording stops, warns
//     once, and the tape passes everything through.
//   - A snapshot has its name when it is complete and on disk. What it needs of
//     the streams is there as long as it is, whenever the process is killed.
//   - Nothing that the loop calls waits for a snapshot to be written.
//   - A reader of damaged files returns an error or a correct prefix; it
//     allocates no more than the files are long, plus a constant.
//
// # Example
//
//	tape, err := record.New(live.NewTape(world), record.Options{Dir: "run.jsrr"})
//	…run a loop on tape; the loop closes it…
//	recording, err := record.Open("run.jsrr")
package record
