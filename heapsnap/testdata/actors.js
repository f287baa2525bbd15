// Actors make callbacks that change what they hold. Each holds little: what one can
// reach, others cannot, or over another way. The host has post(f, x, receiver),
// on(f), emit(x) and log(…). A test puts actors together at random.

var total = 0;
let lexical = { n: 0 };
const names = ['a', 'b', 'c', 'd'];

function random(seed) {
  return function (n) { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return (seed >> 8) % n };
}

// island returns nodes that refer to each other and to nothing else.
function island(seed, size) {
  const r = random(seed), nodes = [];
  for (let i = 0; i < size; i++) nodes.push({ id: seed * 100 + i, v: 0, to: [], m: new Map() });
  for (const n of nodes) n.to.push(nodes[r(size)], nodes[r(size)]);
  return nodes[0];
}

// bridge lets one island refer to another.
function bridge(a, b) { a.to.push(b) }

// sum looks at everything that a node reaches.
function sum(node) {
  const seen = new Set([node]);
  let s = 0, n = 0;
  for (const o of seen) {
    if (++n > 300) break;
    s = (s * 31 + o.v + (o.m ? o.m.size : 0) + Object.keys(o).length) % 1000003;
    if (o.to) for (const t of o.to) seen.add(t);
  }
  return s;
}

// again posts a callback once more, for some time.
function again(f, x, r, receiver) { if (x < 90) post(f, x + 1 + r(3), receiver) }

const actors = {
  walker(seed, a) {
    const r = random(seed);
    return function walk(x) {
      let o = a;
      for (let i = r(5); i >= 0; i--) {
        o.v += x;
        switch (r(9)) {
          case 0: o.to.push({ id: x, v: 1, to: [a], m: new Map() }); break;
          case 1: if (o.to.length > 1) o.to.shift(); break;
          case 2: o.m.set(r(7), { k: x }); break;
          case 3: o.m.delete(r(7)); break;
          case 4: o['p' + r(4)] = o.to[0]; break;
          case 5: delete o['p' + r(4)]; break;
          case 6: Object.defineProperty(o, 'g' + r(3), { get() { return o.v + x }, configurable: true, enumerable: true }); break;
          case 7: if (typeof o.g1 === 'number') o.v += o.g1 % 10; break;
          case 8: o.to.length > 2 && (o.to = o.to.slice(1)); break;
        }
        o = o.to[r(o.to.length)] || a;
        if (!o.to) o = a;
      }
      log('walker', seed, sum(a));
      again(walk, x, r);
    };
  },
  late(seed, a, b) {
    const r = random(seed);
    let n = 0;
    return function (x) {
      n += x;
      const mine = n;
      post(function later(y) { a.v -= y; n++; log('later', seed, mine, n, sum(a)); if (y < 40) post(later, y + 7) }, r(5));
      if (r(2)) post(b.visit || (b.visit = function (y) { this.v += y; log('visit', this.id, this.v) }), x, b);
    };
  },
  weak(seed, a, b) {
    const map = new WeakMap(), set = new WeakSet(), key = {};
    map.set(a, { w: 0, to: b }).set(key, { w: seed, to: a });
    set.add(a);
    post(onlyKey(seed, key), 5);
    const look = weakLook(seed, map, set);
    post(look, 20, undefined, a);
    post(look, 30, undefined, key);
    return weakBoth(seed, map, set, a, b);
  },
  // Members that only the class can name, on objects that do not lead to it.
  stamped(seed, a) {
    const r = random(seed);
    class Return { constructor(o) { return o } }
    class Stamp extends Return {
      #n = seed;
      #node = a;
      static poke(o, x) { o.#n += x; o.#node.v += o.#n; if (x % 5 === 0) o.#node = { v: x, to: [], m: new Map() }; return o.#n }
      static has(o) { return #n in o }
    }
    const o = { plain: 0 }, fresh = [];
    new Stamp(o);
    post(function outsider(x) { o.plain += x; log('outsider', o.plain); again(outsider, x, r) }, r(9));
    return function stamp(x) {
      log('stamp', Stamp.poke(o, x), Stamp.has(o), Stamp.has(fresh));
      if (r(3) === 0) { const f = {}; new Stamp(f); fresh.push(f); o.other = f; Stamp.poke(f, x) }
      again(stamp, x, r);
    };
  },
  privates(seed, a) {
    class Account {
      #balance = seed;
      #owner = a;
      static #count = 0;
      constructor() { Account.#count++ }
      get balance() { return this.#balance }
      add(x) { this.#balance += x; this.#owner.v += x; return Account.#count }
    }
    const accounts = [new Account(), new Account()], r = random(seed);
    return function pay(x) {
      log('account', accounts[r(accounts.length)].add(x), accounts[0].balance, a.v);
      if (r(4) === 0) accounts.push(new Account());
      again(pay, x, r);
    };
  },
  // Arguments share variables with a scope that does not lead to them.
  args(seed, a) {
    function sloppy(first, second, third) {
      const own = arguments;
      return [own, function () { return first += 1, second = { v: first }, first }, () => second && second.v];
    }
    function only(first, second) { return arguments }
    const [own, change, look] = sloppy(seed, a), r = random(seed), lonely = only(seed, a);
    post(argumentsOnly(seed, own, r), r(9));
    post(argumentsOnly(seed + 1, lonely, r), r(9));
    post(scopeOnly(seed, look, r), r(9));
    return scopeOnly(seed, change, r);
  },
  generator(seed, a, b) {
    function* walk() {
      let n = 0, o = a;
      try {
        for (;;) {
          for (const next of o.to) { n += yield n + next.v; next.v += n % 3 }
          o = o.to[0] || b;
          if (!o.to || !o.to.length) o = b;
        }
      } finally { b.v += n }
    }
    const g = walk(), r = random(seed);
    return function step(x) {
      const s = x === 60 ? g.return(7) : g.next(x);
      log('generator', seed, s.value, s.done, b.v);
      again(step, x, r);
    };
  },
  promises(seed, a, b) {
    const resolvers = [], r = random(seed);
    const wait = () => new Promise((resolve, reject) => resolvers.push([resolve, reject]));
    (async function () {
      for (let i = 0; ; i++) {
        try { const v = await wait(); a.v += v; log('async', seed, i, v, a.v) } catch (e) { log('caught', seed, e.message) } finally { b.v++ }
      }
    })();
    Promise.all([wait(), wait(), b]).then(list => { a.v += list[0]; log('all', seed, list[0], list[1]) }, e => log('all failed', e.message));
    Promise.race([wait(), wait()]).finally(() => { b.v += 3 }).then(v => log('race', v), e => log('race failed', e.message));
    return function settle(x) {
      const pair = resolvers.splice(r(resolvers.length), 1)[0];
      if (pair) r(4) ? pair[0](x) : pair[1](new Error('no ' + x));
      if (r(3) === 0) wait().then(v => { a.v -= v; log('then', seed, v, a.v) }, () => {});
      log('settle', seed, resolvers.length, a.v, b.v);
      again(settle, x, r);
    };
  },
  listener(seed, a) {
    const secret = { v: seed, list: [a] }, r = random(seed);
    on(function (x) { secret.v += 1000 + x; secret.list.push({ v: x }); a.v += 2; if (secret.list.length > 5) secret.list.shift() });
    return function peek(x) {
      log('secret', seed, secret.v, secret.list.length, secret.list[secret.list.length - 1].v, a.v);
      again(peek, x, r);
    };
  },
  emitter(seed, a) {
    const r = random(seed);
    return function shout(x) {
      if (r(2) === 0) emit(x);
      a.v++;
      again(shout, x, r);
    };
  },
  prototypes(seed, a, b) {
    const r = random(seed);
    class Base { who() { return 'base' + a.v } }
    class Derived extends Base { who() { return 'derived ' + super.who() } get size() { return b.to.length } }
    const o = new Derived();
    return function patch(x) {
      switch (r(6)) {
        case 0: Array.prototype['q' + r(3)] = a; break;
        case 1: delete Array.prototype['q' + r(3)]; break;
        case 2: Base.prototype.who = function () { return 'patched' + b.v + x }; break;
        case 3: Object.setPrototypeOf(o, r(2) ? Derived.prototype : Base.prototype); break;
        case 4: String.prototype[Symbol.for('s' + r(2))] = { v: x }; break;
        case 5: Map.prototype.extra = () => ++a.v; break;
      }
      log('patch', seed, o.who(), o.size, [].q1 ? [].q1.v : 0, new Map().extra ? new Map().extra() : 0, (''[Symbol.for('s1')] || {}).v);
      again(patch, x, r);
    };
  },
  globals(seed, a) {
    const r = random(seed);
    return function count(x) {
      total += x;
      lexical.n++;
      lexical['n' + r(3)] = { v: x };
      globalThis[names[r(4)] + 'x'] = r(2) ? a : x;
      if (r(4) === 0) delete globalThis[names[r(4)] + 'x'];
      log('globals', total, lexical.n, typeof globalThis.ax === 'object' ? globalThis.ax.v : globalThis.ax);
      again(count, x, r);
    };
  },
  collections(seed, a, b) {
    const map = new Map([[a, b], ['k', 1], [1, a]]), set = new Set(), r = random(seed), symbol = Symbol('s' + seed);
    let iterator = map.entries();
    for (let i = 0; i < 9; i++) set.add(i);
    const values = set.values();
    a[symbol] = { v: seed };
    return function collect(x) {
      map.set(x, { v: x });
      if (r(3) === 0) map.delete(r(50));
      if (r(4) === 0) map.delete(a); else map.set(a, b);
      const s = iterator.next();
      if (s.done) iterator = map.entries();
      set.delete(r(12)); set.add(r(20));
      const t = values.next();
      a[symbol].v += x;
      log('collect', seed, map.size, s.done, s.done ? 0 : String(typeof s.value[0]), t.value, set.size, a[symbol].v);
      again(collect, x, r);
    };
  },
  // The iterators of a map are held by others than the map.
  iterators(seed, a) {
    const map = new Map(), set = new Set(), r = random(seed);
    for (let i = 0; i < 12; i++) { map.set(i, i % 4 ? i : { v: i, to: [a] }); set.add(i % 5 ? i : { v: i }) }
    const iterators = [map.entries(), set.values(), map.keys(), map.values()];
    for (const it of iterators) for (let i = r(12); i > 0; i--) it.next();
    for (let i = r(5); i > 0; i--) { map.delete(r(12)); set.delete(r(12)) }
    for (const it of iterators) post(iterate(seed, it, r(9)), r(40));
    return changeMap(seed, map, set);
  },
  // Large collections, what is in them of which others have some.
  cache(seed, a, b) {
    const map = new Map(), set = new Set(), r = random(seed), keys = [];
    for (let i = 0; i < 40; i++) {
      const entry = { v: i, to: [i % 3 ? a : b], m: new Map() }, key = i % 4 ? 'k' + i : { v: i };
      map.set(key, entry);
      set.add(i % 5 ? entry : { v: i, to: [] });
      if (i % 8 === 0) post(entryOf(seed, entry, r(9)), r(40));
      if (i % 4 === 0 && i % 3 === 0) keys.push(key);
    }
    map.set('weak', new WeakMap([[map.get('k5'), { v: 1 }]])).set('self', map).set('number', 5);
    post(iterate(seed, r(2) ? map.entries() : set.values(), 9), 10 + r(60));
    post(lookAt(seed, map, keys), r(30));
    return goOver(seed, map, set, a);
  },
  functions(seed, a, b) {
    const r = random(seed), calls = [];
    const bound = function (x, y) { this.v += x + y; return this.v }.bind(a, seed);
    const proxy = new Proxy(b, { get(t, k) { calls.push(String(k)); return t[k] }, set(t, k, v) { a.v += 1; t[k] = v; return true } });
    const closures = [];
    for (let i = 0; i < 3; i++) closures.push(() => i += r(3));
    return function call(x) {
      proxy.v += bound(x) % 7;
      proxy['f' + r(2)] = closures[r(3)];
      if (calls.length > 20) calls.length = 0;
      log('functions', seed, a.v, b.v, closures[r(3)](), calls.length);
      again(call, x, r);
    };
  },
  bytes(seed, a) {
    const buffer = new ArrayBuffer(16), bytes = new Uint8Array(buffer), words = new Uint32Array(buffer, 4, 2), view = new DataView(buffer);
    const r = random(seed), sparse = [];
    sparse[100000] = a;
    return function write(x) {
      bytes[r(16)] += x; words[r(2)] ^= x * 77777; view.setInt16(r(14), x);
      sparse[r(5) * 1000] = { v: x }; if (r(3) === 0) sparse.length = 5000; if (r(5) === 0) sparse[100000] = a;
      log('bytes', seed, bytes.join(), Object.keys(sparse).length);
      again(write, x, r);
    };
  },
  receiver(seed, a, b) {
    const r = random(seed);
    function method(x, other) {
      this.v += x;
      if (other) { other.v += 1; this.friend = other }
      this.history = (this.history || []).concat(new Error('at ' + x)).slice(-3);
      log('receiver', this.id, this.v, this.friend ? this.friend.v : 0, this.history[0].message, String(this.history[0].stack).split('\n').length);
      if (x < 60) post(method, x + 5, r(2) ? this : b, r(2) ? this.friend : a);
    }
    post(method, 1, a, b);
    return function (x) { a.v *= 2; log('doubled', a.v) };
  },
};

// weakLook has a weak map without keys, until it is called with one.
function weakLook(seed, map, set) {
  return function look(x, o) {
    const e = map.get(o);
    log('weak value', seed, e ? e.w : -1, e ? e.to.v : 0, set.has(o));
    map.set(o, { w: x, to: o });
    o.v = (o.v || 0) + 1;
    if (x < 60) post(look, x + 9, undefined, o);
  };
}
function weakBoth(seed, map, set, a, b) {
  const r = random(seed);
  return function both(x) {
    const e = map.get(a);
    if (e) { e.w += x; e.to.v += e.w }
    if (r(4) === 0) map.set(a, { w: x, to: b }); else if (r(6) === 0) map.delete(a);
    if (r(3) === 0) set.delete(a); else set.add(a);
    log('weak', seed, e ? e.w : -1, sum(a));
    again(both, x, r);
  };
}
function iterate(seed, it, n) {
  return function step(x) {
    const { value, done } = it.next();
    if (typeof value === 'object' && !Array.isArray(value)) value.v++;
    log('iterator', seed, JSON.stringify(value, (k, v) => k === 'to' ? v.length : v), done);
    if (n-- > 0) post(step, x + 2);
  };
}
function changeMap(seed, map, set) {
  const r = random(seed + 7);
  return function change(x) {
    switch (r(6)) {
      case 0: map.set(x + 100, x); break;
      case 1: set.add(x + 100); break;
      case 2: if (x > 50) { map.clear(); set.clear() } break;
      default: map.delete(r(12)); set.delete(r(12));
    }
    log('map', seed, map.size, set.size);
    again(change, x, r);
  };
}
function entryOf(seed, entry, n) {
  return function step(x) { entry.v += x; log('entry', seed, entry.v, sum(entry)); if (n-- > 0) post(step, x + 2) };
}
function lookAt(seed, map, keys) {
  const r = random(seed + 3);
  return function look(x) {
    const e = map.get('k' + r(40)), f = map.get(keys[r(keys.length)]), w = map.get('weak');
    if (e) { e.v += x; if (r(5) === 0) e.to.push({ v: x, to: [], m: new Map() }); const p = w && w.get(e); if (p) p.v++; log('look', seed, e.v, p && p.v, sum(e)) }
    if (f) f.v++;
    if (r(3) === 0) map.delete('k' + r(40));
    if (r(4) === 0) map.set('k' + r(40), { v: x, to: [e || f || {}], m: new Map() });
    log('looked', seed, map.size, f && f.v, map.has('k' + r(40)));
    again(look, x, r);
  };
}
function goOver(seed, map, set, a) {
  const r = random(seed + 4);
  return function over(x) {
    let n = 0;
    if (r(3) === 0) switch (r(9)) {
      case 0: map.forEach((v, k) => { if (v.v) n += v.v++ ; if (typeof k === 'object') k.v++ }); break;
      case 1: for (const [k, v] of map) if (v.v > 10) { v.v--; n++ } break;
      case 2: for (const v of set) { v.v += 2; n += v.v } break;
      case 3: n = [...map.values()].reduce((s, v) => s + (v.v || 0), 0); break;
      case 4: if (x > 60) map.clear(); break;
      case 5: for (const v of new Set([a]).union(set)) n += v.v++; break;
      case 6: for (const v of set.intersection(new Set(map.values()))) n += v.v++; break;
      case 7: for (const v of new Set(set)) n += v.v++; break;
      case 8: for (const [, v] of new Map(map)) if (v.to) n += v.to.length; break;
    }
    if (r(5) === 0) set.add({ v: x, to: [a] });
    log('over', seed, n, map.size, set.size, a.v);
    again(over, x, r);
  };
}
function onlyKey(seed, key) { const r = random(seed); return function hold(x) { key.v = (key.v || 0) + x; log('key', key.v); again(hold, x, r) } }
function argumentsOnly(seed, own, r) {
  return function (x) {
    own[0] = own[0] + x;
    if (typeof own[1] === 'object' && own[1]) own[1].v = (own[1].v || 0) + x;
    if (x % 4 === 0) own[1] = { v: x };
    if (x % 13 === 0) delete own[0];
    log('arguments', seed, own[0], own[1] && own[1].v, own.length);
    again(arguments.callee, x, r);
  };
}
function scopeOnly(seed, f, r) { return function run(x) { log('scope', seed, f()); again(run, x, r) } }
