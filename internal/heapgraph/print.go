package heapgraph

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/jsrr/jsrr/internal/figures"
)

// sizeColumn is how wide the sizes before the lines are.
const sizeColumn = 9

// Print writes a tree as text: how much goes with each thing, and what it is.
// The item itself is not written when it has no text.
func (item *Item) Print(w io.Writer) error {
	out := bufio.NewWriter(w)
	depth := 0
	if item.Text != "" || item.Label != "" {
		item.line(out, 0)
		depth = 1
	}
	item.printItems(out, depth)
	return out.Flush()
}

// printItems recurses as deep as the limits of the tree were.
func (item *Item) printItems(w *bufio.Writer, depth int) {
	for i := range item.Items {
		child := &item.Items[i]
		child.line(w, depth)
		child.printItems(w, depth+1)
	}
	if item.More > 0 && len(item.Items) > 0 {
		size := ""
		if item.MoreSize > 0 {
			size = figures.Bytes(item.MoreSize)
		}
		fmt.Fprintf(w, "%*s  %s… %s more\n", sizeColumn, size, strings.Repeat("  ", depth), figures.Count(item.More))
	}
}

func (item *Item) line(w *bufio.Writer, depth int) {
	size, text := "", item.Text
	if item.ID != 0 && !item.Elsewhere && item.Retained > 0 {
		size = figures.Bytes(item.Retained)
	}
	if item.Label != "" && strings.HasSuffix(item.Label, "=>") {
		text = item.Label + " " + text
	} else if item.Label != "" {
		text = item.Label + ": " + text
	}
	if item.Elsewhere {
		text += "  = " + item.Path
	}
	if item.More > 0 && len(item.Items) == 0 {
		text += " …"
	}
	fmt.Fprintf(w, "%*s  %s%s\n", sizeColumn, size, strings.Repeat("  ", depth), text)
}

// WriteRetainers writes who holds a node, and who holds these, up to the root.
func (v *View) WriteRetainers(w io.Writer, i Index, limit int) error {
	list, count := v.RetainedBy(i, limit)
	out := bufio.NewWriter(w)
	for _, r := range list {
		fmt.Fprintf(out, "%*s  %s of %s  = %s\n", sizeColumn, figures.Bytes(r.Retained), r.Label, r.Text, r.Path)
	}
	if count > len(list) {
		fmt.Fprintf(out, "%*s  … %s more\n", sizeColumn, "", figures.Count(count-len(list)))
	}
	return out.Flush()
}
