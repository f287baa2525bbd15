package jsrr_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/jsrr/jsrr"
)

func ExampleRun() {
	result, err := jsrr.Run(context.Background(), jsrr.Options{
		Source: `setTimeout((name) => { console.log('hello', name); process.exitCode = 3 }, 10, process.argv[1])`,
		Args:   []string{"world"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("exit code", result.ExitCode)
	// Output:
	// hello world
	// exit code 3
}

func ExampleReplay() {
	parent, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(parent)
	folder := filepath.Join(parent, "dice.jsrr")
	recorded, err := jsrr.Record(context.Background(), jsrr.RecordOptions{
		Options: jsrr.Options{Source: `console.log('rolled', Math.random() < 2)`},
		Folder:  folder,
	})
	if err != nil {
		log.Fatal(err)
	}
	replayed, err := jsrr.Replay(context.Background(), jsrr.ReplayOptions{Recording: folder})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("same number of turns:", replayed.Turns == recorded.Turns)
	// Output:
	// rolled true
	// rolled true
	// same number of turns: true
}

func ExampleRecording_Turns() {
	parent, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(parent)
	folder := filepath.Join(parent, "turns.jsrr")
	ctx := context.Background()
	if _, err := jsrr.Record(ctx, jsrr.RecordOptions{
		Options: jsrr.Options{VirtualClock: true, Source: `setTimeout(() => process.nextTick(() => {}), 20); setImmediate(() => {})`},
		Folder:  folder,
	}); err != nil {
		log.Fatal(err)
	}
	recording, err := jsrr.OpenRecording(folder)
	if err != nil {
		log.Fatal(err)
	}
	defer recording.Close()
	if _, err := recording.Turns(ctx, func(t jsrr.Turn) error {
		_, err := fmt.Println(t.Number, t.Kind, t.Cause, t.Jobs)
		return err
	}); err != nil {
		log.Fatal(err)
	}
	// Output:
	// 0 main  0
	// 1 immediate 0#2 0
	// 2 timer 0#1 1
	// 3 beforeExit  0
	// 4 exit  0
}

func ExampleSnapshot() {
	folder, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	file, ctx := filepath.Join(folder, "app.jsrrsnap"), context.Background()
	if _, err := jsrr.Snapshot(ctx, jsrr.SnapshotOptions{
		Options: jsrr.Options{Source: `
			console.log('loading');
			const table = new Map([['a', 1], ['b', 2]]);
			require('v8').startupSnapshot.setDeserializeMainFunction(() => console.log(table.get(process.argv[1])));`},
		File: file,
	}); err != nil {
		log.Fatal(err)
	}
	for _, name := range []string{"a", "b"} {
		if _, err := jsrr.Run(ctx, jsrr.Options{Restore: file, Args: []string{name}}); err != nil {
			log.Fatal(err)
		}
	}
	// Output:
	// loading
	// 1
	// 2
}
