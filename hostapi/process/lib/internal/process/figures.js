'use strict';
// What a process can measure about itself: time, memory, use of the processor.

const binding = internalBinding('process');
const { codes: { ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE } } = require('internal/errors');
const { validateArray, validateNumber, validateObject } = require('internal/validators');

const nanosPerSecond = 1e9;

function hrtime(time) {
  const now = binding.fineClock();
  const seconds = Math.floor(now / nanosPerSecond);
  const nanos = now % nanosPerSecond;
  if (time === undefined) return [seconds, nanos];
  validateArray(time, 'time');
  if (time.length !== 2) throw new ERR_OUT_OF_RANGE('time', 2, time.length);
  const borrow = nanos < time[1] ? 1 : 0;
  return [seconds - time[0] - borrow, nanos - time[1] + borrow * nanosPerSecond];
}
hrtime.bigint = function bigint() { return BigInt(binding.fineClock()); };

function uptime() { return binding.fineClock() / nanosPerSecond; }

function memoryUsage() {
  const [rss, heapTotal, heapUsed] = binding.usage();
  return { rss, heapTotal, heapUsed, external: 0, arrayBuffers: 0 };
}
memoryUsage.rss = function rss() { return binding.usage()[0]; };

function checkFigure(value, name) {
  validateNumber(value, name);
  if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER)) throw new ERR_INVALID_ARG_VALUE.RangeError(name, value);
}

function cpuUsage(prevValue) {
  if (prevValue) {
    validateObject(prevValue, 'prevValue');
    checkFigure(prevValue.user, 'prevValue.user');
    checkFigure(prevValue.system, 'prevValue.system');
  }
  const [, , , , user, system] = binding.usage();
  return prevValue ? { user: user - prevValue.user, system: system - prevValue.system } : { user, system };
}

const resources = ['minorPageFault', 'majorPageFault', 'swappedOut', 'fsRead', 'fsWrite', 'ipcSent', 'ipcReceived', 'signalsCount',
  'voluntaryContextSwitches', 'involuntaryContextSwitches'];

function resourceUsage() {
  const figures = binding.usage();
  const usage = {
    userCPUTime: figures[4], systemCPUTime: figures[5], maxRSS: Math.floor(figures[0] / 1024), sharedMemorySize: 0,
    unsharedDataSize: 0, unsharedStackSize: 0,
  };
  resources.forEach((name, i) => { usage[name] = figures[6 + i]; });
  return usage;
}

function availableMemory() { return require('os').freemem(); }
function constrainedMemory() { return 0; }

module.exports = { hrtime, uptime, memoryUsage, cpuUsage, resourceUsage, availableMemory, constrainedMemory };
