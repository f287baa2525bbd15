// zod: schemas of every kind, refinements, transforms, errors.
const { z } = require('zod');

function show(name, schema, ...values) {
  for (const value of values) {
    const result = schema.safeParse(value);
    console.log(name, result.success ? result.data : result.error.issues.map((i) => [i.code, i.path.join('.'), i.message]));
  }
}

const Address = z.object({ street: z.string().min(3), zip: z.string().regex(/^\d{5}$/, 'five digits'), country: z.enum(['DE', 'FR']).default('DE') });
const User = z.object({
  id: z.string().uuid(),
  email: z.string().email().toLowerCase(),
  age: z.coerce.number().int().positive().max(150).optional(),
  tags: z.array(z.string().trim().min(1)).max(3).default([]),
  address: Address.nullable(),
  meta: z.record(z.string(), z.union([z.number(), z.boolean(), z.null()])),
  created: z.coerce.date(),
}).strict();

show('user', User,
  { id: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', email: 'A@B.DE', age: '42', tags: [' a '], address: { street: 'Main', zip: '12345' }, meta: { x: 1, y: null }, created: '2020-01-01T00:00:00Z' },
  { id: 'x', email: 'no', age: -1, tags: ['', 'b', 'c', 'd'], address: { street: 'a', zip: '1', country: 'US' }, meta: { x: 'text' }, created: 'never', extra: true },
  null, undefined, [], 'text');
show('partial', User.partial().pick({ email: true, age: true }), {}, { age: 'abc' });
show('passthrough', z.object({ a: z.number() }).passthrough(), { a: 1, b: 2 });
show('merge', Address.omit({ zip: true }).extend({ city: z.literal('Bonn') }), { street: 'Long', city: 'Bonn' }, { street: 'Long', city: 'Berlin' });
show('string', z.string().url().startsWith('https').endsWith('/').includes('x'), 'https://x.y/', 'http://a', 5);
for (const [name, schema] of [['datetime', z.string().datetime()], ['ip', z.string().ip()], ['cuid', z.string().cuid()], ['base64', z.string().base64()], ['emoji', z.string().length(2)], ['nonempty', z.string().nonempty()]]) {
  show(name, schema, '2020-01-01T00:00:00.123Z', '::1', 'YWJj', '');
}
show('number', z.number().multipleOf(0.1).finite().safe().gte(1).lt(5), 1.3, 5, NaN, Infinity, '1');
show('bigint', z.bigint().positive(), 5n, -1n, 5);
show('date', z.date().min(new Date('2020-01-01')), new Date('2021-05-05T00:00:00Z'), new Date('2019-01-01'), new Date('x'));
show('tuple', z.tuple([z.string(), z.number()]).rest(z.boolean()), ['a', 1, true], ['a'], ['a', 'b', 'c']);
show('map', z.map(z.string(), z.number()), new Map([['a', 1]]), new Map([[1, 'a']]));
show('set', z.set(z.number()).min(2), new Set([1, 2]), new Set(['x']));
show('union', z.union([z.string(), z.number().min(5)]), 'a', 6, 1, null);
show('discriminated', z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), n: z.number() }), z.object({ kind: z.literal('b'), s: z.string() })]), { kind: 'a', n: 1 }, { kind: 'b', n: 1 }, { kind: 'c' });
show('intersection', z.intersection(z.object({ a: z.number() }), z.object({ b: z.string() })), { a: 1, b: 'x' }, { a: 1 });
show('native enum', z.nativeEnum({ A: 0, B: 'b', 0: 'A' }), 0, 'b', 'A');
show('any', z.tuple([z.any(), z.unknown(), z.undefined(), z.null(), z.void(), z.nan()]), [1, 2, undefined, null, undefined, NaN], [1, 2, 3, 4, 5, 6]);
show('instance', z.instanceof(Error), new Error('x').message ? new RangeError('r').name : 0);
show('literal', z.literal(5n), 5n, 5);
show('brand', z.string().brand('Id'), 'x');
show('readonly', z.array(z.number()).readonly(), [1]);
show('catch', z.number().catch(-1), 'x', 3);
show('pipe', z.string().transform((s) => s.length).pipe(z.number().min(3)), 'abcd', 'a');
show('preprocess', z.preprocess((v) => String(v), z.string().min(2)), 10, 5);
show('refine', z.object({ a: z.string(), b: z.string() }).refine((o) => o.a === o.b, { message: 'must match', path: ['b'] }), { a: 'x', b: 'x' }, { a: 'x', b: 'y' });
show('superRefine', z.array(z.string()).superRefine((list, ctx) => { list.forEach((s, i) => { if (list.indexOf(s) !== i) ctx.addIssue({ code: z.ZodIssueCode.custom, message: `again: ${s}`, path: [i] }); }); }), ['a', 'b'], ['a', 'a', 'a']);
show('transform', z.string().transform((s, ctx) => { const n = Number(s); if (Number.isNaN(n)) { ctx.addIssue({ code: 'custom', message: 'no number' }); return z.NEVER; } return n; }), '5', 'x');

const Category = z.object({ name: z.string(), children: z.lazy(() => Category.array()) });
show('recursive', Category, { name: 'a', children: [{ name: 'b', children: [] }] }, { name: 'a', children: [{ name: 1, children: [] }] });

const f = z.function().args(z.number(), z.string().optional()).returns(z.string()).implement((n, s) => `${n}${s ?? ''}`);
console.log(f(1, 'a'));
try { f('x'); } catch (e) { console.log(e.name, e.issues[0].code, e.issues[0].argumentsError.issues[0].message); }

try {
  User.parse({});
} catch (e) {
  console.log(e instanceof z.ZodError, e.message, e.flatten(), e.format().address, e.isEmpty);
}
console.log(z.object({ a: z.string({ required_error: 'needed', invalid_type_error: 'a text' }) }).safeParse({}).error.issues[0].message);
z.setErrorMap((issue, ctx) => ({ message: `own: ${issue.code}, ${ctx.defaultError}` }));
console.log(z.number().safeParse('x').error.issues[0].message);
console.log(User.shape.tags instanceof z.ZodDefault, User.keyof().options, z.string().describe('d').description, z.string().isOptional(), z.string().nullish().isNullable(), Object.keys(z).length);

(async () => {
  const schema = z.object({ name: z.string().refine(async (s) => { await null; return s !== 'taken'; }, 'is taken'), n: z.promise(z.number()) });
  console.log(await schema.safeParseAsync({ name: 'taken', n: Promise.resolve(1) }).then((r) => r.error.issues));
  const ok = await schema.parseAsync({ name: 'free', n: Promise.resolve(2) });
  console.log(ok.name, await ok.n);
  try { schema.parse({ name: 'a', n: Promise.resolve(1) }); } catch (e) { console.log(e.message); }
})();
