'use strict';
// What has run: of this process, and of those of test files together.

const binding = internalBinding('modules');
const { rangesOf } = require('internal/test/coverage/ranges');

// V8 compiles functions when they are called first, and knows no blocks of others,
// except of this one.
const eagerly = '<instance_members_initializer>';

// counted returns what this process has counted: { path, source, functions }.
function counted() {
  return binding.coverage().map(([name, source, functions]) => ({
    path: name.startsWith('file:') ? require('internal/url').fileURLToPath(name) : name,
    source,
    functions: functions.map(([label, start, end, count, regions]) => ({ name: label, start, end, count, regions })),
  }));
}

// A Collection adds up what processes have counted.
class Collection {
  #units = new Map(); // path → unit

  add(units) {
    for (const unit of units) {
      const known = this.#units.get(unit.path);
      if (known === undefined) this.#units.set(unit.path, unit);
      else if (known.source === unit.source) sum(known.functions, unit.functions);
    }
  }

  // scripts returns the files in order, with V8's ranges.
  scripts() {
    const units = Array.from(this.#units.values()).sort((a, b) => (a.path < b.path ? -1 : 1));
    return units.map(({ path, source, functions }) => ({
      path, source, functions: relevant(functions).map((f, i) => ({ name: f.name, isBlockCoverage: f.count > 0 || f.name === eagerly, ranges: rangesOf(f, i === 0) })),
    }));
  }
}

// relevant leaves out functions inside of those that never ran.
function relevant(functions) {
  const around = [];
  return functions.filter((f) => {
    while (around.length > 0 && around.at(-1).end <= f.start) around.pop();
    if (f.count === 0 && around.length > 0 && around.at(-1).count === 0) return false;
    around.push(f);
    return true;
  });
}

// The same source has the same regions.
function sum(to, from) {
  from.forEach((f, i) => {
    to[i].count += f.count;
    for (let j = 2; j < f.regions.length; j += 3) to[i].regions[j] += f.regions[j];
  });
}

module.exports = { Collection, counted };
