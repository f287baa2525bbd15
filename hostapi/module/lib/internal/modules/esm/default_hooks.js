'use strict';
// The ends of the chains of hooks: what Node does without any.

const { codes } = require('internal/errors');
const { pathOf } = require('internal/modules/esm/file_url');
const formats = require('internal/modules/esm/format');
const resolver = require('internal/modules/esm/resolve');

// The main script has no parent, and leads to itself.
function resolve(specifier, { parentURL }) {
  const url = parentURL === undefined && specifier.startsWith('file:') ? resolver.resolve(specifier, specifier) : resolver.resolve(specifier, parentURL);
  const answer = Object.create(null);
  answer.url = url;
  if (!url.startsWith('data:')) answer.format = formatHint(url);
  return answer;
}

// formatHint is the format, as far as the name of a file and its package say it:
// null when its source decides.
function formatHint(url) {
  if (!url.startsWith('file:')) return url.startsWith('node:') ? 'builtin' : undefined;
  const hint = formats.formatByName(pathOf(url));
  return hint === 'none' ? null : hint;
}

async function load(url, context) {
  const { protocol } = new URL(url);
  if (protocol === 'node:') return answer(context.format ?? 'builtin', url, null);
  if (protocol !== 'file:' && protocol !== 'data:') throw new codes.ERR_UNSUPPORTED_ESM_URL_SCHEME(new URL(url), ['file', 'data', 'node']);
  const format = context.format ?? formats.formatOf(url);
  const file = protocol === 'file:';
  if (format === 'commonjs' && file && context.format !== null && context.format !== undefined) return answer(format, url, undefined);
  return answer(format, url, Buffer.from(formats.readSource(url)));
}

function answer(format, responseURL, source) { return Object.assign(Object.create(null), { format, responseURL, source }); }

module.exports = { load, resolve };
