// module.SourceMap: maps that a program reads itself.
const { SourceMap, findSourceMap } = require('module');
const p = { version: 3, file: 'x.js', sources: ['a.ts','b.ts'], sourceRoot:'', names: ['n1','n2'], mappings: 'AAAA,SAAAA;ACAC,CAAC;;GDCDC', sourcesContent: ['l1','m1'] };
const m = new SourceMap(p);
console.log(m, Object.getOwnPropertyNames(SourceMap.prototype), SourceMap.length, m.payload, m.payload === p, m.payload === m.payload, m.payload.sources === p.sources, m.lineLengths);
for (const [l,c] of [[0,0],[0,5],[0,20],[1,0],[1,1],[1,9],[2,0],[3,0],[3,5],[9,9]]) console.log(l,c, m.findEntry(l,c), m.findOrigin?.(l+1,c+1));
for (const bad of [undefined, null, 1, 's', [], {}, {version:3}, {mappings:''}, {mappings:1}, {mappings:'!!!'},{mappings:'A',sources:[]}, {sections:[]}, {mappings:'AAAAAAAAAAA', sources:['x']}, {mappings:'ggggg',sources:['x']}, {mappings:'AAAA',sources:'x'}]) {
  try { const s=new SourceMap(bad); console.log(JSON.stringify(bad), 'ok', s.payload, s.findEntry(0,0)); } catch (e) { console.log(JSON.stringify(bad), e.code, e.name, e.message); }
}
const ix = new SourceMap({version:3, sections:[{offset:{line:0,column:2},map:p},{offset:{line:10,column:3},map:{...p,names:['q','r']}}]});
for (const [l,c] of [[0,0],[0,2],[0,15],[1,1],[10,0],[10,3],[10,20],[11,0],[13,3]]) console.log(l,c, ix.findEntry(l,c), ix.findOrigin?.(l+1,c+1));
console.log(findSourceMap('nope'), findSourceMap.length, new SourceMap(p,{lineLengths:[1,2]}).lineLengths);
try { SourceMap(p) } catch(e){console.log(e.message)}
try { findSourceMap() } catch(e){console.log(e.message)}
try { m.findEntry() , console.log(m.findEntry())} catch(e){console.log(e.message)}
try { console.log(m.findOrigin()); console.log(m.findOrigin('a')) } catch(e){console.log(e.message)}
try { new SourceMap(p, 1) } catch(e){console.log(e.message)}
try { new SourceMap(p, {lineLengths:1}) } catch(e){console.log(e.message)}
console.log(process.setSourceMapsEnabled.length, process.sourceMapsEnabled, Object.getOwnPropertyDescriptor(process,'sourceMapsEnabled'));
try { process.setSourceMapsEnabled(1) } catch(e){console.log(e.code,e.message)}
console.log(process.setSourceMapsEnabled(true), process.sourceMapsEnabled);
console.log(process.setSourceMapsEnabled(false), process.sourceMapsEnabled, require('module').setSourceMapsSupport);
