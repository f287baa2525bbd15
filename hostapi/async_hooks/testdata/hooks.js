// clock: virtual
// createHook: what is told, and in which order.
let failed=false;
const ah=require('async_hooks');const fs=require('fs');
const names=new Map([[1,'main'],[0,'root']]);const ev=[];const count={};
const h=ah.createHook({init(id,type,trig,res){if(type==="PROMISE"||ev.length>500||/^Immediate/.test(type)&&failed)return; const n=type+(count[type]=(count[type]||0)+1);names.set(id,n);ev.push('init '+n+' by '+(names.get(trig)||'?')+' '+(typeof res))},
 before(id){if(names.has(id))ev.push('before '+names.get(id)+' '+(ah.executionAsyncId()===id))},after(id){if(names.has(id))ev.push('after '+names.get(id))},destroy(id){if(names.has(id))ev.push('destroy '+names.get(id))}}).enable();
setTimeout(()=>{ev.push('timeout '+names.get(ah.executionAsyncId())+' '+names.get(ah.triggerAsyncId()));
 setImmediate(()=>{ev.push('imm');process.nextTick(()=>{ev.push('tick '+names.get(ah.triggerAsyncId()))})})},1);
const t=setTimeout(()=>{},5);clearTimeout(t);
const i=setImmediate(()=>{});clearImmediate(i);
let k=0;const iv=setInterval(()=>{if(++k===2)clearInterval(iv)},10);
const r=new ah.AsyncResource('Mine');
r.runInAsyncScope((a,b)=>{ev.push('mine '+a+b+(ah.executionAsyncResource()===r))},null,1,2);
r.emitDestroy();
setTimeout(()=>fs.stat(__filename,()=>{ev.push('stat '+names.get(ah.executionAsyncId()))}),45);
process.on('uncaughtException',e=>ev.push('unc '+e+names.get(ah.executionAsyncId())));
setTimeout(()=>{failed=true;throw 'boom'},30);

setTimeout(()=>{h.disable();setTimeout(()=>{console.log(ev.join('\n'))},5)},60);
