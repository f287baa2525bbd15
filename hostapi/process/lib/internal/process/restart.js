'use strict';
// A program that is restored from a snapshot goes on in another process. Who keeps
// what a process was told of its surroundings says here how to forget it.

const forgetting = [];
let beforeSnapshot; // of the startup snapshot that is being built
let afterRestart;

// forgets(forget) has forget called in each process in which the program goes on.
function forgets(forget) { forgetting.push(forget); }

// setCallbacks(before, after) sets what the program itself wants to do then.
function setCallbacks(before, after) {
  beforeSnapshot = before;
  afterRestart = after;
}

// snapshot is called by the loop before a snapshot that is to be restored.
function snapshot() {
  if (beforeSnapshot !== undefined) beforeSnapshot();
}

// restart is called by the loop when the program goes on.
function restart() {
  for (const forget of forgetting) forget();
  if (afterRestart !== undefined) afterRestart();
}

module.exports = { forgets, setCallbacks, snapshot, restart };
