// CompressionStream and DecompressionStream.
const L=(...a)=>console.log(...a);
(async()=>{
for(const f of ['gzip','deflate','deflate-raw']){const c=new CompressionStream(f);L(c,c.readable,c.writable);const w=c.writable.getWriter();w.write(Buffer.from('hello '));w.write(new Uint8Array([119]));w.close();
const out=[];const r=c.readable.pipeThrough(new DecompressionStream(f)).getReader();for(;;){const{done,value}=await r.read();if(done)break;out.push(Buffer.from(value).toString(),value.constructor.name)}L(f,out.join('|'))}
for(const t of [()=>new CompressionStream(),()=>new CompressionStream('zip'),()=>new DecompressionStream('x'),()=>CompressionStream.prototype.readable])try{L(t())}catch(e){L(e.name,e.code,e.message)}
const d=new DecompressionStream('gzip');const w=d.writable.getWriter();w.closed.catch(()=>{});w.write(Buffer.from('not gzip')).catch(e=>L('write',e.code));w.close().catch(()=>{});await d.readable.getReader().read().catch(e=>L('read',e.code,e.message));
})()
