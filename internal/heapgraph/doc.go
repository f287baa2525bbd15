// Package heapgraph holds the graph of a heap, and answers questions about it: what
// keeps a thing alive, how much goes when it goes, what is different from another
// graph. It knows nothing of goja: somebody else makes the graphs, with a Builder.
//
// A graph is a handful of arrays, not a Go object for each node: a node is a
// number. Node 0 is the root. Nodes and edges stand in the order in which they
// were added, and every question has one answer, the same in each run.
package heapgraph
