// Package fs gives programs the file system: the modules "fs" and
// "fs/promises".
//
// Each operation is one request to the tape. A row of the table in natives.go
// says what JavaScript passes, how the request is written and how the reply is
// read; one function serves all rows. Called without a callback an operation
// is asked at once and throws its error; with one it is started as an op, and
// the callback gets (error) or (null, value) in a turn of its own:
//
//	binding.open(path, flags, mode)            // returns a descriptor
//	binding.open(path, flags, mode, callback)  // callback(null, descriptor)
//
// What Node composes of several system calls and nobody can step in between
// (reading a whole file, removing a tree) is one request here too, so that it
// is one decision of a recording. The JavaScript beside it checks arguments as
// Node does and builds what programs see: Stats, Dirent, streams, FileHandle.
//
// What is written to descriptors 1 and 2 leaves the program as an effect, like
// console output, so that a replay shows it again.
package fs
