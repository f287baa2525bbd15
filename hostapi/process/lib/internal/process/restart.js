'use strict';
// A program that is restored from a snapshot goes on in another process. Who keeps
// what a process was told of its surroundings says here how to forget it.

const forgetting = [];
let afterRestart; // what the program itself wants to do then

// forgets(forget) has forget called in each process in which the program goes on.
function forgets(forget) { forgetting.push(forget); }

// setCallbacks(before, after) sets what the program does before a snapshot that is to
// be restored, and afterwards.
function setCallbacks(before, after) {
  internalBinding('process').setSnapshotHook(before);
  afterRestart = after;
}

// restart is called by the loop when the program goes on.
function restart() {
  for (const forget of forgetting) forget();
  if (afterRestart !== undefined) afterRestart();
}

module.exports = { forgets, setCallbacks, restart };
