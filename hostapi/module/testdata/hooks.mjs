// module.register: hooks that say where specifiers lead and what is there.
import { createRequire, register } from 'node:module';
import { MessageChannel } from 'node:worker_threads';
const require = createRequire(import.meta.url);
const { port1, port2 } = new MessageChannel();
const log = [];
port1.on('message', (message) => log.push(JSON.stringify(message).replaceAll(/file:[^"]*testdata/g, '')));
port1.unref();
const folder = './fixtures/hooks';
const failure = (error) => [error.name, error.code, error.message.split('\n')[0].replaceAll(import.meta.dirname, '')].join(' ');

console.log(register.length, register.name);
console.log(register(`${folder}/first.mjs`, { parentURL: import.meta.url, data: { number: 5, port: port2 }, transferList: [port2] }));
console.log({ ...await import('./fixtures/hooks/top.mjs') });
console.log((await import('virtual:x')).u);
console.log((await import('./fixtures/hooks/c.cjs')).default);
console.log((await import('./fixtures/hooks/j.json', { with: { type: 'json' } })).default);
await new Promise((resolve) => setTimeout(resolve, 50));
console.log(log.length, log.sort().join('\n'));
console.log(require('./fixtures/hooks/c.cjs'), import.meta.resolve('virtual:x'));

const specifiers = ['bad:incomplete', 'bad:undefined', 'bad:url', 'bad:url2', 'bad:format', 'bad:next', 'bad:ctx', 'bad:throw', 'none', './none.mjs',
  'http://example.org/x.mjs', 'load:undef', 'load:nothing', 'load:nofmt', 'load:fmt', 'load:fmt2', 'load:src', 'load:nosrc', 'load:json', 'load:cjs',
  'load:buf', 'load:builtin', 'load:throw', 'load:next', 'load:next2'];
for (const specifier of specifiers) {
  const options = specifier === 'load:json' ? { with: { type: 'json' } } : undefined;
  await import(specifier, options).then((found) => console.log(specifier, { ...found }), (error) => console.log(specifier, failure(error)));
}

// The same module for all who import it, also at once, and again after a failure.
const [a, b, c] = await Promise.all([import('virtual:x'), import('virtual:x'), import(`data:text/javascript,export * from 'virtual:x'`)]);
console.log(a === b, a.u === c.u);
await import('data:text/javascript,import "bad:throw"').catch((error) => console.log(failure(error)));
await import('data:text/javascript,import "bad:throw"').catch((error) => console.log(failure(error)));

register('./second.mjs', new URL(`${folder}/`, import.meta.url));
console.log({ ...await import('twice') });

for (const args of [[], [5], ['./hooks.mjs', 5], ['./none.mjs', import.meta.url], ['data:text/javascript,throw new Error("thrown")'], ['nowhere', import.meta.url]]) {
  try {
    console.log(register(...args));
  } catch (error) {
    console.log(args[0], failure(error));
  }
}
