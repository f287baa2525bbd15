// A server in the style of Express, without its network: the host has post(f, x).
// CONNECTIONS connections have sockets with listeners, buffers, sessions and timers;
// a cache has CACHED entries. Modules are functions, as in Node.

const modules = {};
function define(id, body) { const module = { exports: {} }; modules[id] = module; body(module, name => modules[name].exports); }

define('events', function (module) {
  module.exports = class EventEmitter {
    constructor() { this.events = Object.create(null) }
    on(name, f) { (this.events[name] || (this.events[name] = [])).push(f); return this }
    emit(name, ...args) { const list = this.events[name]; if (list) for (const f of list.slice()) f.apply(this, args); return list !== undefined }
  };
});

define('socket', function (module, require) {
  const EventEmitter = require('events');
  let count = 0;
  module.exports = class Socket extends EventEmitter {
    constructor() {
      super();
      this.id = count++;
      this.readable = { buffer: [], length: 0, flowing: true, ended: false, pipes: [], encoding: null };
      this.writable = { buffer: [], length: 0, corked: 0, needDrain: false, ended: false, callbacks: [] };
      this.parser = { state: 'request', headers: [], url: '', socket: this };
      this.times = new Uint32Array(8);
      this.receive = chunk => { this.readable.length += chunk.length; this.times[0]++; this.emit('data', chunk) };
      this.timeout = () => { this.times[1]++; if (this.times[1] > 1e6) this.emit('timeout') };
    }
    write(text) { this.writable.length += text.length; this.writable.buffer = [text]; return true }
  };
});

define('express', function (module) {
  class Layer {
    constructor(method, path, handle) { this.method = method; this.path = path; this.handle = handle; this.params = {} }
    match(req) { return (!this.method || this.method === req.method) && (!this.path || req.url.startsWith(this.path)) }
  }
  module.exports = function () {
    const stack = [];
    function app(req, res) {
      let i = 0;
      (function next() { const layer = stack[i++]; if (!layer) return res.end('not found'); layer.match(req) ? layer.handle(req, res, next) : next() })();
    }
    app.use = f => { stack.push(new Layer('', '', f)) };
    app.get = (path, f) => { stack.push(new Layer('GET', path, f)) };
    return app;
  };
});

define('cache', function (module) {
  class Cache {
    #map = new Map();
    constructor(limit) { this.limit = limit }
    get(key) { const v = this.#map.get(key); if (v) { this.#map.delete(key); this.#map.set(key, v) } return v }
    set(key, v) { this.#map.set(key, v); if (this.#map.size > this.limit) this.#map.delete(this.#map.keys().next().value) }
    get size() { return this.#map.size }
  }
  module.exports = new Cache(CACHED);
  for (let i = 0; i < CACHED; i++) module.exports.set('k' + i, { id: i, tags: ['a', 'b'], user: { name: 'n' + i, score: i }, at: i * 10 });
});

define('sessions', function (module) {
  const sessions = new Map();
  module.exports = function (req, res, next) {
    let s = sessions.get(req.socket.id);
    if (!s) {
      s = { id: req.socket.id, hits: [], cart: new Map(), flash: null };
      for (let i = 0; i < 20; i++) s.hits.push({ at: i, url: req.url });
      sessions.set(req.socket.id, s);
    }
    s.hits.shift();
    s.hits.push({ at: req.at, url: req.url });
    req.session = s;
    next();
  };
});

define('metrics', function (module) {
  const histogram = new Uint32Array(64), byRoute = {};
  module.exports = { observe(route, n) { histogram[n & 63]++; byRoute[route] = (byRoute[route] || 0) + 1 }, report: () => Object.entries(byRoute).map(e => e.join(':')).sort().join() };
});

define('app', function (module, require) {
  const app = require('express')(), cache = require('cache'), metrics = require('metrics');
  app.use(require('sessions'));
  app.use((req, res, next) => { metrics.observe(req.url.slice(0, 5), req.at); next() });
  app.get('/item', (req, res) => { const item = cache.get('k' + req.at * 7919 % CACHED); req.session.cart.set(item.id % 8, item); res.end(JSON.stringify(item)) });
  app.get('/put', (req, res) => { cache.set('k' + req.at, { id: req.at, tags: [], user: { name: 'new', score: 1 }, at: req.at }); res.end('ok') });
  app.get('/slow', (req, res) => { post(() => res.end('slow'), 0) });
  module.exports = app;
});

define('server', function (module, require) {
  const Socket = require('socket'), app = require('app'), metrics = require('metrics');
  const urls = ['/item', '/item', '/slow', '/put', '/none'];
  let served = 0;
  function accept() {
    const socket = new Socket();
    socket.on('data', function (chunk) {
      served++;
      const req = { method: 'GET', url: urls[chunk.length % 5], socket: this, at: served };
      const res = { status: 200, headers: { server: 'jsrr' }, end(body) { socket.write(body) } };
      app(req, res);
    });
    return socket;
  }
  const sockets = [];
  for (let i = 0; i < CONNECTIONS; i++) { const s = accept(); sockets.push(s); s.receive('x'.repeat(i % 5)); listen(s.receive, s.timeout) }
  listen(() => log(served, metrics.report()), () => {});
});
