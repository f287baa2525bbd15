'use strict';
// The first code of a program. The parameters are the natives of boot:
// compile(id) returns the function of a core module, bind(area) the natives of
// an area, run() says what to run.
// eslint-disable-next-line no-unused-expressions
const { compile, bind, ids } = exports;

const bindings = new Map();
function internalBinding(area) {
  let binding = bindings.get(area);
  if (binding === undefined) bindings.set(area, binding = bind(area));
  return binding;
}

const cache = new Map();
function requireCore(id) {
  const known = cache.get(id);
  if (known !== undefined) return known.exports;
  const m = { exports: {}, id };
  cache.set(id, m);
  compile(id).call(m.exports, m.exports, requireCore, m, internalBinding);
  return m.exports;
}

requireCore('internal/language/install');
requireCore.ids = new Set(ids);

globalThis.process = requireCore('process');
requireCore('internal/process/errors').install();
requireCore('internal/globals');
const { runMain } = requireCore('internal/modules/run_main');
runMain(requireCore, internalBinding('modules').main());
