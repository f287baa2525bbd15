package systemtest

import "fmt"

// fileCall returns the name of a function of fs and its arguments.
func (g *generator) fileCall() (name, args string) {
	file := func() string { return pick(g, "'f0'", "'f1'", "'f2'", "'d0/f0'", "'d0/f1'") }
	dir := func() string { return pick(g, "'d0'", "'d0'", "'d1'", "'d0/d2'", "'.'") }
	text := func() string { return pick(g, "'text'", "'é€'", "String(S.number)", "'long'.repeat(2000)", "''") }
	calls := []func() (string, string){
		func() (string, string) { return "writeFile", file() + ", " + text() },
		func() (string, string) { return "appendFile", file() + ", " + text() },
		func() (string, string) { return "readFile", file() + pick(g, "", ", 'utf8'") },
		func() (string, string) { return "stat", pick(g, file(), dir()) },
		func() (string, string) { return "readdir", dir() },
		func() (string, string) { return "mkdir", dir() + pick(g, "", ", { recursive: true }") },
		func() (string, string) { return "rename", file() + ", " + file() },
		func() (string, string) { return "unlink", file() },
		func() (string, string) {
			return "rm", pick(g, "'d0'", "'d1'", file()) + pick(g, "", ", { recursive: true, force: true }")
		},
		func() (string, string) { return "copyFile", file() + ", " + file() },
		func() (string, string) { return "access", pick(g, file(), dir()) },
		func() (string, string) { return "truncate", file() + ", 2" },
	}
	return pick(g, calls...)()
}

// file makes an asynchronous file operation.
func (g *generator) file(p *place) *Statement {
	if g.features.Ordered && (!p.files || p.repeated) {
		return nil
	}
	name, args := g.fileCall()
	if p.async && g.oneIn(2) {
		return line("log(%s, await fs.promises.%s(%s));", g.label(), name, args)
	}
	inner := g.lend(p)
	switch g.below(4) {
	case 0:
		return line("P[%d] = fs.promises.%s(%s).then(log, log);", g.index(), name, args)
	case 1:
		return line("P[%d] = fs.promises.%s(%s);", g.index(), name, args)
	case 2:
		inner.files = inner.files && !g.features.Ordered // the write is next
		return block(g.body(inner), "fs.open('f0', 'a+', (error, fd) => {\n  log(%s, error);…  if (!error) fs.write(fd, %s, () => fs.close(fd, log));\n});", g.label(), g.label())
	}
	return block(g.body(inner), "fs.%s(%s, (error, value) => {\n  log(%s, error, value);…});", name, args, g.label())
}

func (g *generator) fileSync(p *place) *Statement {
	if g.features.Ordered && !p.idle {
		return nil // it might come between the parts of another operation
	}
	name, args := g.fileCall()
	if g.throws && g.oneIn(6) {
		return line("log(%s, fs.%sSync(%s));", g.label(), name, args)
	}
	return line("try { log(%s, fs.%sSync(%s)); } catch (error) { log(error); }", g.label(), name, args)
}

func (g *generator) fileStream(p *place) *Statement {
	if g.features.Ordered && (!p.files || p.repeated) {
		return nil
	}
	inner := p.unknown()
	g.lend(p)
	name := g.label()
	switch g.below(3) {
	case 0:
		return line("watch(%s, fs.createReadStream(%s, { highWaterMark: %d }));", name, pick(g, "'f0'", "'d0/f0'", "'f1'"), 2000+g.below(2000))
	case 1:
		return line("{ const s = watch(%s, fs.createWriteStream('f1')); s.write('one'); s.end('two'); }", name)
	}
	return block(g.body(inner), "stream.pipeline(fs.createReadStream('f0'), upper(), fs.createWriteStream('f2'), (error) => {\n  log(%s, error);…});", fmt.Sprint(name))
}
