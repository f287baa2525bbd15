'use strict';
// TAP: https://testanything.org/tap-version-13-specification.html, with what Node puts into the
// blocks of YAML.

const { inspect } = require('internal/util/inspect');
const { unwrapped } = require('internal/test/failure');
const { makeReporter } = require('internal/test/reporter/generator');

const levels = new Map();
const controls = { '\b': '\\b', '\f': '\\f', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\v': '\\v' };

function indent(nesting) {
  let text = levels.get(nesting);
  if (text === undefined) levels.set(nesting, text = '    '.repeat(nesting));
  return text;
}

function escape(text) {
  return String(text).replace(/[\b\f\t\n\r\v]/g, (c) => controls[c]).replaceAll('\\', '\\\\').replaceAll('#', '\\#');
}

function event({ type, data }) {
  switch (type) {
    case 'test:fail':
      return result(data, 'not ok') + details(data, placeOf(data));
    case 'test:pass':
      return result(data, 'ok') + details(data, undefined);
    case 'test:plan':
      return `${indent(data.nesting)}1..${data.count}\n`;
    case 'test:start':
      return `${indent(data.nesting)}# Subtest: ${escape(data.name)}\n`;
    case 'test:stderr':
    case 'test:stdout':
      return comments(data.message);
    case 'test:diagnostic':
      return `${indent(data.nesting)}# ${escape(data.message)}\n`;
    case 'test:coverage':
      return require('internal/test/reporter/coverage_table').coverageTable(data.summary, '# ');
    default:
      return undefined;
  }
}

function comments(message) {
  const lines = message.split(/\r\n|\n|\r/).filter((line) => line !== '');
  return lines.map((line) => `# ${escape(line)}\n`).join('');
}

function placeOf(data) { return data.file === undefined ? undefined : `${data.file}:${data.line}:${data.column}`; }

function result(data, outcome) {
  let line = `${indent(data.nesting)}${outcome} ${data.testNumber}`;
  if (data.name) line += ` ${escape(`- ${data.name}`)}`;
  if (data.skip !== undefined) line += ` # SKIP${reason(data.skip)}`;
  else if (data.todo !== undefined) line += ` # ${'todo'.toUpperCase()}${reason(data.todo)}`;
  return `${line}\n`;
}

function reason(text) { return typeof text === 'string' && text.length > 0 ? ` ${escape(text)}` : ''; }

function details({ nesting, details: { duration_ms, type, error } }, place) {
  const margin = indent(nesting);
  return `${margin}  ---\n${yaml(margin, 'duration_ms', duration_ms)}${type === undefined ? '' : yaml(margin, 'type', type)}` +
    `${place === undefined ? '' : yaml(margin, 'location', place)}${yaml(margin, null, error, new Set())}${margin}  ...\n`;
}

// yaml writes a value with its name; the properties of an error stand beside it, without a name.
function yaml(margin, name, value, seen = new Set()) {
  if (value === null) return `${margin}  ${name}: ~\n`;
  if (value === undefined) return '';
  const prefix = `${margin}  ${name}:`;
  if (typeof value !== 'object') return scalar(margin, prefix, name, value);
  if (seen.has(value)) return `${prefix} <Circular>\n`;
  seen.add(value);
  const isError = value instanceof Error || require('util').types.isNativeError(value);
  let text = '';
  let inner = margin;
  if (name !== null) {
    text = value instanceof Date ? `${prefix} ${value.toISOString()}\n` : `${prefix}\n`;
    inner = `${margin}  `;
  }
  for (const [key, property] of Object.entries(value)) {
    if (isError && (key === 'cause' || key === 'code')) continue;
    text += yaml(inner, key, property, seen);
  }
  return isError ? text + errorText(margin, value, seen) : text;
}

function scalar(margin, prefix, name, value) {
  if (typeof value !== 'string') return `${prefix} ${inspect(value)}\n`;
  if (!/\r\n|\n|\r/.test(value)) return `${prefix} ${inspect(value)}\n`;
  const lines = value.split(/\r\n|\n|\r/).map((line) => `${margin}    ${line}\n`);
  return `${prefix} |-\n${lines.join('')}`;
}

function isAssertion(error) {
  return error !== null && typeof error === 'object' && 'expected' in error && 'actual' in error;
}

function errorText(margin, error, seen) {
  const isWrapper = error.code === 'ERR_TEST_FAILURE' && unwrapped.has(error.failureType);
  const cause = isWrapper ? error.cause : undefined;
  const pick = (key) => cause?.[key] ?? error[key];
  let text = yaml(margin, 'error', pick('message') ?? '<unknown error>', seen);
  const code = pick('code');
  const name = pick('name');
  if (code) text += yaml(margin, 'code', code, seen);
  if (name && name !== 'Error') text += yaml(margin, 'name', name, seen);
  const assertion = isAssertion(cause) ? cause : isAssertion(error) ? error : undefined;
  if (assertion !== undefined) {
    text += yaml(margin, 'expected', assertion.expected, seen) + yaml(margin, 'actual', assertion.actual, seen);
    if (assertion.operator) text += yaml(margin, 'operator', assertion.operator, seen);
  }
  return text + frames(margin, cause?.stack ?? error.stack);
}

const frameStart = /^ {4}at /;

function frames(margin, stack) {
  if (typeof stack !== 'string') return '';
  const lines = stack.split('\n').filter((line) => frameStart.test(line));
  if (lines.length === 0) return '';
  return `${margin}  stack: |-\n${lines.map((line) => `${margin}    ${line.replace(frameStart, '')}\n`).join('')}`;
}

module.exports = makeReporter('tap', () => ({ head: 'TAP version 13\n', event }));
