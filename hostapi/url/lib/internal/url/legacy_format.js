'use strict';

// url.format for the older URL: joins what parts are there.

const { encodeComponent } = internalBinding('url');

const plainInAuth = "!'()*:~-._";

function formatHost(url, auth) {
  if (url.host) return auth + url.host;
  if (!url.hostname) return '';
  const { hostname } = url;
  const bare = hostname.includes(':') && !(hostname[0] === '[' && hostname[hostname.length - 1] === ']');
  return `${auth}${bare ? `[${hostname}]` : hostname}${url.port ? `:${url.port}` : ''}`;
}

function encodeAuth(auth) {
  const encoded = encodeComponent(auth, plainInAuth);
  if (encoded !== undefined) return encoded;
  const { codes: { ERR_INVALID_URI } } = require('internal/errors');
  throw Object.assign(new URIError('URI malformed'), { code: new ERR_INVALID_URI().code });
}

function withMark(text, mark) {
  return text !== '' && text[0] !== mark ? mark + text : text;
}

function formatQuery(url) {
  const { query } = url;
  const text = query !== null && typeof query === 'object' ? require('querystring').stringify(query) : '';
  return url.search || (text && `?${text}`) || '';
}

function format(url, withSlashes) {
  const auth = url.auth ? `${encodeAuth(url.auth)}@` : '';
  let protocol = url.protocol || '';
  let pathname = url.pathname || '';
  let host = formatHost(url, auth);
  const search = formatQuery(url);
  if (protocol && protocol[protocol.length - 1] !== ':') protocol += ':';
  pathname = pathname.replace(/[#?]/g, (char) => (char === '#' ? '%23' : '%3F'));
  if (url.slashes || withSlashes.has(protocol)) {
    if (url.slashes || host) {
      pathname = withMark(pathname, '/');
      host = `//${host}`;
    } else if (protocol.startsWith('file')) {
      host = '//';
    }
  }
  return protocol + host + pathname + withMark(search.replaceAll('#', '%23'), '?') + withMark(url.hash || '', '#');
}

module.exports = { format };
