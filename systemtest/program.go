package systemtest

import (
	_ "embed"
	"strings"
)

//go:embed testdata/prelude.js
var prelude string

// Program is a program made by chance.
type Program struct {
	Seed uint64
	Features
	Body []*Statement
}

// with returns a program that differs from p in its statements.
func (p *Program) with(body []*Statement) *Program {
	return &Program{Seed: p.Seed, Features: p.Features, Body: body}
}

// Statement is a JavaScript statement with the statements inside it:
// Text[0] Blocks[0] Text[1] Blocks[1] … Text[len(Blocks)].
type Statement struct {
	Text   []string
	Blocks [][]*Statement
}

// String returns the program's source.
func (p *Program) String() string {
	var b strings.Builder
	b.WriteString(prelude)
	b.WriteString("\n// The program.\n")
	write(&b, p.Body, "")
	return b.String()
}

// Short returns the program's source without the prelude.
func (p *Program) Short() string {
	var b strings.Builder
	write(&b, p.Body, "")
	return b.String()
}

func write(b *strings.Builder, body []*Statement, indent string) {
	for _, s := range body {
		b.WriteString(indent)
		for i, text := range s.Text {
			b.WriteString(strings.ReplaceAll(text, "\n", "\n"+indent))
			if i == len(s.Blocks) {
				break
			}
			b.WriteByte('\n')
			write(b, s.Blocks[i], indent+"  ")
			b.WriteString(indent)
		}
		b.WriteByte('\n')
	}
}

// Len returns the number of statements.
func (p *Program) Len() int { return count(p.Body) }

func count(body []*Statement) int {
	n := len(body)
	for _, s := range body {
		for _, block := range s.Blocks {
			n += count(block)
		}
	}
	return n
}
