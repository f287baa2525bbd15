package jsrr

import "github.com/jsrr/jsrr/loop"

// Pending describes things of one kind that a program started at one place and
// that were not done when it ended.
type Pending struct {
	// What is "interval 20 ms", "fs.read", "message port".
	What string `json:"what"`
	// Count is the number of such things, Turn the turn that started the first
	// of them, Last the one that started the last.
	Count int    `json:"count"`
	Turn  uint64 `json:"turn"`
	Last  uint64 `json:"last_turn"`
	// Site is the place that started them; "" when jsrr's own modules did so
	// alone.
	Site string `json:"site,omitempty"`
	// Ref says that they keep the program running.
	Ref bool `json:"ref"`
}

// pendingOf returns what is not done in l, in the order in which it was
// started.
func pendingOf(l *loop.Loop) []Pending {
	type key struct {
		what string
		site loop.Site
		ref  bool
	}
	index := map[key]int{}
	var list []Pending
	for _, u := range l.Unfinished() {
		k := key{u.What, u.Site, u.Ref}
		i, known := index[k]
		if !known {
			i = len(list)
			index[k] = i
			list = append(list, Pending{What: u.What, Turn: u.Turn, Site: u.Site.String(), Ref: u.Ref})
		}
		list[i].Count++
		list[i].Last = u.Turn
	}
	return list
}
