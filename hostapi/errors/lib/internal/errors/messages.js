'use strict';

// The messages which have to be computed, by the class of the error. Each function gets the
// error (which already carries its code) and the arguments given to the constructor; it may put
// more properties on the error. internal/errors/templates has the simple ones.

const { argumentTypeMessage, determineSpecificType, formatList } = require('internal/errors/types');

let inspectModule;
function inspect(value, options) {
  inspectModule ??= require('internal/util/inspect');
  return inspectModule.inspect(value, options);
}

// Long values are cut, so that a message stays a line.
function shortInspect(value, limit) {
  const text = inspect(value);
  return text.length > limit ? `${text.slice(0, limit)}...` : text;
}

function addDigitSeparators(digits) {
  let result = '';
  let end = digits.length;
  const start = digits[0] === '-' ? 1 : 0;
  for (; end >= start + 4; end -= 3) result = `_${digits.slice(end - 3, end)}${result}`;
  return digits.slice(0, end) + result;
}

// Integers beyond 32 bits are written with separators.
function receivedNumber(value) {
  if (Number.isInteger(value) && Math.abs(value) > 2 ** 32) return addDigitSeparators(String(value));
  if (typeof value === 'bigint') {
    const limit = 2n ** 32n;
    const digits = String(value);
    return `${value > limit || value < -limit ? addDigitSeparators(digits) : digits}n`;
  }
  return inspect(value);
}

function quoteAlternatives(argument) {
  return Array.isArray(argument) ? argument.map((name) => `"${name}"`).join(' or ') : `"${argument}"`;
}

function importedFrom(base) {
  return base ? ` imported from ${base}` : '';
}

function lastName(path) {
  return path.slice(path.lastIndexOf('/') + 1);
}

const dynamicImport = 'dynamic import() which is available in all CommonJS modules';

// What to do instead of require().
function requireAdvice(filename, hasModuleSyntax, parentPath, packageJsonPath) {
  if (!packageJsonPath) {
    if (!filename.endsWith('.mjs')) return '';
    return `\nInstead change the require of ${filename} to a ${dynamicImport}.`;
  }
  const isSameName = parentPath && lastName(parentPath) === lastName(filename);
  const name = isSameName ? filename : lastName(filename);
  if (hasModuleSyntax) {
    return `\nInstead change the require of ${name} in ${parentPath} to a ${dynamicImport}.`;
  }
  return `\n${name} is treated as an ES module file as it is a .js file whose nearest parent ` +
    'package.json contains "type": "module" which declares all .js files in that package scope ' +
    `as ES modules.\nInstead either rename ${name} to end in .cjs, change the requiring code to ` +
    `use ${dynamicImport}, or change "type": "module" to "type": "commonjs" in ` +
    `${packageJsonPath} to treat all .js files as CommonJS (using .mjs for all ES modules instead).\n`;
}

exports.Error = {
  ERR_ACCESS_DENIED(error, message, permission = '', resource = '') {
    error.permission = permission;
    error.resource = resource;
    return message;
  },
  ERR_CRYPTO_INVALID_STATE(error, operation = undefined) {
    return operation === undefined ? 'Invalid state' : `Invalid state for operation ${operation}`;
  },
  ERR_FALSY_VALUE_REJECTION(error, reason) {
    error.reason = reason;
    return 'Promise was rejected with falsy value';
  },
  ERR_HTTP2_STREAM_CANCEL(error, cause = undefined) {
    if (cause === undefined) return 'The pending stream has been canceled';
    error.cause = cause;
    const reason = typeof cause?.message === 'string' ? ` (caused by: ${cause.message})` : '';
    return `The pending stream has been canceled${reason}`;
  },
  ERR_INTERNAL_ASSERTION(error, message) {
    const suffix = 'This is caused by either a bug in Node.js or incorrect usage of Node.js internals.\n' +
      'Please open an issue with this stack trace at https://github.com/nodejs/node/issues\n';
    return message === undefined ? suffix : `${message}\n${suffix}`;
  },
  ERR_INVALID_PACKAGE_CONFIG(error, path, base, message) {
    return `Invalid package config ${path}${base ? ` while importing ${base}` : ''}` +
      (message ? `. ${message}` : '');
  },
  ERR_INVALID_PACKAGE_TARGET(error, folder, key, target, isImport = false, base = undefined) {
    const field = isImport ? 'imports' : 'exports';
    const needsDot = !isImport && typeof target === 'string' && target.length > 0 &&
      !target.startsWith('./');
    const subject = key === '.' ? `Invalid "${field}" main target ${JSON.stringify(target)} defined` :
      `Invalid "${field}" target ${JSON.stringify(target)} defined for '${key}'`;
    return `${subject} in the package config ${folder}package.json${importedFrom(base)}` +
      (needsDot ? '; targets must start with "./"' : '');
  },
  ERR_MODULE_NOT_FOUND(error, path, base, exactUrl) {
    if (exactUrl) error.url = `${exactUrl}`;
    return `Cannot find ${exactUrl ? 'module' : 'package'} '${path}' imported from ${base}`;
  },
  ERR_PACKAGE_PATH_NOT_EXPORTED(error, folder, subpath, base = undefined) {
    const suffix = `${folder}package.json${importedFrom(base)}`;
    if (subpath === '.') return `No "exports" main defined in ${suffix}`;
    return `Package subpath '${subpath}' is not defined by "exports" in ${suffix}`;
  },
  ERR_REQUIRE_ASYNC_MODULE(error, filename, importing) {
    let message = 'require() cannot be used on an ESM graph with top-level await. Use import() instead. To see where the ' +
      'top-level await comes from, use --experimental-print-required-tla.';
    if (importing) message += `\n  From ${importing} `;
    if (filename) message += `\n  Requiring ${filename} `;
    return message;
  },
  ERR_REQUIRE_ESM(error, filename, hasModuleSyntax, parentPath = null, packageJsonPath = null) {
    const start = `require() of ES Module ${filename}${parentPath ? ` from ${parentPath}` : ''} not supported.`;
    return start + requireAdvice(filename, hasModuleSyntax, parentPath, packageJsonPath);
  },
  ERR_TEST_FAILURE(error, cause, failureType) {
    error.failureType = failureType;
    error.cause = cause;
    const message = cause?.message ?? cause;
    return typeof message === 'string' ? message : inspect(message);
  },
  ERR_TLS_CERT_ALTNAME_INVALID(error, reason, host, cert) {
    error.reason = reason;
    error.host = host;
    error.cert = cert;
    return `Hostname/IP does not match certificate's altnames: ${reason}`;
  },
  ERR_UNHANDLED_ERROR(error, value) {
    return value === undefined ? 'Unhandled error.' : `Unhandled error. (${value})`;
  },
  ERR_UNSUPPORTED_DIR_IMPORT(error, path, base, exactUrl) {
    error.url = exactUrl;
    return `Directory import '${path}' is not supported resolving ES modules imported from ${base}`;
  },
  ERR_UNSUPPORTED_ESM_URL_SCHEME(error, url, supported) {
    return `Only URLs with a scheme in: ${formatList(supported)} are supported by the default ` +
      `ESM loader. Received protocol '${url.protocol}'`;
  },
  ERR_WORKER_INVALID_EXEC_ARGV(error, flags, message = 'invalid execArgv flags') {
    return `Initiated Worker with ${message}: ${flags.join(', ')}`;
  },
};

exports.TypeError = {
  ERR_ENCODING_INVALID_ENCODED_DATA(error, encoding, errno = undefined) {
    if (errno !== undefined) error.errno = errno;
    return `The encoded data was not valid for encoding ${encoding}`;
  },
  ERR_HTTP2_INVALID_SETTING_VALUE(error, name, actual, min = undefined, max = undefined) {
    error.actual = actual;
    if (min !== undefined) {
      error.min = min;
      error.max = max;
    }
    return `Invalid value for setting "${name}": ${actual}`;
  },
  ERR_INVALID_ARG_TYPE(error, name, expected, actual) {
    return argumentTypeMessage(name, expected, actual);
  },
  ERR_INVALID_ARG_VALUE(error, name, value, reason = 'is invalid') {
    const kind = name.includes('.') ? 'property' : 'argument';
    return `The ${kind} '${name}' ${reason}. Received ${shortInspect(value, 128)}`;
  },
  ERR_INVALID_CHAR(error, name, field = undefined) {
    return `Invalid character in ${name}${field === undefined ? '' : ` ["${field}"]`}`;
  },
  ERR_INVALID_HTTP_TOKEN(error, name, field) {
    return `${name} must be a valid HTTP token${field === undefined ? '' : ` ["${field}"]`}`;
  },
  ERR_INVALID_MIME_SYNTAX(error, production, text, invalidIndex) {
    const place = invalidIndex !== -1 ? ` at ${invalidIndex}` : '';
    return `The MIME syntax for a ${production} in "${text}" is invalid${place}`;
  },
  ERR_INVALID_MODULE_SPECIFIER(error, request, reason, base = undefined) {
    return `Invalid module "${request}" ${reason}${importedFrom(base)}`;
  },
  ERR_INVALID_RETURN_PROPERTY(error, input, name, property, value) {
    return `Expected a valid ${input} to be returned for the "${property}" from the "${name}" ` +
      `hook but got ${determineSpecificType(value)}.`;
  },
  ERR_INVALID_RETURN_PROPERTY_VALUE(error, input, name, property, value) {
    return `Expected ${input} to be returned for the "${property}" from the "${name}" ` +
      `hook but got ${determineSpecificType(value)}.`;
  },
  ERR_INVALID_RETURN_VALUE(error, input, name, value) {
    return `Expected ${input} to be returned from the "${name}" function but got ` +
      `${determineSpecificType(value)}.`;
  },
  ERR_INVALID_URL(error, input, base = null) {
    error.input = input;
    if (base != null) error.base = base;
    return 'Invalid URL';
  },
  ERR_INVALID_URL_SCHEME(error, expected) {
    const schemes = typeof expected === 'string' ? [expected] : expected;
    return `The URL must be ${schemes.length > 1 ? 'one of' : 'of'} scheme ${schemes.join(' or ')}`;
  },
  ERR_MISSING_ARGS(error, ...names) {
    const noun = names.length > 1 ? 'arguments' : 'argument';
    return `The ${formatList(names.map(quoteAlternatives))} ${noun} must be specified`;
  },
  ERR_PACKAGE_IMPORT_NOT_DEFINED(error, specifier, folder, base) {
    const place = folder ? ` in package ${folder}package.json` : '';
    return `Package import specifier "${specifier}" is not defined${place} imported from ${base}`;
  },
  ERR_PARSE_ARGS_UNKNOWN_OPTION(error, option, allowPositionals) {
    const advice = ". To specify a positional argument starting with a '-', " +
      `place it at the end of the command after '--', as in '-- "${option}"`;
    return `Unknown option '${option}'${allowPositionals ? advice : ''}`;
  },
  ERR_TLS_ALPN_CALLBACK_INVALID_RESULT(error, value, protocols) {
    return `ALPN callback returned a value (${value}) that did not match any of the client's ` +
      `offered protocols (${protocols.join(', ')})`;
  },
  ERR_WORKER_PATH(error, filename) {
    const wrap = filename.startsWith('file://') ? ' Wrap file:// URLs with `new URL`.' : '';
    return 'The worker script or module filename must be an absolute path or a relative path ' +
      `starting with './' or '../'.${wrap} Received "${filename}"`;
  },
};

exports.RangeError = {
  ERR_CRYPTO_INVALID_SCRYPT_PARAMS(error, reason = undefined) {
    return `Invalid scrypt params${reason === undefined ? '' : `: ${reason}`}`;
  },
  ERR_BUFFER_OUT_OF_BOUNDS(error, name = undefined) {
    if (name) return `"${name}" is outside of buffer bounds`;
    return 'Attempt to access memory outside buffer bounds';
  },
  ERR_INVALID_ADDRESS_FAMILY(error, family, host, port) {
    error.host = host;
    error.port = port;
    return `Invalid address family: ${family} ${host}:${port}`;
  },
  ERR_OUT_OF_RANGE(error, name, range, value, replaceDefault = false) {
    const subject = replaceDefault ? name : `The value of "${name}" is out of range.`;
    return `${subject} It must be ${range}. Received ${receivedNumber(value)}`;
  },
  ERR_SOCKET_BAD_PORT(error, name, port, allowZero = true) {
    return `${name} should be ${allowZero ? '>=' : '>'} 0 and < 65536. ` +
      `Received ${determineSpecificType(port)}.`;
  },
};
