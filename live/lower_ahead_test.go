package live

import (
	"slices"
	"testing"
)

func TestImportedPaths(t *testing.T) {
	source := "import { a } from './a';\nimport '../b.ts'\nexport * from\n  \"./c\"\nimport x from 'fs'; const y = './d'\n" +
		"import('./e'); import './f\nfrom './g' from\"../../h/i\""
	want := []string{"./a", "../b.ts", "./c", "./g", "../../h/i"}
	if got := importedPaths(source); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for n := range source {
		importedPaths(source[:n])
	}
}
