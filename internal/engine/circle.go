package engine

import (
	"strings"

	"github.com/dop251/goja"
)

// circle describes the first circle in a structure, in the order in which
// JSON.stringify goes: as V8 does behind "Converting circular structure to
// JSON". It is "" when a function of the program made the circle.
func circle(v goja.Value) string {
	c := circleSearch{done: map[*goja.Object]bool{}}
	if o, ok := v.(*goja.Object); !ok || !c.search(o) {
		return ""
	}
	first := 0
	for c.path[first].object != c.back {
		first++
	}
	keys := c.path[first:]
	const line = "\n    "
	var b strings.Builder
	b.WriteString(line + "--> starting at object with constructor " + quotedClass(c.back))
	for i := 1; i < len(keys); i++ {
		if i > 1 && i < len(keys)-1 { // the first and the last step say enough
			if i == 2 {
				b.WriteString(line + "|     ...")
			}
			continue
		}
		b.WriteString(line + "|     " + keys[i-1].key + " -> object with constructor " + quotedClass(keys[i].object))
	}
	b.WriteString(line + "--- " + keys[len(keys)-1].key + " closes the circle")
	return b.String()
}

func quotedClass(o *goja.Object) string { return "'" + constructorName(o) + "'" }

// circleSearch goes down a structure.
type circleSearch struct {
	path []circleStep
	done map[*goja.Object]bool // and no circle found
	back *goja.Object          // where the circle begins
}

// circleStep is an object on the path and the key that leads on.
type circleStep struct {
	object *goja.Object
	key    string
}

func (c *circleSearch) search(o *goja.Object) bool {
	if c.done[o] || isProxy(o) || o.ClassName() == "Function" {
		return false
	}
	for _, step := range c.path {
		if step.object == o {
			c.back = o
			return true
		}
	}
	if len(c.path) >= MaxDepth {
		return false
	}
	c.path = append(c.path, circleStep{object: o})
	isArray := o.ClassName() == "Array"
	for _, key := range o.Keys() {
		inner, ok := ownData(o, key).(*goja.Object)
		if !ok || isArray && !isIndex(key) {
			continue
		}
		c.path[len(c.path)-1].key = "property '" + key + "'"
		if isArray {
			c.path[len(c.path)-1].key = "index " + key
		}
		if c.search(inner) {
			return true
		}
	}
	c.path = c.path[:len(c.path)-1]
	c.done[o] = true
	return false
}
