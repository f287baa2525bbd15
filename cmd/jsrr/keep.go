package main

import "github.com/jsrr/jsrr"

// keepCommand is "jsrr keep".
type keepCommand struct {
	Recordings []string `arg:"" name:"rec" help:"Names of the store, or latest."`
	Undo       bool     `help:"Let them be removed again."`
}

func (*keepCommand) manual() manual {
	return manual{
		usage: "keep REC… [options]",
		about: "Marks recordings of the store that must not be removed, neither by the store's limits nor by jsrr rm.",
		examples: []example{
			{"jsrr keep latest", "keep the newest recording"},
			{"jsrr keep cart-17 cart-18", "keep two"},
			{"jsrr keep --undo cart-17", "let it go again"},
			{"jsrr ls", "see which are kept"},
		},
	}
}

// Run marks the recordings.
func (c *keepCommand) Run(*terminal) error {
	store, err := jsrr.DefaultStore()
	if err != nil {
		return err
	}
	for _, name := range c.Recordings {
		if err := store.Pin(name, !c.Undo); err != nil {
			return err
		}
	}
	return nil
}
