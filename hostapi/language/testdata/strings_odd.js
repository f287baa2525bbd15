// Strings that goja handed to Go's functions, or looked through without end.
console.log(JSON.stringify('A\ud83d\ude00b'.replaceAll('', '-')));
console.log(JSON.stringify('é'.replaceAll('', '-')));
console.log('é\ud83d\ude00'.replaceAll('', (m, i, s) => `<${i}${s.length}>`).length, 'é'.replaceAll('', "[$&$`$']"), ''.replaceAll('', 'x'), 'abc'.replaceAll('', '_'), 'aéa'.replaceAll('a', ''), 'é'.replaceAll([], 1), 'é'.replaceAll());
for (const s of ['é\u4e00', 'ab']) for (const m of ['indexOf', 'lastIndexOf', 'includes', 'startsWith', 'endsWith', 'split', 'replace', 'search', 'matchAll', 'match']) for (const p of [undefined, 0, 1, 2, 3, Infinity, -1]) { let r = s[m]('', p); if (m === 'matchAll') r = [...r].length; console.log(m, p, JSON.stringify(r)); }
for (const s of ['\udc00x', ' \ud800 ', '\u00a0é\udfffß\ud83d\ude00\ud800 ', 'ΑΣ\ud800ΑΣ']) {
  for (const m of ['trim', 'trimStart', 'trimEnd', 'toUpperCase', 'toLowerCase']) console.log(m, JSON.stringify(s), JSON.stringify(s[m]()));
}
for (const f of [() => ''.repeat(Infinity), () => ''.repeat(-1), () => ''.repeat(-0.5), () => 'é'.repeat(2 ** 30), () => 'a'.padStart(3, 1), () => 'a'.padEnd(Infinity, { toString() { throw new Error('filler') } }), () => 'abc'.padStart(2, { toString() { throw new Error('filler') } }), () => 'a,b'.split(/,/, Infinity), () => 'a,b'.split(/,/, 2 ** 32 + 1), () => 'a,b'.split(',', -1)]) {
  try { console.log(f()); } catch (e) { console.log(e.name, e.message); }
}
const message=(f)=>{try{f()}catch(e){console.log(e.message)}};
message(()=>'a'.repeat(-1)); message(()=>'a'.repeat.apply('a',[-1])); message(()=>'a'.repeat.call('a',-1)); message(()=>Reflect.apply('a'.repeat,'a',[-1])); message(()=>[].map.apply([],[5]));  message(()=>[].map.call([],5)); message(()=>Reflect.apply([].map,[],[null])); message(()=>JSON.parse.apply(JSON,['x']));  message(()=>Reflect.apply(Map.prototype.get, {}, [1]));
