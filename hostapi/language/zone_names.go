package language

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// A line of zoneNameRows holds the English names of a time: standard, daylight,
// the short ones where they are not offsets; then the zones that use them. A
// line of zoneAliasRows holds what Intl calls a zone, then its other names.
var (
	//go:embed zones/names.txt
	zoneNameRows string
	//go:embed zones/aliases.txt
	zoneAliasRows string
)

// zoneTables are these texts by zone.
type zoneTables struct {
	names   map[string][]string // the first four cells
	aliases map[string]string
	sorted  []string // the zones, as the text has them
}

var tablesOfZones = sync.OnceValue(func() *zoneTables {
	t := &zoneTables{names: map[string][]string{}, aliases: map[string]string{}}
	for row := range strings.Lines(zoneNameRows) {
		cells := strings.Split(strings.TrimRight(row, "\n"), "|")
		for _, zone := range strings.Fields(cells[4]) {
			t.names[zone] = cells[:4]
			t.sorted = append(t.sorted, zone)
		}
	}
	for row := range strings.Lines(zoneAliasRows) {
		words := strings.Fields(row)
		for _, other := range words[1:] {
			t.aliases[other] = words[0]
		}
	}
	return t
})

// canonicalZone returns what Intl calls a zone of the database.
func canonicalZone(name string) string {
	if canonical, ok := tablesOfZones().aliases[name]; ok {
		return canonical
	}
	switch name {
	case "Etc/UTC", "Etc/GMT", "Etc/UCT", "Etc/Zulu", "Etc/Universal", "Etc/Greenwich", "GMT", "Zulu", "UCT", "Universal", "Greenwich":
		return "UTC"
	}
	return name
}

// zoneTitle returns the English name of a period of a zone; "" when it has none.
func zoneTitle(zone string, daylight bool) string {
	if zone == "GMT" {
		return "Greenwich Mean Time"
	}
	names := tablesOfZones().names[canonicalZone(zone)]
	switch {
	case names == nil:
		return ""
	case daylight && names[1] != "":
		return names[1]
	}
	return names[0]
}

// zoneNames(zone) returns the names of a zone: standard, daylight, the short
// ones; undefined when it has none. Without a zone, the zones that have names.
func zoneNames(e *host.Env, c goja.FunctionCall) goja.Value {
	list := tablesOfZones().sorted
	if len(c.Arguments) > 0 {
		list = tablesOfZones().names[c.Argument(0).String()]
	}
	if list == nil {
		return goja.Undefined()
	}
	values := make([]any, len(list))
	for i, name := range list {
		values[i] = name
	}
	return e.RT.NewArray(values...)
}

// zoneCanonical(zone) returns what Intl calls a zone of the database.
func zoneCanonical(e *host.Env, c goja.FunctionCall) goja.Value {
	return e.RT.ToValue(canonicalZone(c.Argument(0).String()))
}
