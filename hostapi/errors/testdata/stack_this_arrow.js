'use strict';
// Arrow functions that are called on this, from functions, getters and each other.
const show = () => console.log(new Error('x').stack.split('\n').filter((l) => !/node:|Object.<anonymous>/.test(l)).slice(2, 6).map((l) => l.trim().replace(/\(?\/.*\//, '')).join(' | '));
class Test {
  constructor(o) { this.cb = (...args) => this.run(o, ...args); this.named = { deep: () => o() }; }
  run(f, ...a) { return f(...a); }
  go() { return this.cb(1); }
  go2() { const r = this . cb(1); return r; }
  go3() { return Promise.resolve(this.cb(1)); }
  go4() { try { return this.cb(...[1]); } finally { show.length; } }
  go5() { return this.cb.call(this, 1); }
  go6() { return this.named.deep(); }
  go7() { const { cb } = this; return cb(); }
  go8() { return this?.cb?.(1); }
  go9() { const f = () => this.cb(2); return f(); }
  get got() { return this.cb(3); }
  arrow = () => show();
  go10() { return this.arrow(); }
  static held = () => show();
  static go() { return this.held(); }
}
class Below extends Test { go11() { return this.arrow(); } }
Test.prototype.shared = () => show();
Test.prototype.go12 = function () { return this.shared(); };
const t = new Test(show);
for (const name of ['go', 'go2', 'go3', 'go4', 'go5', 'go6', 'go7', 'go8', 'go10', 'go12']) t[name]();
t.got;
Test.go();
new Below(show).go11();
Error.prepareStackTrace = (e, sites) => sites.slice(0, 3).map((s) => `${s.getTypeName()} ${s.getFunctionName()} ${s.getMethodName()}`).join(' | ');
(class { a = () => console.log(new Error('y').stack); b() { return this.a(); } }).prototype.b.call({ a: () => console.log(new Error('z').stack) });
