package webtests

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/jsrr/jsrr"
)

// dependencies returns the names under which packages.json installs packages.
func dependencies(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("packages/package.json")
	if err != nil {
		t.Fatal(err)
	}
	var manifest struct{ Dependencies map[string]string }
	if err := json.Unmarshal(text, &manifest); err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(manifest.Dependencies))
}

// TestPackagesLoad loads the main file of every installed package: it exports
// what it exports in node, or fails as it does there.
func TestPackagesLoad(t *testing.T) {
	installed(t)
	node := needNode(t)
	expected := packageExpectations(t)
	for _, name := range dependencies(t) {
		reason, mustFail := expected["load "+name]
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			problem := compareRuns(t, job{script: "load/main.js", args: []string{name}, node: node})
			switch {
			case mustFail && problem == "":
				t.Errorf("loads, but is expected to fail: %s", reason)
			case !mustFail && problem != "":
				t.Error(problem)
			}
		})
	}
}

// compiled are the packages whose files must all compile, those of servers,
// databases and test runners, old and new.
var compiled = []string{
	"express", "express5", "koa", "@koa/router", "koa-bodyparser", "fastify", "body-parser", "async", "async1",
	"mkdirp03", "mkdirp05", "socket.io1", "socket.io2", "socket.io", "ws", "mongodb", "mongodb6", "mysql", "mysql2",
	"pg", "ioredis", "mocha", "mocha3", "glob", "rimraf",
}

// TestPackagesCompile compiles every file that a package can reach.
func TestPackagesCompile(t *testing.T) {
	installed(t)
	folder := packagesFolder(t)
	done := map[string]bool{}
	for _, name := range compiled {
		var files []string
		for _, file := range reachable(t, folder, name) {
			if !done[file] {
				done[file] = true
				files = append(files, file)
			}
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, file := range files {
				if problem := check(filepath.Join(folder, file)); problem != "" {
					t.Errorf("%s: %s", file, problem)
				}
			}
		})
	}
	const atLeast = 1500
	if len(done) < atLeast {
		t.Errorf("only %d files were found", len(done))
	}
	t.Logf("%d files", len(done))
}

// check compiles a file without running it, and returns what is wrong, or "".
func check(file string) string {
	var out, errOut bytes.Buffer
	result, err := jsrr.Run(context.Background(), jsrr.Options{
		Script: file, NodeOptions: []string{"--check"}, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errOut,
	})
	if err != nil {
		return err.Error()
	}
	if result.ExitCode != 0 {
		return errOut.String()
	}
	return ""
}

var unresolved = regexp.MustCompile(`Could not resolve "([^"]+)"`)

// reachable returns the files that a package's main file needs, however far.
// What is not installed is optional.
func reachable(t *testing.T, folder, name string) []string {
	t.Helper()
	external := []string{"*.node"}
	for range 10 {
		result := api.Build(api.BuildOptions{
			Stdin:    &api.StdinOptions{Contents: "require(" + string(must(json.Marshal(name))) + ")", ResolveDir: folder},
			Bundle:   true,
			Platform: api.PlatformNode,
			Metafile: true, Outdir: "out", LogLevel: api.LogLevelSilent, External: external, AbsWorkingDir: folder,
		})
		if len(result.Errors) == 0 {
			return inputs(t, result.Metafile)
		}
		for _, message := range result.Errors {
			found := unresolved.FindStringSubmatch(message.Text)
			if found == nil {
				t.Fatalf("%s: %s", name, message.Text)
			}
			external = append(external, found[1])
		}
	}
	t.Fatalf("%s needs ever more that is not installed: %v", name, external)
	return nil
}

func inputs(t *testing.T, metafile string) []string {
	t.Helper()
	var meta struct{ Inputs map[string]any }
	if err := json.Unmarshal([]byte(metafile), &meta); err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, file := range slices.Sorted(maps.Keys(meta.Inputs)) {
		if ext := filepath.Ext(file); ext == ".js" || ext == ".cjs" || ext == ".mjs" {
			files = append(files, file)
		}
	}
	return files
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
