package dotenv

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"A=1\nB=2", "A=1;B=2"},
		{"A=1\r\nA=2\r\n", "A=2"},
		{"  export A = b # c\n", "A=b"},
		{"A='x # y' z\nB=1", "A=x # y;B=1"},
		{"A=\"x\\ny\"\nB='x\\ny'", "A=x\ny;B=x\\ny"},
		{"A=`x\ny`\n", "A=x\ny"},
		{"A=\"open\nB=1", "A=\"open;B=1"},
		{"# A=1\n#B=2\nC=3", "C=3"},
		{"nothing here", ""},
		{"A\nB=1", "A\nB=1"},
		{"A=", "A="},
		{"=1\nB=2", "B=2"},
		{"A=b=c", "A=b=c"},
		{"\x00=\xff", "\x00=\xff"},
	} {
		var got []string
		for _, v := range Parse(test.text) {
			got = append(got, v.Name+"="+v.Value)
		}
		if text := strings.Join(got, ";"); text != test.want {
			t.Errorf("%q: got %q, want %q", test.text, text, test.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("A=\"b\"\nexport C=`d\n`#")
	f.Fuzz(func(t *testing.T, text string) {
		for _, v := range Parse(text) {
			if v.Name == "" {
				t.Errorf("a variable without a name: %+v", v)
			}
		}
	})
}
