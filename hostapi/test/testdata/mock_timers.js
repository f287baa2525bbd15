const { mock } = require('node:test'); const nt=require('node:timers'); const ntp=require('node:timers/promises');
const t=mock.timers;
const L=[]; const log=(...a)=>console.log(...a);
(async()=>{
for (const a of [['x'],[{apis:'x'}],[{apis:['nope']}],[{apis:['Date'],now:'x'}],[{now:-1}],[{apis:[]}],[['setTimeout']],[{now:new Date(5)}],[{apis:null}],[5],[{apis:[1]}]]) { try { t.enable(...a); console.log('enabled', JSON.stringify(a), Date.now() < 1e12 ? Date.now() : 'real'); t.reset() } catch(e) { console.log(e.name, e.code, e.message) } }
try { t.tick(1) } catch(e) { console.log(e.code,e.message) }
try { t.runAll() } catch(e) { console.log(e.code,e.message) }
try { t.setTime(1) } catch(e) { console.log(e.code,e.message) }
const realST = setTimeout, realDate=Date;
t.enable();
try { t.enable() } catch(e) { console.log(e.code,e.message) }
console.log(setTimeout===realST, nt.setTimeout===setTimeout, Date===realDate, Date.name, Date.length, Date.isMock, String(Date), Date.toString());
console.log(Date.now(), new Date().toISOString(), typeof Date(), typeof Date(5), new Date(2020,1).getFullYear(), new Date() instanceof Date, new Date() instanceof realDate, Date.UTC(2000), Date.parse('2000-01-01'), Object.getOwnPropertyNames(Date));
const to = setTimeout((...a)=>log('to',a, Date.now()), 100, 1, 2); console.log(to, typeof to, to.hasRef(), to.ref()===to, to.unref()===to, to.hasRef(), +to, to.refresh?.()===to);
const to2 = setTimeout(()=>log('to2',Date.now()), 50); const iv = setInterval(()=>log('iv',Date.now()), 30); const im = setImmediate((x)=>log('im',x,Date.now()),'a');
console.log(im);
log('tick 0'); t.tick(0); log('tick 49'); t.tick(49); log('tick 1'); t.tick(1); log('tick 100'); t.tick(100); clearInterval(iv); t.tick(100);
log('now',Date.now());
try { t.tick(-1) } catch(e) { console.log(e.code,e.message) }

t.tick(); log('now',Date.now());
setTimeout(()=>log('A'),10); setTimeout(()=>{log('B'); setTimeout(()=>log('nested'),5)},20); setTimeout(()=>log('C'),10); const ii=setInterval(()=>{log('I');},50); setImmediate(()=>log('imm')); t.tick(30); clearInterval(ii); t.runAll(); log('after runAll', Date.now()); 

t.reset(); t.enable(); setTimeout(()=>log('due'),50); t.setTime(100000); log(Date.now()); t.setTime(5); log('back',Date.now());
try { t.setTime(-1) } catch(e) { console.log(e.code,e.message) }
try { t.setTime('x') } catch(e) { console.log(e.code,e.message) }
t.reset(); console.log(setTimeout===realST, Date===realDate);
t.enable({apis:['setTimeout'], now: 1000}); console.log(Date===realDate, setInterval.name); const p = ntp.setTimeout(50,'val'); let done=false; p.then(v=>{log('resolved',v)}); t.tick(49); await null; await null; t.tick(1); await p; 
const ac=new AbortController(); const p2=ntp.setTimeout(50,'x',{signal:ac.signal}); ac.abort(); await p2.catch(e=>log(e.name,e.code,e.message)); const p3=ntp.setTimeout(50,'x',{signal:AbortSignal.abort()}); await p3.catch(e=>log(e.name,e.code));

clearTimeout(undefined); clearTimeout(5); clearTimeout(null); clearTimeout({});
const c=setTimeout(()=>log('never'),5); clearTimeout(c); t.tick(10); const c2=setTimeout(()=>log('never'),5); clearTimeout(+c2); try{ clearTimeout(String(+c2)); } catch(e) {log(e.message)} t.tick(10);
t.reset();
t.enable({apis:['setInterval','setImmediate']}); const it = ntp.setInterval(10,'iv'); const q=it.next(); t.tick(10); log(await q); const q2=it.next(); t.tick(10); log(await q2); log(await it.return()); const q3=ntp.setImmediate('imv'); t.tick(0); log(await q3); 
setImmediate(()=>log('imm first')); t.tick(3);
t.reset();
t.enable({apis:['Date'], now: 86400000}); log(new Date().toISOString(), Date.now()); t.tick(1000); log(Date.now()); t.reset();
t.enable({apis:['setTimeout']}); setTimeout(()=>{ throw new Error('in timer')},5); setTimeout(()=>log('next'),6); try { t.tick(10) } catch(e) { log(e.message) } t.reset();
console.log(typeof t[Symbol.dispose], t, mock.timers===t);
t.enable({apis:['setTimeout']}); setTimeout(()=>log('zero'),0); setTimeout(()=>log('neg'),-5);  setTimeout(()=>log('str'),'7');  t.tick(1); log('.'); t.tick(6); mock.reset(); log(setTimeout===realST);
})();
