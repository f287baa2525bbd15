'use strict';
// The conditions under which entries of exports and imports maps count.

const own = require('internal/options').list('--conditions');

module.exports = {
  forRequire: new Set([...own, 'node', 'require', 'module-sync', 'node-addons']),
  forImport: new Set([...own, 'node', 'import', 'module-sync', 'node-addons']),
};
