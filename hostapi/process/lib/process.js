'use strict';
// process: an EventEmitter with what the program was started with. How errors
// end the program stands in internal/process/errors, the standard streams in
// internal/process/stdio.

const EventEmitter = require('events');
const binding = internalBinding('process');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_UNKNOWN_SIGNAL } } = require('internal/errors');
const { validateBoolean, validateString } = require('internal/validators');
const info = binding.info();

function process() {}
process.prototype = Object.create(EventEmitter.prototype, {
  constructor: { value: process, writable: true, configurable: true },
  [Symbol.toStringTag]: { value: 'process', configurable: true },
});
const self = module.exports = new process();
EventEmitter.call(self);

// constant defines a property that a program can only take away, or (kept) not
// even that.
function constant(name, value, kept = false) {
  Object.defineProperty(self, name, { value, enumerable: true, configurable: !kept, writable: false });
}

// lazy defines a property whose value is made when somebody looks.
function lazy(name, make, settable) {
  let value;
  const set = settable ? (replacement) => { value = replacement; } : undefined;
  Object.defineProperty(self, name, { enumerable: true, configurable: true, get() { return (value ??= make()); }, set });
}

self.title = require('internal/options').option('--title') || 'jsrr';
constant('version', 'v20.20.2');
constant('versions', require('internal/process/versions'));
constant('arch', info.arch);
constant('platform', info.platform);
constant('release', { name: 'node', lts: 'Iron' });
const argv = self.argv = [];
constant('argv0', 'jsrr', true);
const execArgv = self.execArgv = [];

// started sets what another process was started with in another way. The lists stay
// the same ones: programs keep them.
function started() {
  argv.splice(0, argv.length, info.execPath, ...(info.script ? [info.script] : []), ...info.args);
  execArgv.splice(0, execArgv.length, ...info.execArgv);
  self.execPath = info.execPath;
  constant('pid', info.pid);
  self.ppid = info.ppid;
}
started();
const { forgets } = require('internal/process/restart');
forgets(() => {
  Object.assign(info, binding.info());
  started();
});
self.debugPort = 9229;
constant('config', Object.freeze({ target_defaults: Object.freeze({}), variables: Object.freeze({}) }));
constant('features', {
  inspector: false, debug: false, uv: true, ipv6: true, tls_alpn: true, tls_sni: true, tls_ocsp: true,
  tls: true, cached_builtins: true, require_module: false,
}, true);
const environment = require('internal/process/env');
self.env = environment.env;
self.nextTick = binding.nextTick;
self.getuid = () => info.uid;
self.geteuid = () => info.euid;
self.getgid = () => info.gid;
self.getegid = () => info.egid;
self.getgroups = () => [info.gid];

// checkedPath is a path given as a string, URL or Buffer.
function checkedPath(path) {
  if (typeof path === 'string') return path;
  if (path instanceof URL) return require('url').fileURLToPath(path);
  if (Buffer.isBuffer(path)) return path.toString();
  throw new ERR_INVALID_ARG_TYPE('path', ['string', 'Buffer', 'URL'], path);
}

let directory; // the working directory changes only through chdir, and in another process
forgets(() => { directory = undefined; });
self.cwd = function cwd() {
  if (directory === undefined) directory = binding.cwd();
  return directory;
};
self.chdir = function chdir(target) {
  validateString(target, 'directory');
  binding.chdir(target, self.cwd());
  directory = undefined;
};
self.umask = function umask(mask) {
  if (mask === undefined) return binding.umask();
  return binding.umask(require('internal/fs/arguments').parseFileMode(mask, 'mask'));
};

Object.assign(self, require('internal/process/figures'));

self.kill = function kill(pid, signal) {
  if (pid != (pid | 0)) throw new ERR_INVALID_ARG_TYPE('pid', 'number', pid); // eslint-disable-line eqeqeq
  const { signals } = require('os').constants;
  const number = typeof signal === 'number' ? signal : signals[signal || 'SIGTERM'];
  if (number === undefined) throw new ERR_UNKNOWN_SIGNAL(signal);
  const errno = binding.kill(pid | 0, number);
  if (errno !== 0) throw require('internal/errors/system').errnoException(errno, 'kill');
  return true;
};
self.abort = function abort() { binding.exit(134); };

// Node's options that change what process.emitWarning does.
const { option } = require('internal/options');
if (option('--deprecation') === false) self.noDeprecation = true;
if (option('--throw-deprecation')) self.throwDeprecation = true;
if (option('--trace-deprecation')) self.traceDeprecation = true;

const errors = require('internal/process/errors');
Object.defineProperty(self, 'exitCode', { enumerable: true, configurable: false, ...errors.exitCode });
self.exit = errors.exit;
self.reallyExit = binding.exit;
const warnings = require('internal/process/warnings');
self.emitWarning = warnings.emitWarning;
self.setUncaughtExceptionCaptureCallback = errors.setCaptureCallback;
self.hasUncaughtExceptionCaptureCallback = errors.hasCaptureCallback;
let sourceMaps = option('--enable-source-maps') === true; // run_main turns them on
self.setSourceMapsEnabled = function setSourceMapsEnabled(val) {
  validateBoolean(val, 'val');
  if (val !== sourceMaps) require('internal/modules/source_map').enable(val);
  sourceMaps = val;
};
Object.defineProperty(self, 'sourceMapsEnabled', { enumerable: true, configurable: true, get() { return sourceMaps; } });
self.getActiveResourcesInfo = function getActiveResourcesInfo() {
  return binding.activeResources();
};
self._getActiveHandles = function _getActiveHandles() { return []; };
self._getActiveRequests = function _getActiveRequests() { return []; };
self._rawDebug = function _rawDebug(...args) { binding.emit(2, `${require('util').format(...args)}\n`); };
self._exiting = false;
self.loadEnvFile = function loadEnvFile(path) {
  environment.load(checkedPath(path ?? '.env'));
};
self.domain = null;
self.getBuiltinModule = function getBuiltinModule(id) {
  validateString(id, 'id');
  const Module = require('internal/modules/cjs');
  return Module.isBuiltin(id) ? Module._load(id) : undefined;
};
self.openStdin = function openStdin() {
  self.stdin.resume();
  return self.stdin;
};
lazy('allowedNodeEnvironmentFlags', () => require('internal/process/allowed_flags').make(), true);
lazy('report', () => require('internal/process/diagnostic_report'), false);
constant('moduleLoadList', []);
self.binding = function binding(name) {
  if (name === 'natives') return {};
  throw new Error(`No such module: ${name}`);
};
self.assert = function (value, message) { require('assert')(value, message || 'assertion error'); };

require('internal/process/stdio').install(self, info);
warnings.install(self);
require('internal/process/signals').install(self);
