package heapsnap

// NewIn is New with room for so many bytes of snapshots that wait for the store.
var NewIn = newPhases
