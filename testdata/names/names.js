// Prints the names that the core modules export, and those of their classes.
// node20.json is what node 20 printed for it.
const mods = [
  'assert', 'assert/strict', 'async_hooks', 'buffer', 'child_process', 'cluster', 'console', 'constants', 'crypto', 'dgram',
  'diagnostics_channel', 'dns', 'dns/promises', 'domain', 'events', 'fs', 'fs/promises', 'http', 'http2', 'https', 'inspector',
  'inspector/promises', 'module', 'net', 'os', 'path', 'path/posix', 'path/win32', 'perf_hooks', 'process', 'punycode',
  'querystring', 'readline', 'readline/promises', 'repl', 'stream', 'stream/consumers', 'stream/promises', 'stream/web',
  'string_decoder', 'sys', 'node:test', 'node:test/reporters', 'timers', 'timers/promises', 'tls', 'trace_events', 'tty', 'url',
  'util', 'util/types', 'v8', 'vm', 'wasi', 'worker_threads', 'zlib',
];
process.emitWarning = () => {}; // sys is deprecated
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
