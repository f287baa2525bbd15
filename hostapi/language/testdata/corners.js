// Corners of the language: sorting, labels, copying methods, surrogates.
const t=(f)=>{try{console.log(f())}catch(e){console.log(e.name+': '+e.message)}};
t(()=>[3,1,2].sort((a,b)=>'x'));t(()=>[3,1,2].sort(5));t(()=>[,2,undefined,1].sort().length);t(()=>[5,1,4].sort((a,b)=>a>b));t(()=>{[1,2].sort(()=>{throw new Error('c')})});t(()=>Array.from({length:300},(_,i)=>[i%3,i]).sort((a,b)=>a[0]-b[0]).every((x,i,a)=>i===0||a[i-1][0]<x[0]||a[i-1][1]<x[1]));
t(()=>{a:{b:{break a}}return 1});t(()=>{o:for(let i=0;i<3;i++){for(;;){if(i<2)continue o;break o}}return 'done'});
t(()=>parseInt('-0'));t(()=>Object.is(parseInt('-0'),-0));t(()=>[1,2,3].at(-1)+'abc'.at(-1));t(()=>[1,2,3].findLast(x=>x<3)+','+[3,1,2].toSorted()+[1,2].with(0,5)+[1,2,3].toSpliced(0,1)+[1,2].toReversed());
t(()=>new Error('x',{cause:1}).cause);t(()=>new AggregateError([1],'m').errors);t(()=>(function(){'use strict'}).caller);t(()=>Symbol('d').description);t(()=>Function.prototype.arguments);
t(()=>(()=>{}).hasOwnProperty('prototype'));
