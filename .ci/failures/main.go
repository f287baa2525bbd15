// Command failures prints the output of the failed tests in a `go test -json`
// stream.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// event is one line of go test's JSON.
type event struct{ Action, Package, Test, Output string }

func main() {
	output := map[string][]string{}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Println(lines.Text())
			continue
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			output[key] = append(output[key], e.Output)
		case "fail", "build-fail":
			for _, line := range output[key] {
				fmt.Print(line)
			}
		case "pass":
			delete(output, key)
		}
	}
}
