const { mock, test } = require('node:test');
const f = mock.fn((a,b)=>a+b);
console.log(f(1,2), f.mock.calls.length, f.mock.callCount());
const c=f.mock.calls[0]; console.log(Object.keys(c), c.arguments, c.result, c.error, c.this, c.target, typeof c.stack, c.stack instanceof Error);
console.log(f, f.name, f.length, f.mock);
const g = mock.fn(); console.log(g(), g.name, g.length, g);
const h = mock.fn(function orig(){return 'o'}, function impl(){return 'i'}, {times:2}); console.log(h(),h(),h(), h.name);
try { mock.fn(1) } catch(e) { console.log(e.code, e.message) }
try { mock.fn(()=>{}, 1) } catch(e) { console.log(e.code, e.message) }
try { mock.fn(()=>{}, ()=>{}, 5) } catch(e) { console.log(e.code, e.message) }
try { mock.fn(()=>{}, {times:0}) } catch(e) { console.log(e.code, e.message) }
try { mock.fn(()=>{}, {times:1.5}) } catch(e) { console.log(e.code, e.message) }
const o = { m(x){return this.k+x}, k: 5, get p(){return this.k}, set p(v){this.k=v}, [Symbol('s')]() { return 1 } };
const mm = mock.method(o,'m'); console.log(o.m(2), o.m===mm, o.m.mock.calls[0].this===o);
mm.mock.mockImplementation(function(x){return 'mocked'+this.k}); console.log(o.m(1)); mm.mock.mockImplementationOnce(()=> 'once'); console.log(o.m(), o.m()); mm.mock.mockImplementationOnce(()=>'call 6', 5); console.log(mm.mock.callCount(), o.m(),o.m(),o.m());
try { mm.mock.mockImplementationOnce(()=>1, 1) } catch (e) { console.log(e.code,e.message) }
try { mm.mock.mockImplementation(1) } catch (e) { console.log(e.code,e.message) }
try { mm.mock.mockImplementationOnce(1) } catch (e) { console.log(e.code,e.message) }
mm.mock.resetCalls(); console.log(mm.mock.callCount()); mm.mock.restore(); console.log(o.m(1), o.m.mock);
const gm = mock.getter(o,'p',()=>'got'); console.log(o.p, gm.mock.callCount(), Object.getOwnPropertyDescriptor(o,'p').get===gm); 
gm.mock.restore(); console.log(o.p);
const sm = mock.setter(o,'p',function(v){ this.k = v*2 }); o.p=4; console.log(o.k, sm.mock.calls[0].arguments); sm.mock.restore(); o.p=9; console.log(o.k);
mock.method(o,'p',{getter:true}); console.log(o.p); mock.restoreAll();
for (const a of [[null,'x'],[o,'nope'],[o,'k'],[o,5],[o,'m',1],[o,'m',()=>{},{getter:true,setter:true}],[o,'m',()=>{},{getter:'x'}],[o,'p']]) try { mock.method(...a); console.log('ok') } catch(e) { console.log(e.name,e.code,e.message) }
for (const a of [[o,'p',{getter:false}],[o,'p',()=>{},{setter:true}]]) try { mock.getter(...a); console.log('ok') } catch(e) { console.log(e.name,e.code,e.message) }
for (const a of [[o,'p',{setter:false}],[o,'p',()=>{},{getter:true}]]) try { mock.setter(...a); console.log('ok') } catch(e) { console.log(e.name,e.code,e.message) }
mock.reset(); 
class A { constructor(x) { this.x = x } static s() { return 'st' } go() { return 'go'+this.x } }
const MA = mock.fn(A); const ma = new MA(3); console.log(ma, MA.mock.calls[0].target===MA, MA.mock.calls[0].target===A, MA.mock.calls[0].result===ma, ma instanceof A, ma instanceof MA, MA.mock.calls[0].this);
mock.method(A,'s',()=>'mocked s'); console.log(A.s()); mock.method(A.prototype,'go'); class B extends A {} ; const bb=new B(1); console.log(bb.go(), B.prototype.go.mock.callCount());
mock.method(B.prototype,'go',()=>'B mocked'); console.log(bb.go(), new A(2).go(), Object.hasOwn(B.prototype,'go')); B.prototype.go.mock.restore(); console.log(bb.go(), Object.hasOwn(B.prototype,'go'), Object.getOwnPropertyDescriptor(B.prototype,'go').value===A.prototype.go);
const th = mock.fn(()=>{throw new Error('thrown')}); try { th(1) } catch(e) {} console.log(th.mock.calls[0].error.message, th.mock.calls[0].result);
const asy = mock.fn(async()=>5); asy(); console.log(asy.mock.calls[0].result);
console.log(mock, f.mock === f.mock, Object.keys(f.mock), 'mock' in f, Object.keys(f));
try { f.mock.calls.push(1); console.log(f.mock.calls.length, f.mock.calls===f.mock.calls) } catch(e) { console.log(e.message) }
f.prop = 5; console.log(f.prop, f.mock.calls.length); 
const n = mock.fn(); n.mock.mockImplementation(()=>'new'); console.log(n()); mock.reset(); console.log(n()); const ctx=mock.fn(function(){return this}); console.log(ctx.call('str'), ctx.mock.calls[0].this); 
console.log(typeof mock.module, Object.getOwnPropertyNames(Object.getPrototypeOf(f.mock)), f.mock.constructor.name);
