'use strict';
// What stands in for modules: mocks of node:test. A substitute has a record for those
// who import it, and exports for those who require it.

const substitutes = new Map(); // URL → substitute

// forRequest returns the substitute for what require would load: a file, or the id of
// a core module.
function forRequest(resolved) {
  if (substitutes.size === 0) return undefined;
  if (resolved.startsWith('node:')) return substitutes.get(resolved);
  if (require('internal/modules/cjs').isBuiltin(resolved)) return substitutes.get(`node:${resolved}`);
  return substitutes.get(require('internal/modules/esm/file_url').urlOf(resolved));
}

module.exports = { forRequest, substitutes };
