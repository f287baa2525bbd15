// v8.Serializer and Deserializer, and the rest of the module.
const v8 = require('v8');
const s = new v8.Serializer();
s.writeHeader();
console.log(s.writeValue({ a: 1 }));
s.writeUint32(1); s.writeUint32(2 ** 32 - 1); s.writeUint32(300);
s.writeUint64(1, 2); s.writeUint64(0xffffffff, 0xffffffff); s.writeDouble(0.5);
s.writeRawBytes(Buffer.from('raw')); s.writeRawBytes(new DataView(new ArrayBuffer(1)));
const bytes = s.releaseBuffer();
console.log(bytes.toString('hex'), Buffer.isBuffer(bytes));
const d = new v8.Deserializer(bytes);
console.log(d.readHeader(), d.getWireFormatVersion(), d.readValue(), d.readUint32(), d.readUint32(), d.readUint32(), d.readUint64(), d.readUint64(), d.readDouble(), d.readRawBytes(3).toString(), d.readRawBytes(1).toString('hex'));
for (const f of [() => d.readUint32(), () => d.readRawBytes(1), () => d.readDouble(), () => d.readUint64()]) {
  try { console.log(f() !== undefined); } catch (e) { console.log(e.name, e.code); }
}
try { s.writeRawBytes('x'); } catch (e) { console.log(e.name, e.code); }
try { new v8.Deserializer('x'); } catch (e) { console.log(e.name, e.code); }
const views = new v8.Serializer();
views.writeHeader();
const memory = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]).buffer;
views.writeValue([new Uint8Array(memory, 1, 3), new Int16Array(memory, 2, 2), memory, new DataView(memory, 7)]);
const viewBytes = views.releaseBuffer();
console.log(viewBytes.toString('hex'));
const read = new v8.Deserializer(viewBytes);
read.readHeader();
const back = read.readValue();
console.log(back, back[0].buffer === back[1].buffer, back[2] === back[0].buffer);
const transfer = new v8.Serializer();
transfer.writeHeader(); transfer.transferArrayBuffer(7, memory);
transfer.writeValue({ memory });
const transferred = transfer.releaseBuffer();
console.log(transferred.toString('hex'));
const receive = new v8.Deserializer(transferred);
receive.readHeader(); receive.transferArrayBuffer(7, memory);
console.log(receive.readValue().memory === memory);
class Own extends v8.DefaultSerializer { _writeHostObject(o) { this.writeUint32(99); this.writeUint32(o.byteLength); } }
const own = new Own(); own.writeHeader(); own.writeValue(new Uint8Array(5));
const ownBytes = own.releaseBuffer();
console.log(ownBytes.toString('hex'));
class OwnReader extends v8.DefaultDeserializer { _readHostObject() { return [this.readUint32(), this.readUint32()]; } }
const ownReader = new OwnReader(ownBytes); ownReader.readHeader(); console.log(ownReader.readValue());
class Failing extends v8.DefaultSerializer { _getDataCloneError(message) { return Object.assign(new SyntaxError(message), { own: true }); } }
try { new Failing().writeValue(() => {}); } catch (e) { console.log(e.name, e.own, e.message); }
const heap = v8.getHeapStatistics();
console.log(Object.keys(heap).join(), heap.used_heap_size > 0, heap.used_heap_size <= heap.total_heap_size, heap.heap_size_limit > heap.used_heap_size);
console.log(v8.getHeapSpaceStatistics().map((space) => Object.keys(space).join() + space.space_name).join('\n'));
console.log(Object.keys(v8.getHeapCodeStatistics()), typeof v8.cachedDataVersionTag(), v8.setFlagsFromString('--harmony'));
for (const f of [() => v8.setFlagsFromString(1), () => v8.setHeapSnapshotNearHeapLimit('x'), () => v8.queryObjects(1)]) {
  try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message); }
}
