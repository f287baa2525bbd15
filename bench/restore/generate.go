package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// write makes the program's files: a service of so many modules, and main.
func write(folder string, modules, lines int) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	files := map[string]string{"main.js": mainText, "registry.js": registryText, "app.js": appText(modules)}
	for i := range modules {
		files[fmt.Sprintf("m%d.js", i)] = moduleText(i, lines)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// mainText answers one request, or has a snapshot of the program do it.
const mainText = `const app = require('./app.js');
const { startupSnapshot } = require('v8');
const serve = () => console.log(app.request('/m17/item/3'));
if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(serve);
else serve();
`

// registryText is what the modules register with: routes, checks of what they get,
// tables for what they look up.
const registryText = `const routes = [];
exports.route = (pattern, check, handler) => {
  const names = [];
  const source = pattern.replace(/:(\w+)/g, (_, name) => { names.push(name); return '([^/]+)'; });
  routes.push({ pattern, expression: new RegExp('^' + source + '$'), names, check: exports.compile(check), handler });
};
exports.compile = (check) => Object.entries(check).map(([name, type]) => [name, (value) => typeof value === type || type === 'number' && !Number.isNaN(+value)]);
exports.table = (size, make) => new Map(Array.from({ length: size }, (_, i) => [make(i), i]));
exports.request = (path) => {
  for (const { expression, names, check, handler } of routes) {
    const found = expression.exec(path);
    if (!found) continue;
    const parameters = Object.fromEntries(names.map((name, i) => [name, found[i + 1]]));
    for (const [name, valid] of check) if (!valid(parameters[name])) return 400;
    return handler(parameters);
  }
  return 404;
};
exports.count = () => routes.length;
`

func appText(modules int) string {
	var b strings.Builder
	b.WriteString("const registry = require('./registry.js');\n")
	for i := range modules {
		fmt.Fprintf(&b, "require('./m%d.js').register(registry);\n", i)
	}
	b.WriteString("exports.request = registry.request;\n")
	return b.String()
}

// moduleText returns a module of so many lines: classes that it keeps, with methods
// of usual length, and what it does when it is loaded.
func moduleText(n, lines int) string {
	var b strings.Builder
	var names []string
	for strings.Count(b.String(), "\n") < lines-14 {
		name := fmt.Sprintf("Store%d", len(names))
		names = append(names, name)
		fmt.Fprintf(&b, `class %s {
  items = [{ id: %d, name: 'item %d', tags: ['a', 'b'] }];
  find(id, { deep = false, ...rest } = {}) {
    for (const item of this.items) if (item.id === id && /^item \d+$/.test(item.name)) return deep ? { ...item, ...rest } : item;
    return undefined;
  }
  async load(url) {
    const found = await Promise.resolve(this.find(url.length) ?? { id: %d });
    return found.id / 2 + (url ? 1 : 0);
  }
}
`, name, len(names), n, n)
	}
	fmt.Fprintf(&b, "const stores = { %s };\n", strings.Join(names, ", "))
	fmt.Fprintf(&b, `const instances = Object.values(stores).map((Store) => new Store());
exports.stores = stores;
exports.register = (registry) => {
  const words = registry.table(200, (i) => 'word ' + (i * %d %% 1009));
  registry.route('/m%d/item/:id', { id: 'number' }, ({ id }) => {
    return instances.map((store) => store.find(+id)?.name ?? '-').join() + words.get('word 0');
  });
  registry.route('/m%d/list', {}, () => instances.length);
};
`, n+1, n, n)
	return b.String()
}
