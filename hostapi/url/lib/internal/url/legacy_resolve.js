'use strict';

// url.resolve for the older URL.

function copyParts(target, source, except) {
  for (const key of Object.keys(source)) {
    if (key !== except) target[key] = source[key];
  }
}

// Settles path and href from the other parts.
function finish(result, withPath) {
  if (withPath) result.path = (result.pathname || '') + (result.search || '');
  result.href = result.format();
  return result;
}

function takeQuery(result, relative) {
  result.search = relative.search;
  result.query = relative.query;
}

// The first name in a path stands for the host that a URL with slashes must have.
function takeHostFromPath(relative) {
  const segments = (relative.pathname || '').split('/');
  while (segments.length > 0 && !(relative.host = segments.shift()));
  relative.host ||= '';
  relative.hostname ||= '';
  if (segments[0] !== '') segments.unshift('');
  if (segments.length < 2) segments.unshift('');
  return segments.join('/');
}

// A reference with a protocol of its own.
function resolveOtherProtocol(result, relative, withSlashes, scripts) {
  if (!withSlashes.has(relative.protocol)) {
    copyParts(result, relative);
    return finish(result, false);
  }
  result.protocol = relative.protocol;
  const needsHost = !relative.host && !/^file:?$/.test(relative.protocol) && !scripts.has(relative.protocol);
  result.pathname = needsHost ? takeHostFromPath(relative) : relative.pathname;
  takeQuery(result, relative);
  result.host = relative.host || '';
  result.auth = relative.auth;
  result.hostname = relative.hostname || relative.host;
  result.port = relative.port;
  result.slashes ||= relative.slashes;
  return finish(result, Boolean(result.pathname || result.search));
}

function segmentsOf(url) {
  return (url.pathname && url.pathname.split('/')) || [];
}

// Where protocols have no slashes, the host is the first segment of the path.
function hostIntoPath(url, segments) {
  if (!url.host) return;
  if (segments[0] === '') segments[0] = url.host;
  else segments.unshift(url.host);
}

function hostOutOfPath(result, host) {
  result.hostname = result.host = host;
  const at = host ? host.indexOf('@') : -1;
  if (at <= 0) return;
  const [auth, name] = host.split('@');
  result.auth = auth;
  result.host = result.hostname = name;
}

// Resolves "." and ".." from the end; gives the number of ".." that are left over.
function resolveDots(segments) {
  let up = 0;
  for (let i = segments.length - 1; i >= 0; i--) {
    const segment = segments[i];
    if (segment === '.') {
      segments.splice(i, 1);
    } else if (segment === '..') {
      segments.splice(i, 1);
      up++;
    } else if (up > 0) {
      segments.splice(i, 1);
      up--;
    }
  }
  return up;
}

function takeHost(result, relative) {
  if (relative.host || relative.host === '') {
    if (result.host !== relative.host) result.auth = null;
    result.host = relative.host;
    result.port = relative.port;
  }
  if (relative.hostname || relative.hostname === '') {
    if (result.hostname !== relative.hostname) result.auth = null;
    result.hostname = relative.hostname;
  }
}

function startsWithSlash(text) {
  return Boolean(text) && text[0] === '/';
}

function resolvePath(result, relative, withSlashes) {
  const relativeIsAbsolute = Boolean(relative.host || startsWithSlash(relative.pathname));
  let mustEndAbsolute = Boolean(relativeIsAbsolute || startsWithSlash(result.pathname) ||
    (result.host && relative.pathname));
  const removeAllDots = mustEndAbsolute;
  const noSlashes = Boolean(result.protocol && !withSlashes.has(result.protocol));
  let segments = segmentsOf(result);
  const relativeSegments = segmentsOf(relative);
  if (noSlashes) {
    result.hostname = '';
    result.port = null;
    hostIntoPath(result, segments);
    result.host = '';
    if (relative.protocol) {
      relative.hostname = null;
      relative.port = null;
      result.auth = null;
      hostIntoPath(relative, relativeSegments);
      relative.host = null;
    }
    mustEndAbsolute &&= relativeSegments[0] === '' || segments[0] === '';
  }
  if (relativeIsAbsolute) {
    takeHost(result, relative);
    takeQuery(result, relative);
    segments = relativeSegments;
  } else if (relativeSegments.length > 0) {
    segments.pop();
    segments.push(...relativeSegments);
    takeQuery(result, relative);
  } else if (relative.search !== null && relative.search !== undefined) {
    if (noSlashes) hostOutOfPath(result, segments.shift());
    takeQuery(result, relative);
    return finish(result, result.pathname !== null || result.search !== null);
  }
  return finishPath(result, relative, segments, { mustEndAbsolute, removeAllDots, noSlashes });
}

function finishPath(result, relative, segments, { mustEndAbsolute, removeAllDots, noSlashes }) {
  if (segments.length === 0) {
    result.pathname = null;
    result.path = result.search ? `/${result.search}` : null;
    return finish(result, false);
  }
  const last = segments[segments.length - 1];
  const isDirectory = last === '' || ((last === '.' || last === '..') &&
    Boolean(result.host || relative.host || segments.length > 1));
  const up = resolveDots(segments);
  if (!mustEndAbsolute && !removeAllDots) segments.unshift(...Array(up).fill('..'));
  if (mustEndAbsolute && segments[0] !== '' && !startsWithSlash(segments[0])) segments.unshift('');
  if (isDirectory && !segments.join('/').endsWith('/')) segments.push('');
  const isAbsolute = segments[0] === '' || startsWithSlash(segments[0]);
  if (noSlashes) hostOutOfPath(result, isAbsolute || segments.length === 0 ? '' : segments.shift());
  if (!isAbsolute && (mustEndAbsolute || (result.host && segments.length > 0))) segments.unshift('');
  if (segments.length > 0) {
    result.pathname = segments.join('/');
  } else {
    result.pathname = null;
    result.path = null;
  }
  if (result.pathname !== null || result.search !== null) {
    result.path = (result.pathname || '') + (result.search || '');
  }
  result.auth = relative.auth || result.auth;
  result.slashes ||= relative.slashes;
  return finish(result, false);
}

// Resolves relative against base, into result.
function resolveObject(base, relative, result, withSlashes, scripts) {
  copyParts(result, base);
  result.hash = relative.hash;
  if (relative.href === '') return finish(result, false);
  if (relative.slashes && !relative.protocol) {
    copyParts(result, relative, 'protocol');
    if (withSlashes.has(result.protocol) && result.hostname && !result.pathname) {
      result.path = result.pathname = '/';
    }
    return finish(result, false);
  }
  if (relative.protocol && relative.protocol !== result.protocol) {
    return resolveOtherProtocol(result, relative, withSlashes, scripts);
  }
  return resolvePath(result, relative, withSlashes);
}

module.exports = { resolveObject };
