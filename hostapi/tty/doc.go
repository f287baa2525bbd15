// Package tty holds standard input and terminals: what a descriptor leads to,
// reading from standard input as it comes, the size and the mode of a
// terminal. The streams of process.stdin, stdout and stderr are made of it.
package tty
