'use strict';
// Stacks of classes: fields, static parts, and constructors that nobody wrote.
const P = (e) => console.log(e.stack.split('\n').slice(1, 6).map((l) => l.trim().replace(/\/.*\//, '')).filter((l) => !/node:| Module\.| Object\.js|^at run /.test(l)).join(' | '));
class A { x = new Error('1'); }
class B { x = new Error('1');   constructor(a, b) { this.y = new Error('y'); } }
class C extends B { z = new Error('2'); constructor() { super();   } }
class D extends A { z = new Error('2'); }
class F extends D {}
class G extends F { w = new Error('w'); }
P(new A().x); P(new B().x); P(new B().y);
const c = new C(); P(c.x); P(c.y); P(c.z);
const d = new D(); P(d.x); P(d.z);
const f = new F(); P(f.x); P(f.z);
const g = new G(); P(g.x); P(g.z); P(g.w);
const E = class { x = new Error('1'); }; P(new E().x);
const M = class Named { ['computed' + 1] = new Error('c'); #p = new Error('p'); get p() { return this.#p; } }; P(new M().computed1); P(new M().p);
class S { static e = new Error('s'); static { S.f = new Error('t'); (function named() { S.g = new Error('g'); })(); } static m = (() => new Error('u'))(); static n = S.made(); static made() { return new Error('m'); } }
for (const e of [S.e, S.f, S.g, S.m, S.n]) console.log(e.stack.split('\n').slice(1, 3).map((l) => l.trim().replace(/\/.*\//, '')).filter((l) => !l.startsWith('at Object.<anonymous>')).join(' | '));
class Thrower { x = (() => { throw new TypeError('in a field'); })(); }
try { new Thrower(); } catch (e) { P(e); }
class Base { constructor() { this.e = new Error('b'); this.target = new.target.name; } }
class One extends Base {}
class Two extends One {}
class Three extends Two { constructor(...args) { super(...args); } }
P(new One().e); P(new One(...[1]).e); P(new Two().e); P(new Three().e); P(Reflect.construct(Base, [], Two).e); P(Reflect.construct(Two, []).e);
class Failure extends Error {}
class Deeper extends Failure { constructor(m) { super(m); this.name = 'Deeper'; } }
P(new Failure('f')); P(new Deeper('d'));
class Cell { v = new Error('v'); }
P([1].map(() => new Cell().v)[0]);
function Old() { this.e = new Error('old'); } class Young extends Old {} P(new Young().e);
