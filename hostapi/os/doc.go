// Package os is the Node module 'os': what the machine is and how it does.
//
// One native, info(part), asks the tape one request (loop.KindOSInfo) and gives
// its reply as a plain object; everything else is JavaScript. The parts keep a
// recording small: what never changes is asked once, the load is not asked
// together with the network.
//
// The layouts of the replies stand beside their readers, in parts.go; package
// live writes them.
//
// Example: os.freemem() is info(1).freemem.
package os
