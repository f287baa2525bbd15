'use strict';
// Which files are test files.

const fs = require('fs');
const path = require('path');

const script = /\.[cm]?[jt]sx?$/;
const testName = /^(?:test|test-.+|.+[.\-_]test)\.[cm]?[jt]sx?$/;
const declaration = /\.d\.[cm]?ts$/;
const special = /[*?[\]{}]/;

function isScript(name) { return script.test(name) && !declaration.test(name); }

// collect adds the test files under a folder. In a folder of the name test all scripts are tests.
function collect(folder, inTest, found) {
  const all = inTest || path.basename(folder) === 'test';
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') collect(full, all, found);
    } else if (entry.isFile() && isScript(entry.name) && (all || testName.test(entry.name))) {
      found.add(full);
    }
  }
}

// toRegExp turns a pattern of files into a regular expression: ** is any folders, * and ? are parts
// of a name, {a,b} one of them, [a-z] one letter of these.
function toRegExp(pattern) {
  let text = '';
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (pattern.startsWith('**/', i)) {
      text += '(?:[^/]+/)*';
      i += 2;
    } else if (pattern.startsWith('**', i)) {
      text += '.*';
      i++;
    } else if (c === '*') text += '[^/]*';
    else if (c === '?') text += '[^/]';
    else if (c === '{') { text += '(?:'; depth++; }
    else if (c === '}' && depth > 0) { text += ')'; depth--; }
    else if (c === ',' && depth > 0) text += '|';
    else if (c === '[' && pattern.includes(']', i + 1)) {
      const end = pattern.indexOf(']', i + 1);
      text += `[${pattern.slice(i + 1, end).replace(/^!/, '^').replaceAll('\\', '\\\\')}]`;
      i = end;
    } else text += c.replace(/[.+^${}()|\\/]/g, '\\$&');
  }
  return new RegExp(`^${text}$`);
}

// match adds the scripts whose paths match a pattern.
function match(pattern, found) {
  const absolute = path.resolve(pattern);
  const parts = absolute.split('/');
  const root = parts.slice(0, parts.findIndex((part) => special.test(part))).join('/') || '/';
  const expression = toRegExp(absolute);
  const walk = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules') walk(full);
      } else if (isScript(entry.name) && expression.test(full)) found.add(full);
    }
  };
  if (fs.existsSync(root)) walk(root);
}

// testFiles returns the files that arguments stand for, sorted. An argument that leads nowhere is an
// error whose message says so.
function testFiles(args) {
  const found = new Set();
  for (const arg of args.length === 0 ? [process.cwd()] : args) {
    const full = path.resolve(arg);
    const stat = fs.statSync(full, { throwIfNoEntry: false });
    if (stat?.isDirectory()) collect(full, false, found);
    else if (stat !== undefined) found.add(full);
    else if (special.test(arg)) match(arg, found);
    else throw new Error(`Could not find '${full}'`);
  }
  return Array.from(found).sort();
}

module.exports = { testFiles };
