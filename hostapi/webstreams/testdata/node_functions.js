// Streams of the web in pipeline, finished, compose, Duplex.from and addAbortSignal.
const { pipeline, finished, Readable, Writable, PassThrough, isDisturbed, isErrored, isReadable, compose, Duplex, addAbortSignal } = require('stream');
const sp = require('stream/promises');
const L=(...a)=>console.log(...a);const reason=(e)=>(e&&e.message?`${e.name} ${e.code}: ${e.message}`:String(e));
async function section(n,f){L('-',n);try{await f()}catch(e){L('threw',reason(e))}}
const sink=(all)=>new WritableStream({write(c){all.push(typeof c==='string'?c:Buffer.from(c).toString())},close(){all.push('closed')},abort(e){all.push('abort '+reason(e))}});
(async()=>{
await section('web only',async()=>{const all=[];await sp.pipeline(ReadableStream.from(['a','b']),new TransformStream({transform(c,k){k.enqueue(c.toUpperCase())}}),sink(all));L(all)});
await section('node to web',async()=>{const all=[];await sp.pipeline(Readable.from(['a','b']),sink(all));L(all)});
await section('web to node',async()=>{const p=new PassThrough();let t='';p.on('data',c=>t+=c);await sp.pipeline(ReadableStream.from(['a','b']),p);L(t)});
await section('through function',async()=>{const all=[];await sp.pipeline(ReadableStream.from(['a','b']),async function*(s){for await(const c of s)yield c+c},sink(all));L(all)});
await section('error',async()=>{const all=[];await sp.pipeline(new ReadableStream({pull(){throw new Error('p')}}),sink(all)).catch(e=>L(reason(e)));L(all)});
await section('error2',async()=>{const all=[];await sp.pipeline(ReadableStream.from(['a']),new WritableStream({write(){throw new Error('w')}})).catch(e=>L(reason(e)));});
await section('finished',async()=>{const r=ReadableStream.from(['a']);const f=sp.finished(r);const rd=r.getReader();await rd.read();await rd.read();L(await f);
 const w=new WritableStream();const fw=sp.finished(w);await w.close();L(await fw);
 const e=new ReadableStream({start(c){c.error(new Error('x'))}});await sp.finished(e).catch(x=>L(reason(x)));
 finished(ReadableStream.from([]).pipeThrough(new TransformStream()),()=>L('cb'));});
await section('state',async()=>{const r=ReadableStream.from(['a']);L(isDisturbed(r),isErrored(r),isReadable(r));await r.cancel();L(isDisturbed(r),isErrored(r),isReadable(r));const e=new ReadableStream({start(c){c.error(1)}});L(isErrored(e),isReadable(e),isDisturbed(e))});
await section('abort',async()=>{const ac=new AbortController();const r=addAbortSignal(ac.signal,new ReadableStream());const rd=r.getReader().read().catch(e=>L(e.name));ac.abort();await rd;});
await section('compose',async()=>{const d=compose(new TransformStream({transform(c,k){k.enqueue(Buffer.from(c).toString().toUpperCase())}}),new PassThrough());d.end('abc');let t='';for await(const c of d)t+=c;L(t)});
await section('Duplex.from',async()=>{const d=Duplex.from(ReadableStream.from(['q']));let t='';for await(const c of d)t+=c;L(t);const all=[];const w=Duplex.from(sink(all));w.end('z');await sp.finished(w);L(all);
 const both=Duplex.from({readable:ReadableStream.from(['r']),writable:sink(all)});both.end('s');let u='';for await(const c of both)u+=c;L(u)});
await section('Readable.from web',async()=>{L(await Readable.from(ReadableStream.from(['a','b'])).toArray())});
L('done');
})();
