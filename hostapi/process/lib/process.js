'use strict';
// process: an EventEmitter with what the program was started with. How errors
// end the program stands in internal/process/errors, the standard streams in
// internal/process/stdio.

const EventEmitter = require('events');
const binding = internalBinding('process');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE, ERR_UNKNOWN_SIGNAL } } = require('internal/errors');
const { validateString, validateArray } = require('internal/validators');
const info = binding.info();

function process() {}
process.prototype = Object.create(EventEmitter.prototype, {
  constructor: { value: process, writable: true, configurable: true },
  [Symbol.toStringTag]: { value: 'process', configurable: true },
});
const self = module.exports = new process();
EventEmitter.call(self);

self.title = 'jsrr';
self.version = 'v20.20.2';
self.versions = require('internal/process/versions');
self.arch = info.arch;
self.platform = info.platform;
self.release = { name: 'node', lts: 'Iron' };
self.argv = [info.execPath].concat(info.script ? [info.script] : [], info.args);
self.argv0 = 'jsrr';
self.execArgv = info.execArgv;
self.execPath = info.execPath;
self.pid = info.pid;
self.ppid = info.ppid;
self.debugPort = 9229;
self.exitCode = undefined;
self.config = { target_defaults: {}, variables: {} };
self.features = {
  inspector: false, debug: false, uv: true, ipv6: true, tls_alpn: true, tls_sni: true, tls_ocsp: true,
  tls: true, cached_builtins: true,
};
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

let directory; // the working directory changes only through chdir
self.cwd = function cwd() {
  if (directory === undefined) directory = binding.cwd();
  return directory;
};
self.chdir = function chdir(target) {
  validateString(target, 'directory');
  binding.chdir(target);
  directory = undefined;
};
self.umask = function umask(mask) {
  if (mask === undefined) return binding.umask();
  return binding.umask(typeof mask === 'string' ? parseInt(mask, 8) : mask);
};

const nanosPerSecond = 1e9;
self.hrtime = function hrtime(previous) {
  const now = binding.fineClock();
  const seconds = Math.floor(now / nanosPerSecond);
  const nanos = now % nanosPerSecond;
  if (previous === undefined) return [seconds, nanos];
  validateArray(previous, 'time');
  if (previous.length !== 2) throw new ERR_OUT_OF_RANGE('time', 2, previous.length);
  const borrow = nanos < previous[1] ? 1 : 0;
  return [seconds - previous[0] - borrow, nanos - previous[1] + borrow * nanosPerSecond];
};
self.hrtime.bigint = function bigint() { return BigInt(binding.fineClock()); };
self.uptime = function uptime() { return binding.fineClock() / nanosPerSecond; };

self.memoryUsage = function memoryUsage() {
  const [rss, heapTotal, heapUsed] = binding.usage();
  return { rss, heapTotal, heapUsed, external: 0, arrayBuffers: 0 };
};
self.memoryUsage.rss = function rss() { return binding.usage()[0]; };
self.cpuUsage = function cpuUsage(previous) {
  const [, , , , user, system] = binding.usage();
  if (!previous) return { user, system };
  return { user: user - previous.user, system: system - previous.system };
};
self.resourceUsage = function resourceUsage() {
  const [rss, , , , user, system] = binding.usage();
  return {
    userCPUTime: user, systemCPUTime: system, maxRSS: Math.floor(rss / 1024), sharedMemorySize: 0, unsharedDataSize: 0,
    unsharedStackSize: 0, minorPageFault: 0, majorPageFault: 0, swappedOut: 0, fsRead: 0, fsWrite: 0, ipcSent: 0,
    ipcReceived: 0, signalsCount: 0, voluntaryContextSwitches: 0, involuntaryContextSwitches: 0,
  };
};

self.kill = function kill(pid, signal = 'SIGTERM') {
  if (pid != (pid | 0)) throw new ERR_INVALID_ARG_TYPE('pid', 'number', pid); // eslint-disable-line eqeqeq
  const { signals } = require('os').constants;
  const number = typeof signal === 'number' ? signal : signals[signal];
  if (number === undefined) throw new ERR_UNKNOWN_SIGNAL(signal);
  return binding.kill(pid | 0, number);
};
self.abort = function abort() { binding.exit(134); };

// Node's options that change what process.emitWarning does.
const { option } = require('internal/options');
self.noDeprecation = option('--deprecation') === false;
self.throwDeprecation = option('--throw-deprecation') === true;
self.traceDeprecation = option('--trace-deprecation') === true;

const errors = require('internal/process/errors');
self.exit = errors.exit;
self.reallyExit = binding.exit;
const warnings = require('internal/process/warnings');
self.emitWarning = warnings.emitWarning;
self.setUncaughtExceptionCaptureCallback = errors.setCaptureCallback;
self.hasUncaughtExceptionCaptureCallback = errors.hasCaptureCallback;
self.setSourceMapsEnabled = function setSourceMapsEnabled() {};
self.getActiveResourcesInfo = function getActiveResourcesInfo() {
  return binding.activeResources();
};
self._getActiveHandles = function _getActiveHandles() { return []; };
self._getActiveRequests = function _getActiveRequests() { return []; };
self._rawDebug = function _rawDebug(...args) { binding.emit(2, `${require('util').format(...args)}\n`); };
self._exiting = false;
self.loadEnvFile = function loadEnvFile(path = '.env') {
  environment.load(checkedPath(path));
};
self.domain = null;
self.sourceMapsEnabled = false;
self.getBuiltinModule = function getBuiltinModule(id) {
  validateString(id, 'id');
  const Module = require('internal/modules/cjs');
  return Module.isBuiltin(id) ? Module._load(id) : undefined;
};
self.openStdin = function openStdin() {
  self.stdin.resume();
  return self.stdin;
};
self.availableMemory = function availableMemory() { return require('os').freemem(); };
self.constrainedMemory = function constrainedMemory() { return 0; };
self.allowedNodeEnvironmentFlags = new Set();
self.report = undefined;
self.moduleLoadList = [];
self.binding = function (name) {
  if (name === 'natives') return {};
  throw new Error(`No such module: ${name}`);
};
self.assert = function (value, message) { require('assert')(value, message || 'assertion error'); };

require('internal/process/stdio').install(self, info);
warnings.install(self);
require('internal/process/signals').install(self);
