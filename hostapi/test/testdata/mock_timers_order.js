const { mock } = require('node:test'); const t=mock.timers; const log=console.log;
t.enable({apis:['setTimeout','setInterval','setImmediate']});
let seed=7; const rnd=n=>{ seed=(seed*1103515245+12345)&0x7fffffff; return seed%n };
const live=[]; const out=[];
for(let i=0;i<60;i++){ const k=rnd(10); const h= k<7? setTimeout((i)=>out.push('t'+i),rnd(12),i) : k<9? setInterval((i)=>{out.push('i'+i)},3+rnd(9),i): setImmediate((i)=>out.push('m'+i),i); live.push(h); if(rnd(4)===0) { const n=rnd(live.length), x=live[n]; if (!out.some((o)=>o.slice(1)===String(n))) (rnd(2)?clearTimeout:clearInterval)(x) } if (rnd(9)===0) t.tick(rnd(5)) }
t.tick(10); log(out.join(' ')); t.reset(); t.enable({apis:['setTimeout','setInterval','setImmediate']}); const im=setImmediate(()=>log('no')); clearImmediate(im); t.tick(1);

const r=setTimeout(()=>{log('outer'); setTimeout(()=>log('inner0'),0); setTimeout(()=>log('inner5'),5);},5); t.tick(5); log('--'); t.tick(1); t.tick(5);
