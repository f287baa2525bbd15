'use strict';
// child_process: no process can be started yet.

const EventEmitter = require('events');
const { absentFunction } = require('internal/errors/absent');

function ChildProcess() {
  if (!(this instanceof ChildProcess)) return new ChildProcess();
  Reflect.apply(EventEmitter, this, []);
  this._closesNeeded = 1;
  this._closesGot = 0;
  this.connected = false;
  this.signalCode = null;
  this.exitCode = null;
  this.killed = false;
  this.spawnfile = null;
}
Object.setPrototypeOf(ChildProcess.prototype, EventEmitter.prototype);
Object.setPrototypeOf(ChildProcess, EventEmitter);
ChildProcess.prototype.spawn = absentFunction('ChildProcess', 'spawn', 1);
ChildProcess.prototype.kill = function kill() { return false; };
ChildProcess.prototype.ref = function ref() {};
ChildProcess.prototype.unref = function unref() {};

module.exports = { _forkChild: absentFunction('child_process', '_forkChild', 2), ChildProcess };
for (const [name, length] of [['exec', 3], ['execFile', 4], ['execFileSync', 3], ['execSync', 2], ['fork', 1], ['spawn', 3], ['spawnSync', 3]]) {
  module.exports[name] = absentFunction('child_process', name, length);
}
