// Package startup is the file of a program that has done its start-up work: a
// snapshot of it, with all that it takes to go on in any process.
//
//	magic      8 bytes
//	length     of the header, 4 bytes
//	checksum   of the header, 8 bytes: xxhash
//	header     JSON: who made the file, of what, and which parts follow
//	parts      one behind the other, compressed with zstd where that makes them shorter
//
// Numbers are little-endian. A file is whole or refused: its length is in the header,
// and each part has a checksum. What the parts hold is their owners' business.
package startup
