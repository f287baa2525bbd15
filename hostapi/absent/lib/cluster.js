'use strict';
// cluster: the primary that never has a worker.

const EventEmitter = require('events');
const { absentFunction } = require('internal/errors/absent');

function Worker(options) {
  if (!(this instanceof Worker)) return new Worker(options);
  Reflect.apply(EventEmitter, this, []);
  this.exitedAfterDisconnect = undefined;
  this.state = (options && options.state) || 'none';
  this.id = (options && options.id) | 0;
}
Object.setPrototypeOf(Worker.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Worker, EventEmitter);
Worker.prototype.kill = function kill() { this.destroy(); };
Worker.prototype.destroy = function destroy() {};
Worker.prototype.disconnect = function disconnect() { return this; };
Worker.prototype.send = absentFunction('Worker', 'send');
Worker.prototype.isDead = function isDead() { return true; };
Worker.prototype.isConnected = function isConnected() { return false; };

const cluster = module.exports = new EventEmitter();
cluster.isWorker = false;
cluster.isMaster = true;
cluster.isPrimary = true;
cluster.Worker = Worker;
cluster.workers = {};
cluster.settings = {};
cluster.SCHED_NONE = 1;
cluster.SCHED_RR = 2;
cluster.schedulingPolicy = cluster.SCHED_RR;
cluster.setupPrimary = function setupPrimary(options) {
  cluster.settings = { args: process.argv.slice(2), exec: process.argv[1], execArgv: process.execArgv, silent: false, ...cluster.settings, ...options };
  process.nextTick(() => cluster.emit('setup', cluster.settings));
};
cluster.setupMaster = cluster.setupPrimary;
cluster.fork = absentFunction('cluster', 'fork', 1);
cluster.disconnect = function disconnect(callback) {
  if (typeof callback === 'function') process.nextTick(callback);
};
