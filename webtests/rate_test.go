package webtests
import ("testing";"os";"strconv";"path/filepath")
func TestRate(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("RATE")); if n == 0 { t.Skip() }
	for _, d := range []string{"mkdirp.js","mkpath.js","tapable.js","ncp_directory.js","ncp_file.js","../../examples/cart.js","../../examples/settings.js","../../examples/checksum.js"} {
		f := program(t, d); bad := 0; shows := map[string]int{}
		for range n { o, err := f.Record(); if err != nil { t.Fatal(err) }; if o.Code != 0 { bad++; shows[filepath.Base(o.Stdout)]++ } }
		t.Log(d, bad, "of", n, shows)
	}
}
