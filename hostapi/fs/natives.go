package fs

import (
	"embed"
	"slices"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

//go:embed lib
var lib embed.FS

// operation describes one native.
type operation struct {
	name      string
	kind      loop.Kind
	syscall   string // what errors call it
	arguments []argument
	reply     reply
	// echo is the position of an argument that a callback gets back as its
	// third argument; 0 when there is none.
	echo int
}

// operations is the table of the natives. Where two have a kind, only the first
// takes a callback.
var operations = []operation{
	{"access", loop.KindFSAccess, "access", []argument{path, unsigned}, nothing, 0},
	{"open", loop.KindFSOpen, "open", []argument{path, unsigned, unsigned}, number, 0},
	{"close", loop.KindFSClose, "close", []argument{integer}, nothing, 0},
	// read(fd, view, offset, length, position, echo)
	{"read", loop.KindFSRead, "read", []argument{integer, local, local, unsigned, integer, local}, filled, 5},
	// write(fd, view, offset, length, position, echo)
	{"write", loop.KindFSWrite, "write", []argument{integer, source, local, local, integer, local}, number, 5},
	{"writev", loop.KindFSWrite, "write", []argument{integer, source, local, local, integer, local}, number, 5},
	// readFile(path, fd, flags, stat, asText)
	{"readFile", loop.KindFSReadFile, "read", []argument{hidden, integer, unsigned, boolean, local}, content, 0},
	// writeFile(path, fd, flags, mode, view, offset, length, sync)
	{"writeFile", loop.KindFSWriteFile, "write", []argument{hidden, integer, unsigned, unsigned, source, local, local, boolean}, nothing, 0},
	// stat(path, bigint)
	{"stat", loop.KindFSStat, "stat", []argument{path, local}, stat, 0},
	{"lstat", loop.KindFSLstat, "lstat", []argument{path, local}, stat, 0},
	{"fstat", loop.KindFSFstat, "fstat", []argument{integer, local}, stat, 0},
	{"statfs", loop.KindFSStatfs, "statfs", []argument{path, local}, statfs, 0},
	// readdir(path, types, recursion, asBytes)
	{"readdir", loop.KindFSReaddir, "scandir", []argument{path, boolean, unsigned, local}, entries, 0},
	{"opendir", loop.KindFSOpendir, "opendir", []argument{path}, number, 0},
	{"opendirSync", loop.KindFSOpendir, "opendir", []argument{hidden}, number, 0},
	// readNext(directory, count, asBytes)
	{"readNext", loop.KindFSReadNext, "scandir", []argument{unsigned, unsigned, local}, entries, 0},
	{"closedir", loop.KindFSClosedir, "closedir", []argument{unsigned}, nothing, 0},
	{"mkdir", loop.KindFSMkdir, "mkdir", []argument{path, unsigned, boolean}, firstMade, 0},
	// mkdtemp(prefix, asBytes)
	{"mkdtemp", loop.KindFSMkdtemp, "mkdtemp", []argument{template, local}, name, 0},
	{"rmdir", loop.KindFSRmdir, "rmdir", []argument{path}, nothing, 0},
	// remove(path, retries, delay)
	{"remove", loop.KindFSRemove, "rm", []argument{path, unsigned, unsigned}, nothing, 0},
	{"unlink", loop.KindFSUnlink, "unlink", []argument{path}, nothing, 0},
	{"rename", loop.KindFSRename, "rename", []argument{path, path}, nothing, 0},
	{"copyFile", loop.KindFSCopyFile, "copyfile", []argument{path, path, unsigned}, nothing, 0},
	{"link", loop.KindFSLink, "link", []argument{path, path}, nothing, 0},
	{"symlink", loop.KindFSSymlink, "symlink", []argument{path, path, unsigned}, nothing, 0},
	{"readlink", loop.KindFSReadlink, "readlink", []argument{path, local}, name, 0},
	// realpath(path, native, asBytes)
	{"realpath", loop.KindFSRealpath, "realpath", []argument{path, boolean, local}, name, 0},
	{"chmod", loop.KindFSChmod, "chmod", []argument{path, unsigned}, nothing, 0},
	{"fchmod", loop.KindFSFchmod, "fchmod", []argument{integer, unsigned}, nothing, 0},
	{"chown", loop.KindFSChown, "chown", []argument{path, integer, integer}, nothing, 0},
	{"fchown", loop.KindFSFchown, "fchown", []argument{integer, integer, integer}, nothing, 0},
	{"lchown", loop.KindFSLchown, "lchown", []argument{path, integer, integer}, nothing, 0},
	{"utimes", loop.KindFSUtimes, "utime", []argument{path, float, float}, nothing, 0},
	{"futimes", loop.KindFSFutimes, "futime", []argument{integer, float, float}, nothing, 0},
	{"lutimes", loop.KindFSLutimes, "lutime", []argument{path, float, float}, nothing, 0},
	{"truncate", loop.KindFSTruncate, "open", []argument{path, integer}, nothing, 0},
	{"ftruncate", loop.KindFSFtruncate, "ftruncate", []argument{integer, integer}, nothing, 0},
	{"fsync", loop.KindFSFsync, "fsync", []argument{integer}, nothing, 0},
	{"fdatasync", loop.KindFSFdatasync, "fdatasync", []argument{integer}, nothing, 0},
	{"watch", loop.KindFSWatch, "watch", []argument{path}, number, 0},
	{"watchTree", loop.KindFSWatchTree, "watch", []argument{path}, number, 0},
	{"unwatch", loop.KindFSUnwatch, "unwatch", []argument{unsigned}, nothing, 0},
	{"changes", loop.KindFSChanges, "watch", []argument{unsigned}, changed, 0},
}

// special are the natives that do more than their operation, or less.
var special = []host.Native{
	{Name: "write", Length: 6, Fn: write},
	{Name: "writev", Length: 6, Fn: writev},
	{Name: "writeFile", Length: 8, Fn: writeFile},
	{Name: "exists", Length: 2, Fn: exists},
	{Name: "statIfThere", Length: 2, Fn: statIfThere},
	{Name: "lstatIfThere", Length: 2, Fn: lstatIfThere},
	{Name: "changes", Length: 2, Fn: changes},
	{Name: "unwatch", Length: 1, Fn: unwatch},
	{Name: "setWatchRef", Length: 2, Fn: setWatchRef},
}

// Area returns the area.
func Area() host.Area {
	natives := slices.Clone(special)
	for i := range operations {
		o := &operations[i]
		if !slices.ContainsFunc(special, func(n host.Native) bool { return n.Name == o.name }) {
			natives = append(natives, host.Native{Name: o.name, Length: len(o.arguments), Fn: o.call})
		}
	}
	return host.Area{Name: "fs", Lib: lib, Natives: natives, Deliveries: []*loop.Delivery{result}, NewState: newState, Archive: archive}
}

// byKind finds the operation of an op.
var byKind = func() map[loop.Kind]*operation {
	table := map[loop.Kind]*operation{}
	for i := range operations {
		if o := &operations[i]; table[o.kind] == nil {
			table[o.kind] = o
		}
	}
	return table
}()

// byName finds an operation by the name of its native.
var byName = func() map[string]*operation {
	table := map[string]*operation{}
	for i := range operations {
		table[operations[i].name] = &operations[i]
	}
	return table
}()
