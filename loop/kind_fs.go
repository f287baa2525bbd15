package loop

// Files: hostapi/fs writes the requests, live answers them. The arguments
// stand behind each kind in their order; paths are as the program wrote them,
// open flags and modes are Linux's numbers on every platform.
const (
	KindFSAccess    Kind = 128 // path, mode
	KindFSOpen      Kind = 129 // path, flags, mode: descriptor
	KindFSClose     Kind = 130 // descriptor
	KindFSRead      Kind = 131 // descriptor, length, position (-1: where the file is): bytes
	KindFSWrite     Kind = 132 // descriptor, bytes, position (-1: where the file is): count
	KindFSReadFile  Kind = 133 // path, descriptor (-1: by path), flags, whether to stat: bytes
	KindFSWriteFile Kind = 134 // path, descriptor (-1: by path), flags, mode, bytes, whether to sync
	KindFSStat      Kind = 135 // path: stat
	KindFSLstat     Kind = 136 // path: stat
	KindFSFstat     Kind = 137 // descriptor: stat
	KindFSStatfs    Kind = 138 // path: seven numbers
	KindFSReaddir   Kind = 139 // path, whether with types, recursion: groups of entries
	KindFSOpendir   Kind = 140 // path: directory number
	KindFSReadNext  Kind = 141 // directory number, count: groups of entries
	KindFSClosedir  Kind = 142 // directory number
	KindFSMkdir     Kind = 143 // path, mode, whether recursive: first path made, or ""
	KindFSMkdtemp   Kind = 144 // prefix: path
	KindFSRmdir     Kind = 145 // path
	KindFSRemove    Kind = 146 // path, retries, delay in milliseconds: the whole tree goes
	KindFSUnlink    Kind = 147 // path
	KindFSRename    Kind = 148 // from, to
	KindFSCopyFile  Kind = 149 // from, to, mode
	KindFSLink      Kind = 150 // existing path, new path
	KindFSSymlink   Kind = 151 // target, path, type
	KindFSReadlink  Kind = 152 // path: target
	KindFSRealpath  Kind = 153 // path, whether native: path
	KindFSChmod     Kind = 154 // path, mode
	KindFSFchmod    Kind = 155 // descriptor, mode
	KindFSChown     Kind = 156 // path, user, group
	KindFSFchown    Kind = 157 // descriptor, user, group
	KindFSLchown    Kind = 158 // path, user, group
	KindFSUtimes    Kind = 159 // path, access time, modification time: seconds
	KindFSFutimes   Kind = 160 // descriptor, access time, modification time
	KindFSLutimes   Kind = 161 // path, access time, modification time
	KindFSTruncate  Kind = 162 // path, length
	KindFSFtruncate Kind = 163 // descriptor, length
	KindFSFsync     Kind = 164 // descriptor
	KindFSFdatasync Kind = 165 // descriptor
	KindFSWatch     Kind = 166 // path: number of the watch
	KindFSChanges   Kind = 167 // op: number of a watch: one completion for each change
	KindFSUnwatch   Kind = 168 // number of a watch; its op completes a last time
	KindFSWatchTree Kind = 169 // path: number of a watch of a folder and all below it

	// What a restored program had open, under the number that it had:
	KindFSReopen    Kind = 170 // descriptor, path, flags, mode, position
	KindFSReopenDir Kind = 171 // directory number, path, how many entries were read
	KindFSRewatch   Kind = 172 // number of a watch, path, whether with all below it
)

// fsKindNames are the names shown to people.
var fsKindNames = map[Kind]string{
	KindFSAccess: "fs.access", KindFSOpen: "fs.open", KindFSClose: "fs.close",
	KindFSRead: "fs.read", KindFSWrite: "fs.write", KindFSReadFile: "fs.readFile",
	KindFSWriteFile: "fs.writeFile", KindFSStat: "fs.stat", KindFSLstat: "fs.lstat",
	KindFSFstat: "fs.fstat", KindFSStatfs: "fs.statfs", KindFSReaddir: "fs.readdir",
	KindFSOpendir: "fs.opendir", KindFSReadNext: "dir.read", KindFSClosedir: "dir.close",
	KindFSMkdir: "fs.mkdir", KindFSMkdtemp: "fs.mkdtemp", KindFSRmdir: "fs.rmdir",
	KindFSRemove: "fs.rm", KindFSUnlink: "fs.unlink", KindFSRename: "fs.rename",
	KindFSCopyFile: "fs.copyFile", KindFSLink: "fs.link", KindFSSymlink: "fs.symlink",
	KindFSReadlink: "fs.readlink", KindFSRealpath: "fs.realpath", KindFSChmod: "fs.chmod",
	KindFSFchmod: "fs.fchmod", KindFSChown: "fs.chown", KindFSFchown: "fs.fchown",
	KindFSLchown: "fs.lchown", KindFSUtimes: "fs.utimes", KindFSFutimes: "fs.futimes",
	KindFSLutimes: "fs.lutimes", KindFSTruncate: "fs.truncate", KindFSFtruncate: "fs.ftruncate",
	KindFSFsync: "fs.fsync", KindFSFdatasync: "fs.fdatasync", KindFSWatch: "fs.watch",
	KindFSChanges: "fs.changes", KindFSUnwatch: "fs.unwatch",
	KindFSWatchTree: "fs.watchTree", KindFSReopen: "fs.reopen", KindFSReopenDir: "fs.reopenDir", KindFSRewatch: "fs.rewatch",
}
