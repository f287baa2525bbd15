// Builtins that goja lacks: weak references, shared memory, accessors by method,
// HTML methods, two-digit years.
const t=(f)=>{try{console.log(f())}catch(e){console.log(e.name+': '+e.message)}};
t(()=>WeakRef({}));t(()=>new WeakRef(1));t(()=>new WeakRef());t(()=>new WeakRef(Symbol.for('x')));t(()=>new WeakRef(Symbol('x')).deref());
t(()=>WeakRef.prototype.deref.call({}));t(()=>FinalizationRegistry(()=>{}));t(()=>new FinalizationRegistry());t(()=>new FinalizationRegistry(1));
const r=new FinalizationRegistry(()=>{});const o={};
t(()=>r.register(1));t(()=>r.register(o,o));t(()=>r.register(o,1,1));t(()=>r.register(o,1,o));t(()=>r.unregister(o));t(()=>r.unregister(o));t(()=>r.unregister(1));t(()=>r.unregister());
t(()=>FinalizationRegistry.prototype.register.call({}));t(()=>String(r)+String(new WeakRef(o)));
t(()=>SharedArrayBuffer(1));t(()=>new SharedArrayBuffer(-1));t(()=>new SharedArrayBuffer(8).byteLength);
t(()=>SharedArrayBuffer.prototype.byteLength);t(()=>Object.getOwnPropertyDescriptor(SharedArrayBuffer.prototype,'byteLength').get.call(new ArrayBuffer(2)));
t(()=>Object.getOwnPropertyDescriptor(ArrayBuffer.prototype,'byteLength').get.call(new SharedArrayBuffer(2)));
t(()=>new SharedArrayBuffer(8).slice(2,5).byteLength);t(()=>SharedArrayBuffer.prototype.slice.call(new ArrayBuffer(3)));
const s=new SharedArrayBuffer(16),i=new Int32Array(s);
t(()=>Atomics.add(i,0,5));t(()=>Atomics.add(i,0,5));t(()=>Atomics.and(i,0,6));t(()=>Atomics.or(i,0,1));t(()=>Atomics.xor(i,0,3));t(()=>Atomics.sub(i,0,10));t(()=>Atomics.load(i,0));t(()=>Atomics.store(i,0,3.7));t(()=>Atomics.exchange(i,0,4));t(()=>Atomics.compareExchange(i,0,4,9));t(()=>i[0]);
t(()=>Atomics.store(i,0,-0));t(()=>Object.is(Atomics.store(i,0,-0),0));
t(()=>Atomics.add(i,4,1));t(()=>Atomics.add(i,-1,1));t(()=>Atomics.add([],0,1));t(()=>Atomics.add(new Float64Array(1),0,1));t(()=>Atomics.add(new Uint8ClampedArray(1),0,1));t(()=>Atomics.load(new DataView(s),0));
t(()=>Atomics.wait(i,0,0,0));t(()=>Atomics.wait(i,0,9,1));t(()=>Atomics.wait(new Int32Array(1),0,0,0));t(()=>Atomics.notify(i,0));t(()=>Atomics.notify(new Int32Array(2),0,1));t(()=>Atomics.notify(new Int8Array(2),0,1));t(()=>Atomics.wait(new Int8Array(s),0,0,0));
t(()=>Atomics.isLockFree(4)+','+Atomics.isLockFree(3)+Atomics.isLockFree(8));
const b=new BigInt64Array(s);t(()=>Atomics.add(b,1,5n));t(()=>Atomics.add(b,1,5));t(()=>Atomics.sub(b,1,7n));t(()=>b[1]);t(()=>Atomics.add(i,0,1n));
t(()=>Atomics[Symbol.toStringTag]);t(()=>Object.prototype.toString.call(s));console.log(s, i);
t(()=>new ArrayBuffer(8).resizable);t(()=>new ArrayBuffer(8).maxByteLength);t(()=>new ArrayBuffer(8).resize(4));t(()=>ArrayBuffer.prototype.resizable);t(()=>ArrayBuffer.prototype.resize.call({}));
t(()=>new SharedArrayBuffer(8).growable);t(()=>new SharedArrayBuffer(8).maxByteLength);t(()=>new SharedArrayBuffer(8).grow(3));
t(()=>({}).__defineGetter__('x',1));t(()=>({}).__defineSetter__('x',1));t(()=>Object.prototype.__defineGetter__.call(null,'x',()=>1));
t(()=>Object.freeze({}).__defineGetter__('x',()=>1));
t(()=>Object.prototype.__lookupGetter__.call(undefined,'x'));
for (const f of [WeakRef, FinalizationRegistry, SharedArrayBuffer, Atomics.add, ''.anchor, ({}).__defineGetter__,
  new Date().getYear, WeakRef.prototype.deref, Object.getOwnPropertyDescriptor(SharedArrayBuffer.prototype, 'byteLength').get]) {
  console.log(String(f), f.name, f.length, Object.getOwnPropertyNames(f).sort().join());
}
class Ref extends WeakRef { twice() { return [this.deref(), this.deref()]; } }
console.log(new Ref(globalThis).twice()[0] === globalThis, new Ref({}) instanceof WeakRef);
const accessors = {};
accessors.__defineGetter__('x', () => 1);
accessors.__defineSetter__('x', function (v) { this.y = v; });
accessors.x = 5;
console.log(accessors, accessors.__lookupGetter__('x')(), typeof accessors.__lookupSetter__('x'), accessors.__lookupGetter__('nothing'));
console.log(Object.create(accessors).__lookupGetter__('x')(), accessors.__lookupGetter__('y'));
console.log('a\uD800b'.isWellFormed(), 'a\uD83D\uDE00b'.isWellFormed(), 'a\uD800b\uDC00\uD83D\uDE00'.toWellFormed(), ''.isWellFormed());
console.log('\uD800'.bold().length, 'x'.fontcolor('\uDC00"').length, `${'é'.link('"')}`);
