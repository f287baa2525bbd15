'use strict';

// performance.nodeTiming and performance.eventLoopUtilization: how the program started, and how
// much of its time the loop waits. jsrr starts without the steps that Node names, so those are 0.

const { PerformanceEntry, kCreate, nanosPerMilli, now } = require('internal/perf/entry');

const binding = internalBinding('perf_hooks');

const milestones = ['nodeStart', 'v8Start', 'environment', 'loopStart', 'loopExit', 'bootstrapComplete'];

function loopTimes() {
  binding.measureIdle();
  const [start, exit, idle] = binding.loopTimes();
  return {
    loopStart: start < 0 ? -1 : start / nanosPerMilli,
    loopExit: exit < 0 ? -1 : exit / nanosPerMilli,
    idleTime: idle / nanosPerMilli,
  };
}

class PerformanceNodeTiming extends PerformanceEntry {
  constructor() {
    super(kCreate, {});
    const fields = {
      name: () => 'node',
      entryType: () => 'node',
      startTime: () => 0,
      duration: now,
      nodeStart: () => 0,
      v8Start: () => 0,
      environment: () => 0,
      loopStart: () => loopTimes().loopStart,
      loopExit: () => loopTimes().loopExit,
      bootstrapComplete: () => 0,
      idleTime: () => loopTimes().idleTime,
    };
    for (const name of Object.keys(fields)) {
      Object.defineProperty(this, name, { enumerable: true, configurable: true, get: fields[name] });
    }
  }

  toJSON() {
    const {
      name, entryType, startTime, duration, nodeStart, v8Start, bootstrapComplete, environment,
      loopStart, loopExit, idleTime,
    } = this;
    return {
      name, entryType, startTime, duration, nodeStart, v8Start, bootstrapComplete, environment,
      loopStart, loopExit, idleTime,
    };
  }
}

let timing;

function nodeTiming() { return timing ??= new PerformanceNodeTiming(); }

function utilization(idle, active) {
  return { idle, active, utilization: idle + active === 0 ? 0 : active / (idle + active) };
}

function eventLoopUtilization(util1, util2) {
  const { loopStart, idleTime } = loopTimes();
  if (loopStart <= 0) return { idle: 0, active: 0, utilization: 0 };
  if (util2) return utilization(util1.idle - util2.idle, util1.active - util2.active);
  const active = now() - loopStart - idleTime;
  if (!util1) return utilization(idleTime, active);
  return utilization(idleTime - util1.idle, active - util1.active);
}

module.exports = { eventLoopUtilization, milestones, nodeTiming };
