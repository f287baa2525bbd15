package jsrr_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/jsrr/jsrr"
)

// Values go in as arguments, environment or standard input, and come out as
// output and exit code. All of it is recorded.
func ExampleRun_values() {
	var out bytes.Buffer
	_, err := jsrr.Run(context.Background(), jsrr.Options{
		Source: `
			const cart = JSON.parse(require('fs').readFileSync(0, 'utf8'));
			console.log(JSON.stringify({ total: cart.reduce((sum, item) => sum + item.price, 0), by: process.env.CUSTOMER }));`,
		Env:    []string{"CUSTOMER=Ada"},
		Stdin:  strings.NewReader(`[{"price": 3}, {"price": 4}]`),
		Stdout: &out,
	})
	if err != nil {
		log.Fatal(err)
	}
	var result struct {
		Total int
		By    string
	}
	if err := json.Unmarshal(out.Bytes(), &result); err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.By, result.Total)
	// Output: Ada 7
}

// The modules of a program may come from the embedding program: an embed.FS, a
// zip.Reader, a map.
func ExampleOptions_sources() {
	files := fstest.MapFS{
		"main.mjs":                         {Data: []byte("import { double } from './lib/double.ts'; import say from 'say'; say(double(21))")},
		"lib/double.ts":                    {Data: []byte("export const double = (n: number): number => 2 * n;")},
		"node_modules/say/package.json":    {Data: []byte(`{"name": "say", "main": "lib/say.js"}`)},
		"node_modules/say/lib/say.js":      {Data: []byte("module.exports = (value) => console.log('it is', value);")},
		"node_modules/unused/package.json": {Data: []byte("not read")},
	}
	if _, err := jsrr.Run(context.Background(), jsrr.Options{Script: "main.mjs", Dir: "/app", Sources: files}); err != nil {
		log.Fatal(err)
	}
	// Output: it is 42
}

// The end of the context cuts a program; so does a time limit.
func ExampleRun_cancel() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	result, err := jsrr.Run(ctx, jsrr.Options{Source: "setInterval(() => {}, 1000)"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.ExitCode == jsrr.ExitTimeLimit, result.Cut)
	for _, p := range result.Pending {
		fmt.Println("still waiting for:", p.What)
	}
	// Output:
	// true time limit
	// still waiting for: interval 1000 ms
}

// Sources that are recorded replay without their file system, with what an
// error says of its place.
func TestSourcesReplay(t *testing.T) {
	files := fstest.MapFS{
		"main.js":    {Data: []byte("console.log(__filename, require.resolve('./a'), require('./a').b);\nconsole.log(require('fs').existsSync(__filename));\nthrow new Error('seen');\n")},
		"a/index.js": {Data: []byte("exports.b = require('../b');")},
		"b.json":     {Data: []byte(`{"deep": [1, 2]}`)},
	}
	dir := filepath.Join(t.TempDir(), "nowhere")
	folder := filepath.Join(t.TempDir(), "sources.jsrr")
	var out, errOut bytes.Buffer
	result, err := jsrr.Record(context.Background(), jsrr.RecordOptions{
		Options: jsrr.Options{Script: "main.js", Dir: dir, Sources: files, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errOut, CacheDir: "off"},
		Folder:  folder,
	})
	if err != nil || result.ExitCode != 1 {
		t.Fatalf("exit code %d, %v: %s", result.ExitCode, err, errOut.String())
	}
	if want := fmt.Sprintf("%s %s { deep: [ 1, 2 ] }\nfalse\n", filepath.Join(dir, "main.js"), filepath.Join(dir, "a", "index.js")); out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
	if !strings.Contains(errOut.String(), "throw new Error('seen');") {
		t.Errorf("no source line: %s", errOut.String())
	}
	var again, errAgain bytes.Buffer
	if _, err := jsrr.Replay(context.Background(), jsrr.ReplayOptions{Recording: folder, Stdout: &again, Stderr: &errAgain, CacheDir: "off"}); err != nil {
		t.Fatal(err)
	}
	if again.String() != out.String() || errAgain.String() != errOut.String() {
		t.Errorf("replayed %q %q", again.String(), errAgain.String())
	}
}

// brokenFS is a file system that fails.
type brokenFS struct{ err error }

func (b brokenFS) Open(string) (fs.File, error) { return nil, b.err }

// What is not in the file system is a module that cannot be found, and a
// trouble of the file system one that cannot be read; nothing leads out of it.
func TestSourcesFail(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "real.js")
	if err := os.WriteFile(outside, []byte("process.exit(0)"), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "app")
	for name, c := range map[string]struct {
		files fs.FS
		want  string
	}{
		"absent":    {fstest.MapFS{}, "MODULE_NOT_FOUND"},
		"broken":    {brokenFS{errors.New("the disk is on fire")}, "MODULE_NOT_FOUND"},
		"forbidden": {brokenFS{fs.ErrPermission}, "MODULE_NOT_FOUND"},
		"above":     {fstest.MapFS{"main.js": {Data: []byte("require('../up')")}}, "MODULE_NOT_FOUND"},
		"absolute":  {fstest.MapFS{"main.js": {Data: fmt.Appendf(nil, "require(%q)", outside)}}, "MODULE_NOT_FOUND"},
	} {
		var errOut bytes.Buffer
		result, err := jsrr.Run(context.Background(), jsrr.Options{
			Script: "main.js", Dir: dir, Sources: c.files, Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &errOut, CacheDir: "off",
		})
		if err != nil || result.ExitCode != 1 || !strings.Contains(errOut.String(), c.want) {
			t.Errorf("%s: exit code %d, %v: %s", name, result.ExitCode, err, errOut.String())
		}
	}
}
