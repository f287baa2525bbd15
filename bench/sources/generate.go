package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// dialect is a way to write the same program.
type dialect struct {
	name, title, extension string
	// types says that there are types; common that modules are CommonJS.
	types, common bool
}

var dialects = []dialect{
	{name: "commonjs", title: "CommonJS", extension: ".js", common: true},
	{name: "esm", title: "ESM", extension: ".mjs"},
	{name: "typescript", title: "TypeScript", extension: ".ts", types: true},
}

// importsMax is how many others a module imports: those before it.
const importsMax = 3

// write makes the program's files: modules that import each other, and main.
func (d dialect) write(folder string, modules, lines int) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	files := map[string]string{"main" + d.extension: d.mainText(modules)}
	if d.types {
		files["package.json"] = `{ "type": "module" }`
	}
	files["start"+d.extension] = d.startText(modules)
	for i := range modules {
		files[fmt.Sprintf("m%d%s", i, d.extension)] = d.moduleText(i, lines)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (d dialect) importLine(names string, of int) string {
	if d.common {
		return fmt.Sprintf("const { %s } = require('./m%d.js');\n", names, of)
	}
	return fmt.Sprintf("import { %s } from './m%d%s';\n", names, of, d.extension)
}

func (d dialect) mainText(modules int) string {
	var b strings.Builder
	for i := range modules {
		b.WriteString(d.importLine(fmt.Sprintf("total%d", i), i))
	}
	b.WriteString("let sum = 0;\n")
	for i := range modules {
		fmt.Fprintf(&b, "sum += total%d(%d);\n", i, i%7)
	}
	b.WriteString("console.log(sum);\n")
	return b.String()
}

// startText returns what a startup snapshot is made of: the program, and a first turn
// that runs functions of a few modules.
func (d dialect) startText(modules int) string {
	name := fmt.Sprintf("total%d", modules/2)
	load := "import v8 from 'v8';\nimport './main" + d.extension + "';\n"
	if d.common {
		load = "const v8 = require('v8');\nrequire('./main.js');\n"
	}
	return load + d.importLine(name, modules/2) + "v8.startupSnapshot.addDeserializeCallback(() => console.log(" + name + "(1)));\n"
}

// typed returns a type annotation, where there are types.
func (d dialect) typed(annotation string) string {
	if d.types {
		return annotation
	}
	return ""
}

// moduleText returns a module of so many lines: classes, functions, literals.
func (d dialect) moduleText(n, lines int) string {
	var b strings.Builder
	var calls []string
	for k := 1; k <= importsMax && n-k >= 0; k++ {
		b.WriteString(d.importLine(fmt.Sprintf("half%d", n-k), n-k))
		calls = append(calls, fmt.Sprintf("half%d(x)", n-k))
	}
	export := "export "
	if d.common {
		export = ""
	}
	if d.types {
		fmt.Fprintf(&b, "interface Item%d { id: number; name: string; tags?: string[] }\n", n)
	}
	fmt.Fprintf(&b, "%sfunction half%d(x%s)%s { return (x * %d) %% 13; }\n", export, n, d.typed(": number"), d.typed(": number"), n+1)
	calls = append(calls, fmt.Sprintf("half%d(x)", n))
	for strings.Count(b.String(), "\n") < lines-9 {
		d.class(&b, n, strings.Count(b.String(), "\n"))
	}
	fmt.Fprintf(&b, "%sfunction total%d(x%s)%s {\n  return %s;\n}\n", export, n, d.typed(": number"), d.typed(": number"), strings.Join(calls, " + "))
	if d.common {
		fmt.Fprintf(&b, "exports.half%d = half%d;\nexports.total%d = total%d;\n", n, n, n, n)
	}
	return b.String()
}

// class writes a class of ten lines.
func (d dialect) class(b *strings.Builder, n, at int) {
	fmt.Fprintf(b, "class Store%d_%d {\n", n, at)
	fmt.Fprintf(b, "  items%s = [{ id: %d, name: 'item %d', tags: ['a', `b${%d}`] }];\n", d.typed(fmt.Sprintf(": Item%d[]", n)), at, n, at)
	fmt.Fprintf(b, "  find(id%s, { deep = false, ...rest }%s = {})%s {\n", d.typed(": number"), d.typed(": { deep?: boolean, [key: string]: unknown }"), d.typed(fmt.Sprintf(": Item%d | undefined", n)))
	fmt.Fprintf(b, "    for (const item of this.items) if (item.id === id && /^item \\d+$/.test(item.name)) return deep ? { ...item, ...rest } : item;\n")
	fmt.Fprintf(b, "    return undefined;\n  }\n")
	fmt.Fprintf(b, "  async load(url%s)%s {\n", d.typed(": string"), d.typed(": Promise<number>"))
	fmt.Fprintf(b, "    const found = await Promise.resolve(this.find(url.length) ?? { id: %d });\n", at)
	fmt.Fprintf(b, "    return found.id / 2 + (url ? 1 : 0);\n  }\n}\n")
}
