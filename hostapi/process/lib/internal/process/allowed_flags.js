'use strict';
// process.allowedNodeEnvironmentFlags: a set that cannot be changed, and that
// finds an option however it is written.

class AllowedFlags extends Set {
  has(flag) {
    if (typeof flag !== 'string') return false;
    const name = flag.replaceAll('_', '-');
    if (name.startsWith('-')) return super.has(name.replace(/=.*$/, ''));
    return super.has(`--${name}`) || super.has(`-${name}`);
  }
  add() { return this; }
  delete() { return false; }
  clear() {}
}

function make() {
  const { add } = Set.prototype;
  const flags = new AllowedFlags();
  for (const flag of internalBinding('process').allowedFlags()) Reflect.apply(add, flags, [flag]);
  Object.freeze(AllowedFlags.prototype);
  return Object.freeze(flags);
}

module.exports = { make };
