'use strict';
// What Tab proposes in a session: commands, modules and files in require, names
// of the global object, and properties.

const path = require('path');
const fs = require('fs');

const keywords = ['async', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else',
  'export', 'extends', 'false', 'finally', 'for', 'function', 'if', 'import', 'in', 'instanceof', 'let', 'new', 'null', 'return',
  'switch', 'this', 'throw', 'true', 'try', 'typeof', 'var', 'void', 'while', 'with', 'yield'];

const requireCall = /\b(?:require|import)\s*\(\s*['"`](([\w@./:-]+\/)?(?:[\w@./:-]*))(?![^'"`])$/;
const chain = /(?:[a-zA-Z_$](?:\w|\$)*\??\.)*[a-zA-Z_$](?:\w|\$)*\??\.?$/;

function complete(server, line) {
  const command = /^\s*\.(\w*)$/.exec(line);
  if (command) return filtered([Object.keys(server.commands)], command[1], command[1]);
  const request = requireCall.exec(line);
  if (request) return completeModule(request[1], request[2] || '');
  const match = chain.exec(line);
  if (match) return completeChain(server, match[0]);
  return line.length === 0 || /[\s(\[{,;=+\-*/!&|?:<>]$/.test(line) ? filtered(globals(server), '', '') : [[], line];
}

// filtered returns the proposals of several groups that begin with a text.
function filtered(groups, beginning, completeOn) {
  const proposals = [];
  const seen = new Set();
  for (const group of groups) {
    const fresh = group.filter((name) => name.startsWith(beginning) && !seen.has(name)).sort((a, b) => (a < b ? -1 : 1));
    if (fresh.length === 0) continue;
    if (proposals.length > 0) proposals.push('');
    for (const name of fresh) {
      seen.add(name);
      proposals.push(name);
    }
  }
  return [proposals, completeOn];
}

function isIdentifier(name) { return typeof name === 'string' && /^[a-zA-Z_$][\w$]*$/.test(name); }

// namesOf returns the groups of property names of a value: its own, and those
// of each prototype.
function namesOf(value) {
  const groups = [];
  let object = Object(value);
  for (let depth = 0; object !== null && depth < 100; depth++) {
    groups.push(Object.getOwnPropertyNames(object).filter(isIdentifier));
    object = Object.getPrototypeOf(object);
  }
  return groups;
}

function globals(server) { return [...namesOf(server.context), keywords]; }

function completeChain(server, text) {
  const dot = text.lastIndexOf('.');
  if (dot < 0) return filtered(globals(server), text, text);
  const expression = text.slice(0, dot).replace(/\?$/, '');
  let value;
  try {
    value = server._run(`try { ${expression} } catch {}`, 'REPL completion');
  } catch {
    return [[], text];
  }
  if (value === undefined || value === null) return [[], text];
  const prefix = text.slice(0, dot + 1);
  const [names] = filtered(namesOf(value), text.slice(dot + 1), '');
  return [names.map((name) => (name === '' ? '' : prefix + name)), text];
}

function completeModule(request, folder) {
  const groups = [];
  if (/^\.\.?(?:\/|$)|^\//.test(request)) {
    groups.push(filesIn(path.resolve(process.cwd(), folder || '.'), folder));
    if (request === '.' || request === '..') groups.push([`${request}/`]);
  } else {
    for (const place of require('internal/modules/resolve').nodeModulePaths(process.cwd())) {
      groups.push(filesIn(path.join(place, folder), folder));
    }
    groups.push(require('module').builtinModules, require('module').builtinModules.map((id) => `node:${id}`));
  }
  return filtered(groups, request, request);
}

// filesIn returns what a folder has that require could load.
function filesIn(directory, folder) {
  let entries;
  try {
    entries = fs.readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
  const found = [];
  for (const entry of entries) {
    if (entry.isDirectory() || entry.isSymbolicLink()) {
      if (!entry.name.startsWith('.')) found.push(`${folder}${entry.name}/`.replace(/\/$/, folder.startsWith('.') ? '/' : ''));
    } else if (/\.(?:js|cjs|json|node)$/.test(entry.name)) {
      found.push(folder + entry.name.replace(/\.js$/, ''));
    }
  }
  return found;
}

module.exports = { complete };
