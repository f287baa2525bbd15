package loop

import "testing"

func TestEveryKindHasAName(t *testing.T) {
	seen := map[string]Kind{}
	for _, area := range []map[Kind]string{kindNames, fsKindNames, workKindNames, testFileKindNames} {
		for kind, name := range area {
			if other, ok := seen[name]; ok {
				t.Errorf("kinds %d and %d are both called %s", kind, other, name)
			}
			seen[name] = kind
		}
	}
	for kind := KindProcessInfo; kind <= KindZonePeriods; kind++ {
		if kindNames[kind] == "" {
			t.Errorf("kind %d has no name", kind)
		}
	}
	for kind := KindModuleStat; kind <= KindModuleLowered; kind++ {
		if kindNames[kind] == "" {
			t.Errorf("kind %d has no name", kind)
		}
	}
}
