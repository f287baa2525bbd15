// Prints the names that the core modules export, and those of their classes.
// node20.json is what node 20 printed for it.
const mods = ['assert','assert/strict','buffer','console','events','fs','fs/promises','module','os','path','path/posix','path/win32','process','querystring','stream','stream/promises','string_decoder','timers','timers/promises','url','util','util/types'];
const out = {};
function names(o) { return Object.getOwnPropertyNames(o).filter(n => !['length','name','prototype','arguments','caller'].includes(n)).sort(); }
for (const m of mods) {
  let o; try { o = require(m); } catch (e) { out[m] = null; continue; }
  out[m] = names(o);
  for (const n of out[m]) {
    let v; try { v = o[n]; } catch { continue; }
    if (typeof v === 'function' && v.prototype && /^[A-Z]/.test(n)) out[m + '.' + n + '.prototype'] = names(v.prototype).filter(x => !x.startsWith('_'));
  }
}
out.globalThis = names(globalThis);
console.log(JSON.stringify(out, null, 1));
