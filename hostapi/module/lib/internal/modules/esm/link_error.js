'use strict';
// The error of an import that the other module does not export.

const binding = internalBinding('modules');

// missingExport returns the error of name, which importer asks module for at an
// offset of its source.
function missingExport(importer, module, specifier, name, at) {
  let message = `The requested module '${specifier}' does not provide an export named '${name}'`;
  if (module.format === 'commonjs') message = commonMessage(importer, specifier, name, at);
  return binding.moduleError(importer.handle, at, message);
}

function commonMessage(importer, specifier, name, at) {
  let message = `Named export '${name}' not found. The requested module '${specifier}' is a CommonJS module, which may ` +
    'not support all module.exports as named exports.\nCommonJS modules can always be imported via the default export, ' +
    `for example using:\n\nimport pkg from '${specifier}';\n`;
  const names = binding.namesOnLine(importer.handle, at);
  if (names !== undefined) message += `const ${names.replace(/\s+as\s+/g, ': ')} = pkg;\n`;
  return message;
}

module.exports = { missingExport };
