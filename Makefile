# What takes longer than CI has time for. Everything else is in .ci/run.

# sim runs random programs under random schedules, recorded, replayed, and replayed
# from snapshots, and random mutation of heaps while they are captured.
sim:
	JSRR_SUITES=1 go test ./systemtest -count=1 -timeout 0 -run 'TestRandomPrograms|TestSnapshots$$' -seeds 2000 -snapshot-seeds 2000
	go test ./heapsnap -count=1 -timeout 0 -seeds 20000

.PHONY: sim
