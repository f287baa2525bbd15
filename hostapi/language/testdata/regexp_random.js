// Random expressions on random texts, by every method that matches.
let seed = 1;
function rnd(n) { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return (seed >>> 8) % n; }
function pick(a) { return a[rnd(a.length)]; }
let groups = 0, names = 0;
function atom(d, f) {
  const u = /[uv]/.test(f);
  switch (rnd(d > 0 ? 18 : 10)) {
    case 0: case 1: case 2: return pick(['a', 'b', 'c', 'A', 'é', 'ß', 'k', '1', '_', ' ', '\\n']);
    case 3: return '.';
    case 4: return pick(['\\d', '\\w', '\\s', '\\D', '\\W', '\\S', '\\b', '\\B', '^', '$']);
    case 5: return pick(f.includes('v') ? ['[a-c]', '[^ab]', '[\\w--[a-c]]', '[\\d[xyz]]', '[\\w&&[a-f]]'] : ['[a-c]', '[^ab]', '[\\w-]', '[\\d\\s]', '[^]', '[]', '[a-cA-C1-3]', '[^\\W]']);
    case 6: return u ? pick(['\\p{L}', '\\p{Lu}', '\\P{L}', '\\p{Script=Greek}', '\\u{1F600}', '😀', '[😀-😂]', '\\p{Emoji}']) : pick(['x', '\\x61', '\\u0062', '\\cA', '😀', '[😀]']);
    case 7: return groups ? '\\' + (1 + rnd(groups)) : 'b';
    case 8: return pick(['aa', 'ab', 'ba', 'bc', 'ca']);
    case 9: return pick(['σ', 'Σ', 'ς', 'ſ', 'K', 'İ', 'ı', 'µ', 'Å']);
    case 10: case 11: groups++; return '(' + alt(d - 1, f) + ')';
    case 12: return '(?:' + alt(d - 1, f) + ')';
    case 13: return '(?=' + alt(d - 1, f) + ')';
    case 14: return '(?!' + alt(d - 1, f) + ')';
    case 15: return '(?<=' + alt(d - 1, f) + ')';
    case 16: return '(?<!' + alt(d - 1, f) + ')';
    case 17: groups++; return `(?<n${names++}>` + alt(d - 1, f) + ')';
  }
}
function term(d, f) {
  const a = atom(d, f);
  if (/^(\\[bB]|\^|\$|\(\?[=!<][=!]?)/.test(a) && !a.startsWith('(?<n')) return a;
  switch (rnd(9)) { case 0: return a + '*'; case 1: return a + '+'; case 2: return a + '?'; case 3: return a + '*?'; case 4: return a + `{${rnd(3)},${2 + rnd(3)}}`; case 5: return a + '+?'; case 6: return a + '{2}'; default: return a; }
}
function seq(d, f) { let s = ''; for (let i = 1 + rnd(3); i > 0; i--) s += term(d, f); return s; }
function alt(d, f) { let s = seq(d, f); while (rnd(4) === 0) s += '|' + seq(d, f); return s; }
function text() { let s = ''; for (let i = rnd(12); i > 0; i--) s += pick(['a', 'b', 'c', 'A', 'B', 'é', 'É', 'ß', '1', '_', ' ', '\n', 'x', 'k', 'K', 'ſ', 's', 'S', 'σ', 'ς', 'Σ', '😀', '😁', '\uD83D', 'İ', 'ı', 'µ', 'Μ', 'Å', 'Å']); return s; }
const N = 300;
for (let i = 0; i < N; i++) {
  groups = 0; names = 0;
  let f = pick(['', '', 'i', 'u', 'iu', 'v', 'iv', 's', 'm', 'imsu']) ;
  const p = alt(2, f);
  let out;
  try {
    const g = new RegExp(p, f + 'gd'), y = new RegExp(p, f + 'y'), n = new RegExp(p, f);
    out = [];
    for (let j = 0; j < 4; j++) {
      const t = text();
      y.lastIndex = rnd(4);
      const r = n.exec(t);
      out.push(r && [r.index, ...r, r.groups && Object.keys(r.groups).map((k) => r.groups[k])], t.replace(g, '[$&|$1|$2|$`|$\'|$<n0>]'), t.split(n), t.split(n, 2), y.test(t), y.lastIndex, t.search(n), t.match(g), [...t.matchAll(g)].map((m) => [m.index, m.indices.map(String)]), [RegExp.$1, RegExp.$2, RegExp.lastMatch, RegExp.lastParen, RegExp.leftContext, RegExp.rightContext]);
      g.lastIndex = 1; out.push(g.exec(t)?.index, g.lastIndex);
    }
  } catch (e) { out = String(e); }
  console.log(JSON.stringify([p, f, out]));
}
