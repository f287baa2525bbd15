package engine

import (
	"bytes"
	"errors"
	"io/fs"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"github.com/dop251/goja"
)

// moduleHead is one like that of CommonJS modules.
var moduleHead = Head{Params: "exports, require, module"}

// reload returns m from its image.
func reload(t *testing.T, m *Module) *Module {
	t.Helper()
	e := newEncoder(m)
	data, ok := e.image()
	if !ok {
		t.Fatalf("%s: no image: %s", m.made.unit.Name, e.refused)
	}
	again, err := LoadUnit(*m.made.unit, bytes.Clone(data))
	if err != nil {
		t.Fatalf("%s: %v", m.made.unit.Name, err)
	}
	return again
}

// checkImage compares m with what comes back from its image, and the image with
// that of what came back.
func checkImage(t *testing.T, m *Module) {
	t.Helper()
	again := reload(t, m)
	compareModules(t, m, again)
	for i, p := range Programs(again.Program) {
		if n, ok := again.image.numberOf(p); !ok || n != i {
			t.Errorf("%s: program %d of an image is the number %d (%v)", m.made.unit.Name, i, n, ok)
		}
	}
	first, _ := m.Image()
	second, ok := again.Image()
	if !ok || !bytes.Equal(first, second) {
		t.Errorf("%s: the image of an image is another one (%d, %d bytes)", m.made.unit.Name, len(first), len(second))
	}
}

// compareModules compares all programs of two modules.
func compareModules(t *testing.T, a, b *Module) {
	t.Helper()
	var left, right []*goja.Program
	walk(a.Program, func(p *goja.Program) { left = append(left, p) })
	walk(b.Program, func(p *goja.Program) { right = append(right, p) })
	if len(left) != len(right) {
		t.Fatalf("%s: %d and %d programs", a.made.unit.Name, len(left), len(right))
	}
	c := comparison{t: t, name: a.made.unit.Name, programs: map[*goja.Program]*goja.Program{}, bindings: map[*Binding]*Binding{}}
	for i := range left {
		c.programs[left[i]] = right[i]
	}
	for name, binding := range a.Bindings {
		if other := b.Bindings[name]; other == nil || other.used != binding.used {
			t.Errorf("%s: binding %s: %+v and %+v", c.name, name, binding, other)
		}
		c.bindings[binding] = b.Bindings[name]
	}
	c.bindings[a.AsyncGenerators] = b.AsyncGenerators
	for i := range left {
		c.program(left[i], right[i])
	}
}

// comparison compares instructions with reflection: by all that they are.
type comparison struct {
	t        *testing.T
	name     string
	programs map[*goja.Program]*goja.Program
	bindings map[*Binding]*Binding
}

func (c *comparison) program(a, b *goja.Program) {
	x, y := reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()
	for i := range x.NumField() {
		if name := x.Type().Field(i).Name; name != "src" {
			c.equal(x.Field(i), y.Field(i), name)
		}
	}
}

func (c *comparison) equal(x, y reflect.Value, where string) {
	if c.t.Failed() {
		return
	}
	if x.Kind() != y.Kind() || x.IsValid() && x.Type() != y.Type() {
		c.t.Errorf("%s: %s: %v and %v", c.name, where, x, y)
		return
	}
	if x.IsValid() && x.Type() == reflect.TypeFor[instruction]() {
		// In goja's eyes: the table may be that of either interface.
		x, y = reflect.NewAt(codeType().Elem(), x.Addr().UnsafePointer()).Elem(), reflect.NewAt(codeType().Elem(), y.Addr().UnsafePointer()).Elem()
	}
	switch x.Kind() {
	case reflect.Interface:
		if x.IsNil() != y.IsNil() {
			c.t.Errorf("%s: %s: %v and %v", c.name, where, x, y)
			return
		}
		if !x.IsNil() {
			c.equal(x.Elem(), y.Elem(), where)
		}
	case reflect.Pointer:
		c.pointer(x, y, where)
	case reflect.Struct:
		for i := range x.NumField() {
			c.equal(x.Field(i), y.Field(i), where+"."+x.Type().Field(i).Name)
		}
	case reflect.Slice:
		if x.IsNil() != y.IsNil() || x.Len() != y.Len() {
			c.t.Errorf("%s: %s: %d and %d elements", c.name, where, x.Len(), y.Len())
			return
		}
		for i := range x.Len() {
			c.equal(x.Index(i), y.Index(i), where+"["+x.Type().Elem().String()+"]")
		}
	case reflect.Map:
		if x.IsNil() != y.IsNil() || x.Len() != y.Len() {
			c.t.Errorf("%s: %s: %d and %d elements", c.name, where, x.Len(), y.Len())
		}
		for _, key := range x.MapKeys() {
			c.equal(x.MapIndex(key), y.MapIndex(key), where)
		}
	case reflect.Func, reflect.Chan, reflect.UnsafePointer:
		c.t.Errorf("%s: %s: a %s", c.name, where, x.Kind())
	case reflect.Float64: // NaN is NaN, and 0 not -0
		if math.Float64bits(x.Float()) != math.Float64bits(y.Float()) {
			c.t.Errorf("%s: %s: %v and %v", c.name, where, x, y)
		}
	default:
		if !x.Equal(y) {
			c.t.Errorf("%s: %s: %v and %v", c.name, where, x, y)
		}
	}
}

func (c *comparison) pointer(x, y reflect.Value, where string) {
	switch a, b := x.UnsafePointer(), y.UnsafePointer(); {
	case x.IsNil() || y.IsNil():
		if x.IsNil() != y.IsNil() {
			c.t.Errorf("%s: %s: nil and not nil", c.name, where)
		}
	case x.Type() == reflect.TypeFor[*goja.Program]():
		if c.programs[(*goja.Program)(a)] != (*goja.Program)(b) {
			c.t.Errorf("%s: %s: another program", c.name, where)
		}
	case x.Type() == reflect.TypeFor[*Binding]():
		if c.bindings[(*Binding)(a)] != (*Binding)(b) {
			c.t.Errorf("%s: %s: another binding", c.name, where)
		}
	case x.Type() == reflect.TypeFor[*literalPattern]():
		p, q := (*literalPattern)(a), (*literalPattern)(b)
		if p.flags != q.flags || !p.source.SameAs(q.source) || q.get().re.Flags != p.get().re.Flags {
			c.t.Errorf("%s: %s: another pattern", c.name, where)
		}
	case x.Type() == reflect.TypeFor[*guard]():
		c.slots((*guard)(a).first, (*guard)(b).first, where)
	case x.Type() == reflect.TypeFor[*asyncEntry]():
		c.slots((*asyncEntry)(a).first, (*asyncEntry)(b).first, where)
	case x.Type().String() == "*goja.newRegexp": // any will do
	case x.Type().String() == "*goja.yieldMarker":
		if a != b {
			c.t.Errorf("%s: %s: another marker", c.name, where)
		}
	case x.Type().String() == "*goja.valueBigInt":
		if (*big.Int)(a).Cmp((*big.Int)(b)) != 0 {
			c.t.Errorf("%s: %s: another number", c.name, where)
		}
	default:
		c.equal(x.Elem(), y.Elem(), where)
	}
}

// slots compares instructions that stand inside others.
func (c *comparison) slots(a, b instruction, where string) {
	in := func(i *instruction) reflect.Value { return reflect.NewAt(codeType().Elem(), unsafe.Pointer(i)).Elem() }
	c.equal(in(&a), in(&b), where)
}

// every is a program with every kind of instruction that there is a short way to.
const every = `
'use strict';
var a = 1, b = -1, c = 1.5, d = 'text', e = 'grün', f = 123456789012345678901234567890n, g = null, h = undefined, i = true, j = [1,,2, ...[3]];
let k = 70000, l = -70000, m = 1e300, n = NaN, nn = 0 / 0, o = -0, p = "\ud800";
const { q, r: [s = 1, ...t], ...u } = { q: 1, r: [2, 3], z: 1 };
function v(x, { y } = {}, ...z) { arguments; return x?.y?.[z] ?? y ** 2; }
class W extends Array {
	static #count = 0; #x = 1; y = this.#x; static { W.#count++; }
	constructor() { super(); new.target; }
	get z() { return super.length; } set z(v) { this.#x = v; } #m() { return #x in this; } static s() {} ['com' + 'puted']() { return this.#m(); }
	async am() { await null; super.length } *gm() { yield* []; yield; const x = yield* []; return yield x; }
}
async function aa() { for (const x of [1]) await x; }
function* bb() { try { yield 1; } catch { } finally { yield 2; } }
const cc = async (x) => await x, dd = x => { switch (x) { case 1: break; default: return () => x; } };
outer: for (let i = 0; i < 3; i++) { for (const x in { a: 1 }) { if (i) continue outer; (() => i)(); } }
const tagged = ((s, ...v) => s.raw.join())` + "`a${1}b\\n${2}ü`" + `;
try { undefined.x } catch ({ message }) { throw new TypeError(message) } finally { /a(b)\u{61}|ö/giu.test(d); /[/]/y }
typeof missing; delete j[0]; void 0; d instanceof Object; 'x' in {}; a = b += c -= 2; a ||= 1; a &&= 2; j[0] ??= 1; ({ get x() { return 1 }, set x(v) {}, [d]: 1, async f() {}, __proto__: null });
`

const sloppy = `
with ({ x: 1 }) { x; y = x; }
function f(a, b) { arguments[0] = 1; eval('var dynamic = a'); { let z = 1; const c = 2; eval('z + c'); } return dynamic; }
if (f) { function inBlock() {} }
var a = this; a++; --a; delete a;
class A { #p; m() { return eval('this.#p'); } static x = eval('1'); }
`

func compileForTest(t *testing.T, u Unit) *Module {
	t.Helper()
	m, err := CompileUnit(moduleHead, u)
	if err != nil {
		t.Fatalf("%s: %v", u.Name, err)
	}
	return m
}

func TestImageOfEveryInstruction(t *testing.T) {
	for name, text := range map[string]string{"every": every, "sloppy": sloppy, "empty": "", "comment": "// ü"} {
		t.Run(name, func(t *testing.T) { checkImage(t, compileForTest(t, Unit{Name: name, Text: text})) })
	}
}

func TestImageOfScripts(t *testing.T) {
	m, err := CompileScriptUnit(Unit{Name: "script", Text: "var a; let b; const c = 1; function f() {} f(); a = b + c"})
	if err != nil {
		t.Fatal(err)
	}
	checkImage(t, m)
}

func TestImageOfForeignNamesAndEdits(t *testing.T) {
	text := "import { a } from 'm';\na; a(); a.b; a.b(); a = 1; typeof a; export default function () { return other }"
	u := Unit{
		Name: "unit", Text: text, Foreign: []string{"a", "other", "unused"}, Default: "theDefault",
		Edits: []Edit{{0, strings.Index(text, "\n"), ""}, {strings.Index(text, "export"), len("export default function"), "function theDefault"}},
	}
	m, err := CompileUnit(Head{Generator: true, Prologue: "'use strict'; yield [];"}, u)
	if err != nil {
		t.Fatal(err)
	}
	checkImage(t, m)
}

func TestImageOfAsyncGenerators(t *testing.T) {
	u := Unit{
		Name: "unit", Foreign: []string{"helpers"}, AsyncGenerators: AsyncGenerators{Helper: "generator", Helpers: "helpers"},
		Text:   "var generator = helpers.generator; function g(a) { return generator(this, arguments, function* () { try { return 1 } finally { } }) }",
		Origin: &Origin{Text: "async function* g(a) { try { return 1 } finally { } }", Marks: []Mark{{0, 0}, {40, 10}, {100, 30}}},
	}
	m := compileForTest(t, u)
	if m.AsyncGenerators == nil {
		t.Fatal("no asynchronous generator")
	}
	checkImage(t, m)
}

// TestImageOfPrograms keeps all the programs that this repository has.
func TestImageOfPrograms(t *testing.T) {
	var files []string
	for _, folder := range []string{"../../hostapi", "../../testdata", "../../webtests"} {
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && strings.HasSuffix(path, ".js") {
				files = append(files, path)
			}
			return nil
		})
	}
	kept, refused := 0, 0
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil || len(text) > 1<<20 {
			continue
		}
		m, err := CompileUnit(moduleHead, Unit{Name: path, Text: string(text)})
		if err != nil {
			continue // an ES module, or a test of syntax errors
		}
		e := newEncoder(m)
		if _, ok := e.image(); !ok {
			refused++
			t.Logf("%s: %s", path, e.refused)
			continue
		}
		kept++
		checkImage(t, m)
	}
	t.Logf("%d kept, %d refused", kept, refused)
	if kept < 500 || refused > kept/100 {
		t.Errorf("%d kept, %d refused", kept, refused)
	}
}

// benchmarkUnit is a module as they are.
func benchmarkUnit(b *testing.B) Unit {
	text, err := os.ReadFile("../../hostapi/assert/lib/assert.js")
	if err != nil {
		b.Fatal(err)
	}
	return Unit{Name: "unit", Text: string(text)}
}

func BenchmarkCompile(b *testing.B) {
	u := benchmarkUnit(b)
	b.SetBytes(int64(len(u.Text)))
	for b.Loop() {
		if _, err := CompileUnit(moduleHead, u); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkImage(b *testing.B) {
	u := benchmarkUnit(b)
	m, err := CompileUnit(moduleHead, u)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(u.Text)))
	for b.Loop() {
		if _, ok := m.Image(); !ok {
			b.Fatal("no image")
		}
	}
}

func benchmarkLoad(b *testing.B, use func(*goja.Program)) {
	u := benchmarkUnit(b)
	m, err := CompileUnit(moduleHead, u)
	if err != nil {
		b.Fatal(err)
	}
	data, _ := m.Image()
	b.ReportMetric(float64(len(data))/float64(len(u.Text)), "bytes/byte")
	b.SetBytes(int64(len(u.Text)))
	for b.Loop() {
		m, err := LoadUnit(u, data)
		if err != nil {
			b.Fatal(err)
		}
		use(m.Program)
	}
}

func BenchmarkLoad(b *testing.B) { benchmarkLoad(b, complete) }

func BenchmarkLoadWhole(b *testing.B) {
	benchmarkLoad(b, func(p *goja.Program) { walk(p, func(*goja.Program) {}) })
}

// FuzzLoadUnit reads images that nobody wrote. They may be refused, at once or
// when a function is called, and mean anything; no more.
func FuzzLoadUnit(f *testing.F) {
	u := Unit{Name: "unit", Text: every}
	for _, text := range []string{every, sloppy, "", "x"} {
		m, err := CompileUnit(moduleHead, Unit{Name: "unit", Text: text})
		if err != nil {
			f.Fatal(err)
		}
		data, _ := m.Image()
		f.Add(data)
		f.Add(data[:len(data)/2])
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := LoadUnit(u, data)
		if err != nil {
			return
		}
		defer func() {
			if r := recover(); r != nil {
				if err, ok := r.(error); !ok || !errors.Is(err, errImage) {
					panic(r)
				}
			}
		}()
		walk(m.Program, func(*goja.Program) {})
	})
}

// TestImageThatIsDamaged cuts and changes an image.
func TestImageThatIsDamaged(t *testing.T) {
	m := compileForTest(t, Unit{Name: "unit", Text: every})
	data, _ := m.Image()
	try := func(data []byte) {
		defer func() {
			if r := recover(); r != nil {
				if err, ok := r.(error); !ok || !errors.Is(err, errImage) {
					panic(r)
				}
			}
		}()
		if m, err := LoadUnit(*m.made.unit, data); err == nil {
			walk(m.Program, func(*goja.Program) {})
		}
	}
	for i := range data {
		try(data[:i])
		changed := bytes.Clone(data)
		changed[i] ^= 1 << (i % 8)
		try(changed)
	}
}
