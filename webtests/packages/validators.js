// ajv, joi, yup.
const Ajv = require('ajv');
const Joi = require('joi');
const yup = require('yup');

const ajv = new Ajv({ allErrors: true, useDefaults: true, coerceTypes: true, strict: false, code: { source: true } });
ajv.addKeyword({ keyword: 'even', type: 'number', validate: (on, n) => !on || n % 2 === 0, errors: false });
ajv.addFormat('slug', /^[a-z-]+$/);
const schema = { $id: 'person', type: 'object', required: ['name', 'age'], additionalProperties: false, properties: { name: { type: 'string', minLength: 2, pattern: '^\\p{L}+$' }, age: { type: 'integer', minimum: 0, even: true }, tags: { type: 'array', items: { type: 'string', format: 'slug' }, uniqueItems: true, maxItems: 2, contains: { const: 'a' } }, kind: { enum: ['x', 'y'], default: 'x' }, nested: { $ref: '#/definitions/node' }, either: { oneOf: [{ type: 'number', multipleOf: 0.5 }, { type: 'boolean' }] }, cond: { if: { type: 'string' }, then: { maxLength: 3 }, else: { not: { const: 5 } } } }, patternProperties: { '^x-': { type: 'null' } }, dependencies: { kind: ['age'] }, definitions: { node: { type: 'object', properties: { next: { $ref: '#/definitions/node' }, v: { type: ['number', 'null'] } }, required: ['v'] } } };
const validate = ajv.compile(schema);
for (const value of [{ name: 'Zoë', age: '4', tags: ['a'] }, { name: '1', age: 3, tags: ['B C', 'B C', 'c'], extra: 1, nested: { v: 'x', next: {} }, either: 0.3, cond: 'long text' }, { age: -2, cond: 5, 'x-y': 1, kind: 'z' }, [], null]) console.log(validate(value), value, validate.errors?.map((e) => [e.instancePath, e.keyword, e.message, e.params]));
console.log(ajv.errorsText(validate.errors, { separator: '; ' }), require('crypto').createHash('md5').update(String(validate.source.validateCode)).digest('hex'));
for (const bad of [{ type: 'nope' }, { $ref: 'none' }, { minimum: 'x' }]) { try { new Ajv().compile(bad); } catch (e) { console.log(e.message); } }
ajv.compileAsync;
console.log(new Ajv().validate({ type: 'object', propertyNames: { pattern: '^a' }, minProperties: 1 }, { b: 1 }));

const joi = Joi.object({ user: Joi.string().alphanum().min(3).max(10).required(), password: Joi.string().pattern(/^\w{3,}$/, 'word'), repeat: Joi.ref('password'), token: [Joi.string(), Joi.number()], year: Joi.number().integer().min(1900).max(2013), email: Joi.string().email({ minDomainSegments: 2, tlds: false }), list: Joi.array().items(Joi.number().positive(), Joi.string()).unique().sparse(), when: Joi.any().when('year', { is: Joi.exist(), then: Joi.boolean().required(), otherwise: Joi.forbidden() }), date: Joi.date().iso().greater('2020-01-01'), label: Joi.string().trim().lowercase().default(() => 'made') }).with('user', 'year').xor('password', 'token').rename('usr', 'user');
for (const value of [{ usr: 'abc', year: 1994, password: 'xyz', when: 'true', label: ' UP ' }, { user: 'a', token: {}, password: 'a', year: 1, list: [1, 1, -1, undefined], email: 'x@', date: '2019', extra: true }, {}, 'text', { user: 'abc', token: 5, when: 1 }]) { const { error, value: v } = joi.validate(value, { abortEarly: false }); console.log(v, error?.details.map((d) => [d.type, d.path, d.message])); }
console.log(JSON.stringify(joi.describe()).length, Joi.attempt('5', Joi.number()), Joi.compile({ a: 1 }).validate({ a: 2 }).error.annotate(true));
joi.validateAsync({ user: 'x' }).catch((e) => console.log(e.name, e.message));
const custom = Joi.extend((j) => ({ type: 'even', base: j.number(), messages: { 'even.base': '{{#label}} must be even' }, validate: (v, h) => (v % 2 ? { value: v, errors: h.error('even.base') } : { value: v }) }));
console.log(custom.even().validate(3).error.message, custom.even().validate(4).value, Joi.number().valid(1, 2).invalid(3).messages({ 'any.only': 'only {#valids}' }).validate(9).error.message);

const y = yup.object({ name: yup.string().trim().required('name!').min(2), age: yup.number().integer().positive().nullable().default(5), email: yup.string().email(), link: yup.string().url(), tags: yup.array().of(yup.string().matches(/^\w+$/)).min(1).ensure(), when: yup.string().when('age', ([age], s) => (age > 18 ? s.required('adult') : s)), date: yup.date().max(new Date('2030-01-01')), sub: yup.object({ x: yup.mixed().oneOf([1, '2']) }).noUnknown(), self: yup.string().oneOf([yup.ref('name')], 'same') });
(async () => {
  for (const value of [{ name: ' Bob ', tags: 'a', age: '7' }, { name: '', age: -1.5, email: 'x', link: 'y', tags: ['a b'], sub: { x: 3 }, date: '2040-01-01' }, { name: 'Al', age: 20 }, { name: 'Al', self: 'Bo', tags: ['x'], when: 'z', age: 19 }]) {
    try { console.log(await y.validate(value, { abortEarly: false, strict: false })); } catch (e) { console.log(e.name, e.errors, e.inner.map((i) => [i.path, i.type])); }
  }
  console.log(y.cast({ name: 5, age: 'x', date: '2020-01-01' }, { assert: false }), y.isValidSync({}), yup.reach(y, 'sub.x').type, y.describe().fields.name.tests.map((t) => t.name), await yup.string().test('async', '${path} is ${value}', async (v) => v === 'ok').validate('no').catch((e) => e.message), yup.lazy((v) => (typeof v === 'number' ? yup.number() : yup.string())).cast('5'), y.pick(['name']).fields.age);
})();
