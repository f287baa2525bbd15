let n = 0; let stop = false; (function t(){ n++; if (!stop) Promise.resolve().then(t) })();
const show = (s) => (v) => { console.log(s, n - base) };
let base = n; await null; console.log('await', n - base);
base = n; await import('fs'); console.log('builtin new', n-base);
base = n; await import('fs'); console.log('builtin cached', n-base);
stop = true;
