// clock: virtual
'use strict';
// What arrow functions and callbacks are shown to be called on.
const E=require('events'); const fs=require('fs');
const L=(n)=>console.log(n, new Error('e').stack.split('\n').slice(2,3).filter(l=>!l.includes('node:')).map(l=>l.trim().replace(/\(?\/.*\//,'')).join(' | '));
process.nextTick(()=>L('tick')); process.nextTick(function(){L('tick fn')});
queueMicrotask(()=>L('mt')); queueMicrotask(function(){L('mt fn')});
Promise.resolve().then(()=>L('then')); Promise.resolve().then(function(){L('then fn')});
const e=new E(); e.on('x',()=>L('emit')); e.on('x',function(){L('emit fn')}); e.once('x',()=>L('once')); e.on('x', (a,b)=>L('emit args')); e.emit('x',1,2);
e.on('y', ()=>L('y0')); e.emit('y'); e.on('z',(...r)=>L('z')); e.emit('z',1,2,3,4,5);
fs.readFile(__filename,()=>{ L('fs'); fs.stat(__filename,function(){ L('stat fn'); timers(); }); });
process.on('exit',()=>L('exit')); process.on('exit',function(){L('exit fn')}); process.on('beforeExit',()=>L('beforeExit'));
[1].forEach(()=>L('forEach'));
(()=>L('call')).call([1]); (()=>L('apply')).apply(new Map(),[]); Reflect.apply(()=>L('Reflect'),new Set(),[]); (()=>L('call0')).call();
new (class Foo { constructor(){ this.h=(()=>L('ctor')); this.h.call(this);} });
const { Readable }=require('stream'); const r=new Readable({read(){this.push(null)}}); r.on('end',()=>L('end')); r.resume();
const et=new EventTarget(); et.addEventListener('q',()=>L('et')); et.dispatchEvent(new Event('q'));

function timers() {
setTimeout(()=>L('timeout'),20); setTimeout(function(){L('timeout fn')},20); setTimeout(function nm(){L('timeout named')},20);
setTimeout(() => { const i = setImmediate(function () { L('imm fn'); console.log(this === i, this._onImmediate !== null); setImmediate(() => { L('imm'); console.log(i._onImmediate, i._destroyed); }); }); const c = setImmediate(() => {}); clearImmediate(c); console.log(c._onImmediate, c._destroyed); }, 60);
const iv=setInterval(()=>{L('interval');clearInterval(iv)},30);
require('util').promisify(setTimeout)(40).then(()=>L('p'));
}
