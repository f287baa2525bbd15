'use strict';
// Module records: linking and evaluation as the ECMAScript specification has
// them (cyclic module records with asynchronous evaluation, section 16.2.1.5).

const binding = internalBinding('modules');
const compile = require('internal/modules/compile');
const { makeNamespace } = require('internal/modules/esm/namespace');
const { createDeferredPromise } = require('internal/util');

const namespaceName = '*';

// A module of any kind. What an export name leads to is a target:
// { module, name }, where name is a variable of that module or "*" for its
// namespace; null when there is none, 'ambiguous' when there are several.
class ModuleRecord {
  constructor(url) {
    this.url = url;
    this.status = 'unlinked';
    this.namespaceObject = undefined;
    this.members = undefined; // the number of the namespace, for code that reads its members
    this.targets = undefined; // export name → target, once the namespace exists
    this.evaluationError = undefined; // { value }
  }

  namespace() {
    if (this.namespaceObject === undefined) {
      this.targets = new Map();
      for (const name of this.exportedNames(new Set())) {
        const found = this.resolveExport(name, []);
        if (found !== null && found !== 'ambiguous') this.targets.set(name, found);
      }
      this.namespaceObject = makeNamespace(this, Array.from(this.targets.keys()));
    }
    return this.namespaceObject;
  }

  // bindNamespace makes a foreign name of a module this one's namespace.
  bindNamespace(handle, local) {
    const object = this.namespace();
    if (this.members === undefined) {
      this.members = binding.makeNamespace();
      for (const [name, found] of this.targets) {
        if (found.name !== namespaceName) found.module.addTo(this.members, name, found.name);
        else binding.addMember(this.members, name, found.module.namespace(), false);
      }
    }
    binding.bindNamespace(handle, local, object, this.members);
  }

  // readExport returns the value of a name of the namespace.
  readExport(name) {
    const found = this.targets.get(name);
    if (found.name === namespaceName) return found.module.namespace();
    return found.module.readLocal(found.name, name);
  }
}

// A module that is not written as one: its exports are values that are set
// when it is evaluated.
class SyntheticModule extends ModuleRecord {
  constructor(url, names, evaluate) {
    super(url);
    this.values = new Map(names.map((name) => [name, undefined]));
    this.readers = new Map(); // name → the functions that hand a value to those who import it
    this.run = evaluate;
  }

  exportedNames() { return Array.from(this.values.keys()); }
  resolveExport(name) { return this.values.has(name) ? { module: this, name } : null; }
  readLocal(name) { return this.values.get(name); }
  link() { if (this.status === 'unlinked') this.status = 'linked'; }

  bind(name, handle, local) { this.addReader(name, (value) => binding.bindValue(handle, local, value)); }

  addTo(members, name, local) { this.addReader(local, (value) => binding.addMember(members, name, value, false)); }

  addReader(name, reader) {
    reader(this.values.get(name));
    const readers = this.readers.get(name);
    if (readers === undefined) this.readers.set(name, [reader]);
    else readers.push(reader);
  }

  setExport(name, value) {
    this.values.set(name, value);
    for (const reader of this.readers.get(name) || []) reader(value);
  }

  evaluateOnce() {
    if (this.evaluationError !== undefined) throw this.evaluationError.value;
    if (this.status === 'evaluated') return;
    this.status = 'evaluated';
    try {
      this.run(this);
    } catch (error) {
      this.evaluationError = { value: error };
      throw error;
    }
  }
}

// A module written as one.
class SourceModule extends ModuleRecord {
  constructor(url, parsed) {
    super(url);
    this.handle = parsed.handle;
    this.requests = parsed.requests;
    this.loaded = []; // the records of the requests
    this.imports = parsed.imports; // taken apart by index: an iterator makes an object for each step
    this.exports = parsed.exports;
    this.usesMeta = parsed.meta;
    this.usesImport = parsed.dynamic;
    this.getters = new Map(); // local variable → the function that reads it
    this.body = undefined;    // a generator, or a function that resumes an asynchronous one
    this.hasAwait = false;
    this.index = 0;
    this.ancestor = 0;
    this.cycleRoot = undefined;
    this.asyncOrder = undefined; // when its evaluation became asynchronous
    this.asyncDone = false;
    this.pendingAsync = 0;
    this.asyncParents = [];
    this.capability = undefined;
    this.indexExports();
  }

  indexExports() {
    const imported = new Map(this.imports.map(({ 0: request, 1: name, 2: local }) => [local, { request, name }]));
    this.local = new Map();    // export name → variable
    this.indirect = new Map(); // export name → { request, name }
    this.stars = [];           // requests
    for (const { 0: name, 1: local, 2: request, 3: from } of this.exports) {
      if (request >= 0 && name === '') this.stars.push(request);
      else if (request >= 0) this.indirect.set(name, { request, name: from });
      else if (imported.has(local)) this.indirect.set(name, imported.get(local));
      else this.local.set(name, local);
    }
  }

  exportedNames(seen) {
    if (seen.has(this)) return [];
    seen.add(this);
    const names = new Set([...this.local.keys(), ...this.indirect.keys()]);
    for (const request of this.stars) {
      for (const name of this.loaded[request].exportedNames(seen)) if (name !== 'default') names.add(name);
    }
    return Array.from(names);
  }

  resolveExport(name, path) {
    const own = this.local.get(name);
    if (own !== undefined) return { module: this, name: own };
    if (path.some((step) => step.module === this && step.name === name)) return null;
    path.push({ module: this, name });
    const indirect = this.indirect.get(name);
    if (indirect !== undefined) {
      const from = this.loaded[indirect.request];
      if (indirect.name === namespaceName) return { module: from, name: namespaceName };
      return from.resolveExport(indirect.name, path);
    }
    return name === 'default' ? null : this.resolveStar(name, path);
  }

  resolveStar(name, path) {
    let result = null;
    for (const request of this.stars) {
      const found = this.loaded[request].resolveExport(name, path);
      if (found === 'ambiguous') return found;
      if (found === null) continue;
      if (result === null) result = found;
      else if (result.module !== found.module || result.name !== found.name) return 'ambiguous';
    }
    return result;
  }

  readLocal(local, name) {
    try {
      return this.getters.get(local)();
    } catch {
      throw new ReferenceError(`Cannot access '${name}' before initialization`);
    }
  }

  bind(local, handle, name) {
    const getter = this.getters.get(local);
    binding.bindVariable(handle, name, getter);
  }

  addTo(members, name, local) { binding.addMember(members, name, this.getters.get(local), true); }

  // Linking

  link() {
    const stack = [];
    try {
      this.innerLink(stack, 0);
    } catch (error) {
      for (const m of stack) m.status = 'unlinked';
      throw error;
    }
  }

  innerLink(stack, index) {
    if (this.status !== 'unlinked') return index;
    this.status = 'linking';
    this.index = this.ancestor = index++;
    stack.push(this);
    for (const required of this.loaded) {
      if (!(required instanceof SourceModule)) {
        required.link();
        continue;
      }
      index = required.innerLink(stack, index);
      if (required.status === 'linking') this.ancestor = Math.min(this.ancestor, required.ancestor);
    }
    this.checkNames();
    this.instantiate();
    if (this.ancestor === this.index) closeCycle(stack, this, (m) => { m.status = 'linked'; m.bindImports(); });
    return index;
  }

  // checkNames makes sure that every name asked of another module is there.
  checkNames() {
    for (const { 0: name, 2: request, 3: from, 4: at } of this.exports) {
      if (request < 0 || name === '' || from === namespaceName) continue;
      this.checkTarget(this.resolveExport(name, []), request, from, at);
    }
    for (const { 0: request, 1: name, 3: at } of this.imports) {
      if (name !== namespaceName) this.checkTarget(this.loaded[request].resolveExport(name, []), request, name, at);
    }
  }

  checkTarget(found, request, name, at) {
    if (found !== null && found !== 'ambiguous') return;
    const specifier = this.requests[request][0];
    if (found === 'ambiguous') {
      throw binding.moduleError(this.handle, at,
        `The requested module '${specifier}' contains conflicting star exports for name '${name}'`);
    }
    throw require('internal/modules/esm/link_error').missingExport(this, this.loaded[request], specifier, name, at);
  }

  // instantiate makes the module's variables, and hoists its functions.
  instantiate() {
    if (this.body !== undefined) return;
    const { body, async, locals, parsed } = compile.moduleFunction(this.handle);
    if (parsed !== undefined) {
      this.imports = parsed.imports;
      this.exports = parsed.exports;
      this.indexExports();
    }
    this.hasAwait = async;
    const keep = (getters) => locals.forEach((local, i) => this.getters.set(local, getters[i]));
    if (async) {
      this.startAsync(body, keep);
      return;
    }
    this.body = Reflect.apply(body, undefined, []);
    keep(this.body.next().value);
  }

  startAsync(body, keep) {
    let resume;
    binding.bindValue(this.handle, 'link()', (getters) => {
      keep(getters);
      return new Promise((resolve) => { resume = resolve; });
    });
    const done = Reflect.apply(body, undefined, []);
    this.body = () => {
      resume();
      binding.runLastJob();
      return done;
    };
  }

  bindImports() {
    for (const { 0: request, 1: name, 2: local } of this.imports) {
      if (name === namespaceName) {
        this.loaded[request].bindNamespace(this.handle, local);
        continue;
      }
      const found = this.loaded[request].resolveExport(name, []);
      if (found.name === namespaceName) found.module.bindNamespace(this.handle, local);
      else found.module.bind(found.name, this.handle, local);
    }
  }

  // Evaluation

  // evaluate returns the promise of the module's evaluation.
  evaluate() {
    const root = this.status === 'evaluated' || this.status === 'evaluating-async' ? this.cycleRoot || this : this;
    if (root.capability !== undefined) return root.capability.promise;
    root.capability = createDeferredPromise();
    const stack = [];
    try {
      root.innerEvaluate(stack, 0);
      if (root.asyncOrder === undefined || root.asyncDone) root.capability.resolve(undefined);
    } catch (error) {
      for (const m of stack) {
        m.status = 'evaluated';
        m.evaluationError = { value: error };
      }
      root.status = 'evaluated';
      root.evaluationError = { value: error };
      root.capability.reject(error);
    }
    return root.capability.promise;
  }

  innerEvaluate(stack, index) {
    if (this.status === 'evaluating-async' || this.status === 'evaluated') {
      if (this.evaluationError !== undefined) throw this.evaluationError.value;
      return index;
    }
    if (this.status === 'evaluating') return index;
    this.status = 'evaluating';
    this.index = this.ancestor = index++;
    this.pendingAsync = 0;
    stack.push(this);
    for (const required of this.loaded) index = this.evaluateRequired(required, stack, index);
    if (this.pendingAsync > 0 || this.hasAwait) {
      this.asyncOrder = nextAsyncOrder++;
      if (this.pendingAsync === 0) this.executeAsync();
    } else {
      this.body.next();
    }
    if (this.ancestor === this.index) {
      closeCycle(stack, this, (m) => {
        m.status = m.asyncOrder === undefined ? 'evaluated' : 'evaluating-async';
        m.cycleRoot = this;
      });
    }
    return index;
  }

  evaluateRequired(required, stack, index) {
    if (!(required instanceof SourceModule)) {
      required.evaluateOnce();
      return index;
    }
    index = required.innerEvaluate(stack, index);
    let awaited = required;
    if (required.status === 'evaluating') {
      this.ancestor = Math.min(this.ancestor, required.ancestor);
    } else {
      awaited = required.cycleRoot;
      if (awaited.evaluationError !== undefined) throw awaited.evaluationError.value;
    }
    if (awaited.asyncOrder !== undefined && !awaited.asyncDone) {
      this.pendingAsync++;
      awaited.asyncParents.push(this);
    }
    return index;
  }

  executeAsync() {
    if (this.hasAwait) this.body().then(() => this.fulfilled(), (error) => this.rejected(error));
  }

  // fulfilled goes on with the modules that waited for this one.
  fulfilled() {
    if (this.status === 'evaluated') return;
    this.asyncDone = true;
    this.status = 'evaluated';
    if (this.capability !== undefined) this.capability.resolve(undefined);
    for (const m of this.ready().sort((a, b) => a.asyncOrder - b.asyncOrder)) {
      if (m.status === 'evaluated') continue;
      if (m.hasAwait) {
        m.executeAsync();
        continue;
      }
      try {
        m.body.next();
      } catch (error) {
        m.rejected(error);
        continue;
      }
      m.asyncDone = true;
      m.status = 'evaluated';
      if (m.capability !== undefined) m.capability.resolve(undefined);
    }
  }

  // ready lists the modules that wait for nothing any more.
  ready(list = []) {
    for (const m of this.asyncParents) {
      if (list.includes(m) || m.cycleRoot.evaluationError !== undefined) continue;
      if (--m.pendingAsync > 0) continue;
      list.push(m);
      if (!m.hasAwait) m.ready(list);
    }
    return list;
  }

  rejected(error) {
    if (this.status === 'evaluated') return;
    this.evaluationError = { value: error };
    this.status = 'evaluated';
    this.asyncDone = true;
    if (this.capability !== undefined) this.capability.reject(error);
    for (const m of this.asyncParents) m.rejected(error);
  }

  // awaits says that this module or one that it needs awaits at its top level.
  awaits(seen = new Set()) {
    if (seen.has(this)) return false;
    seen.add(this);
    return this.hasAwait || this.loaded.some((m) => m instanceof SourceModule && m.awaits(seen));
  }
}

let nextAsyncOrder = 0;

// closeCycle takes the modules of a cycle from the stack.
function closeCycle(stack, root, close) {
  const members = stack.splice(stack.lastIndexOf(root));
  for (const m of members) close(m);
}

module.exports = { SourceModule, SyntheticModule };
