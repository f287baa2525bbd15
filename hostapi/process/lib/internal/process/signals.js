'use strict';
// Listeners of signals: watching begins with the first listener and ends with
// the last.

const binding = internalBinding('process');
const watched = new Set();

function numberOf(name) {
  if (typeof name !== 'string' || !name.startsWith('SIG')) return undefined;
  return require('os').constants.signals[name];
}

function install(process) {
  process.on('newListener', (name) => {
    const number = numberOf(name);
    if (number === undefined || watched.has(name)) return;
    watched.add(name);
    binding.watchSignal(number, () => process.emit(name, name, number));
  });
  process.on('removeListener', (name) => {
    if (!watched.has(name) || process.listenerCount(name) > 0) return;
    watched.delete(name);
    binding.unwatchSignal(numberOf(name));
  });
}

module.exports = { install };
