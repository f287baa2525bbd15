package main

// dumpCommand is "jsrr dump".
type dumpCommand struct {
	Recording string `arg:"" optional:"" name:"rec" help:"A name of the store, a folder, or a packed file; default latest."`
}

func (*dumpCommand) manual() manual {
	return manual{
		usage: "dump [REC]",
		about: "Lists the entries of a recording as they are on disk, without running anything: for looking into a recording that\n" +
			"does not replay. FORMAT.md explains the entries; jsrr show lists the turns.",
		examples: []example{
			{"jsrr dump", "the newest recording"},
			{"jsrr dump cart-17 | less", "page through one of the store"},
			{"jsrr dump bug.jsrr | grep fs.", "only some entries of a packed file"},
			{"jsrr show cart-17", "the turns instead"},
		},
	}
}

// Run prints the entries.
func (c *dumpCommand) Run(t *terminal) error {
	recording, err := openRecording(c.Recording)
	if err != nil {
		return err
	}
	defer recording.Close()
	return recording.Dump(t.stdout)
}
