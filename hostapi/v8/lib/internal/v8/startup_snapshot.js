'use strict';
// v8.startupSnapshot: what a program does before its snapshot is taken, and when it
// goes on in another process.

const {
  codes: { ERR_DUPLICATE_STARTUP_SNAPSHOT_MAIN_FUNCTION, ERR_NOT_BUILDING_SNAPSHOT },
} = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { isBuilding } = internalBinding('v8');

const before = [];
const after = [];
let main;

function check(callback) {
  if (!isBuilding()) throw new ERR_NOT_BUILDING_SNAPSHOT();
  validateFunction(callback, 'callback');
}

// add puts a callback into one of the lists, of which each is called once.
function add(list, callback, data) {
  require('internal/process/restart').setCallbacks(serialize, restart);
  list.push({ callback, data });
}

function drain(list) {
  while (list.length > 0) {
    const { callback, data } = list.shift();
    callback(data);
  }
}

function serialize() { drain(before); }

function restart() {
  drain(after);
  if (main === undefined) return;
  const { callback, data } = main;
  main = undefined;
  callback(data);
}

module.exports = {
  addDeserializeCallback(callback, data) {
    check(callback);
    add(after, callback, data);
  },
  addSerializeCallback(callback, data) {
    check(callback);
    add(before, callback, data);
  },
  setDeserializeMainFunction(callback, data) {
    check(callback);
    if (main !== undefined) throw new ERR_DUPLICATE_STARTUP_SNAPSHOT_MAIN_FUNCTION();
    main = { callback, data };
    require('internal/process/restart').setCallbacks(serialize, restart);
  },
  isBuildingSnapshot() { return isBuilding() ? 1 : 0; },
};
