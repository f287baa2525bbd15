package main

import "github.com/jsrr/jsrr"

// rmCommand is "jsrr rm".
type rmCommand struct {
	Recordings []string `arg:"" name:"rec" help:"Names of the store, or latest."`
}

func (*rmCommand) manual() manual {
	return manual{
		usage: "rm REC…",
		about: "Removes recordings from the store. Recordings elsewhere are plain folders and files: remove them yourself.",
		examples: []example{
			{"jsrr rm cart-17", "remove one"},
			{"jsrr rm cart-17 cart-18", "remove some"},
			{"jsrr rm latest", "remove the newest"},
			{"jsrr ls", "see what there is"},
		},
	}
}

// Run removes the recordings.
func (c *rmCommand) Run(*terminal) error {
	store, err := jsrr.DefaultStore()
	if err != nil {
		return err
	}
	for _, name := range c.Recordings {
		if err := store.Remove(name); err != nil {
			return err
		}
	}
	return nil
}
