package engine

import (
	"reflect"
	"testing"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
)

// Whatever a program depends on changes the key of its image.
func TestKeyOfImages(t *testing.T) {
	base := Unit{Name: "name", Text: "text", Origin: &Origin{Text: "origin"}}
	samples := map[string]any{
		"Name": "other", "Text": "other", "Edits": []Edit{{1, 0, "x"}}, "Origin": &Origin{Text: "origin", Marks: []Mark{{1, 2}}},
		"Foreign": []string{"a"}, "AsyncGenerators": AsyncGenerators{"a", "b", "c"}, "Default": "name",
	}
	without := map[string]bool{
		"Check":    true, // only says whether there is a program
		"Images":   true,
		"Bindings": true, // what names read that are in the program as names
		"Coverage": true, // such a unit has no image
		"Limit":    true, // nor has such a one
	}
	keys := map[ImageKey]string{base.key("head", "tail"): "base", base.key("hea", "dtail"): "head", base.key("headt", "ail"): "tail"}
	for i := range reflect.TypeFor[Unit]().NumField() {
		name := reflect.TypeFor[Unit]().Field(i).Name
		if without[name] {
			continue
		}
		sample, ok := samples[name]
		if !ok {
			t.Errorf("is Unit.%s in the key of an image?", name)
			continue
		}
		u := base
		reflect.ValueOf(&u).Elem().Field(i).Set(reflect.ValueOf(sample))
		key := u.key("head", "tail")
		if other, same := keys[key]; same {
			t.Errorf("%s has the key of %s", name, other)
		}
		keys[key] = name
	}
	if len(keys) != len(samples)+3 {
		t.Errorf("%d keys", len(keys))
	}
	checked := base
	checked.Check = func(*ast.Program, func(file.Idx) int) error { return nil }
	if checked.key("head", "tail") != base.key("head", "tail") {
		t.Error("Check is in the key")
	}
}

// memory keeps images.
type memory struct {
	images map[ImageKey][]byte
	found  int
}

func (m *memory) Image(key ImageKey) []byte {
	if m.images[key] != nil {
		m.found++
	}
	return m.images[key]
}

func (m *memory) Keep(key ImageKey, _ int, encode func() []byte) { m.images[key] = encode() }

func TestUnitsComeFromTheirImages(t *testing.T) {
	images := &memory{images: map[ImageKey][]byte{}}
	u := Unit{Name: "unit", Text: every, Images: images}
	first := compileForTest(t, u)
	compareModules(t, first, compileForTest(t, u))
	if images.found != 1 {
		t.Errorf("%d found", images.found)
	}
	for key, data := range images.images {
		images.images[key] = data[:len(data)/2]
	}
	compareModules(t, first, compileForTest(t, u)) // damaged
	covered := u
	covered.Coverage = &Coverage{}
	compileForTest(t, covered)
	if len(covered.Coverage.Functions) == 0 {
		t.Error("nothing is counted")
	}
}
