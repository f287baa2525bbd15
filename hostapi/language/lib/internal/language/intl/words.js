'use strict';
// Intl.PluralRules, RelativeTimeFormat, ListFormat and DisplayNames for English.

const { canonicalLocales, makeConstructor, read, resolveLocale, toOptions } = require('internal/language/intl/constructors');
const { initNumber, numberToParts } = require('internal/language/intl/number_format');

function owned(options, owner) {
  const copy = Object.create(toOptions(options));
  Object.defineProperty(copy, 'owner', { value: owner });
  return copy;
}

const ordinals = [['one', 1, 11], ['two', 2, 12], ['few', 3, 13]];

function select({ type, number }, value) {
  value = Number(value);
  if (type === 'ordinal') {
    const n = Math.abs(value);
    return ordinals.find(([, end, not]) => n % 10 === end && n % 100 !== not)?.[0] ?? 'other';
  }
  const text = numberToParts(number, Math.abs(value)).map((part) => part.value).join('');
  return text === '1' ? 'one' : 'other';
}

const PluralRules = makeConstructor('PluralRules', {
  init(locales, options) {
    options = owned(options, 'PluralRules');
    const type = read(options, 'type', ['cardinal', 'ordinal'], 'cardinal');
    return { locale: resolveLocale(locales), type, number: initNumber(locales, options) };
  },
  methods: {
    select(slot, value) { return select(slot, value); },
    selectRange(slot, start, end) { return select(slot, end); },
    resolvedOptions({ locale, type, number }) {
      const shown = { locale, type };
      for (const name of ['minimumIntegerDigits', 'minimumFractionDigits', 'maximumFractionDigits', 'minimumSignificantDigits', 'maximumSignificantDigits']) {
        if (number[name] !== undefined) shown[name] = number[name];
      }
      return { ...shown, pluralCategories: type === 'ordinal' ? ['few', 'one', 'two', 'other'] : ['one', 'other'] };
    },
  },
});

const unitNames = {
  second: ['sec.', 'sec.', 's'], minute: ['min.', 'min.', 'm'], hour: ['hr.', 'hr.', 'h'], day: ['day', 'days', 'd'],
  week: ['wk.', 'wk.', 'w'], month: ['mo.', 'mo.', 'mo'], quarter: ['qtr.', 'qtrs.', 'q'], year: ['yr.', 'yr.', 'y'],
};
const words = { day: ['yesterday', 'today', 'tomorrow'], second: [undefined, 'now', undefined] };

function relativeParts(slot, value, unit) {
  value = Number(value);
  const name = String(unit).replace(/s$/, '');
  const short = unitNames[name];
  if (!short) throw new RangeError(`Invalid unit argument for Intl.RelativeTimeFormat.prototype.format() '${unit}'`);
  if (!Number.isFinite(value)) throw new RangeError("The 'value' argument must be a finite number.");
  if (slot.numeric === 'auto' && Math.abs(value) <= 1 && Number.isInteger(value)) {
    const word = wordFor(slot, value, name, short);
    if (word) return [{ type: 'literal', value: word }];
  }
  const past = value < 0 || Object.is(value, -0);
  const number = numberToParts(slot.number, Math.abs(value)).map((part) => ({ ...part, unit: name }));
  const one = number.map((part) => part.value).join('') === '1';
  const label = { long: ` ${name}${one ? '' : 's'}`, short: ` ${short[one ? 0 : 1]}`, narrow: short[2] }[slot.style];
  if (past) return [...number, { type: 'literal', value: `${label} ago` }];
  return [{ type: 'literal', value: 'in ' }, ...number, { type: 'literal', value: label }];
}

function wordFor(slot, value, name, short) {
  const at = value + 1 + 0;
  if (words[name]) return words[name][at];
  const label = slot.style === 'long' ? name : short[0];
  if (name === 'minute' || name === 'hour') return value === 0 ? `this ${name}` : undefined;
  return `${['last', 'this', 'next'][at]} ${label}`;
}

const RelativeTimeFormat = makeConstructor('RelativeTimeFormat', {
  init(locales, options) {
    options = owned(options, 'RelativeTimeFormat');
    return {
      locale: resolveLocale(locales), style: read(options, 'style', ['long', 'short', 'narrow'], 'long'),
      numeric: read(options, 'numeric', ['always', 'auto'], 'always'), numberingSystem: 'latn', number: initNumber(),
    };
  },
  methods: {
    format(slot, value, unit) { return relativeParts(slot, value, unit).map((part) => part.value).join(''); },
    formatToParts(slot, value, unit) { return relativeParts(slot, value, unit); },
    resolvedOptions({ locale, style, numeric, numberingSystem }) { return { locale, style, numeric, numberingSystem }; },
  },
});

function listParts({ type, style }, list) {
  const items = Array.from(list ?? [], (item) => {
    if (typeof item !== 'string') throw new TypeError(`Iterable yielded ${String(item)} which is not a string`);
    return item;
  });
  const word = type === 'disjunction' ? 'or' : style === 'long' ? 'and' : '&';
  const comma = type === 'unit' && style === 'narrow' ? ' ' : ', ';
  const plain = type === 'unit' || (type === 'conjunction' && style === 'narrow');
  const last = plain ? comma : items.length === 2 ? ` ${word} ` : `, ${word} `;
  return items.flatMap((value, i) => {
    const literal = i === 0 ? [] : [{ type: 'literal', value: i === items.length - 1 ? last : comma }];
    return [...literal, { type: 'element', value }];
  });
}

const ListFormat = makeConstructor('ListFormat', {
  init(locales, options) {
    options = owned(options, 'ListFormat');
    return {
      locale: resolveLocale(locales), type: read(options, 'type', ['conjunction', 'disjunction', 'unit'], 'conjunction'),
      style: read(options, 'style', ['long', 'short', 'narrow'], 'long'),
    };
  },
  methods: {
    format(slot, list) { return listParts(slot, list).map((part) => part.value).join(''); },
    formatToParts(slot, list) { return listParts(slot, list); },
    resolvedOptions({ locale, type, style }) { return { locale, type, style }; },
  },
});

let names; // what DisplayNames shows, by type
function nameTable(type) {
  if (!names) {
    const read = (text) => new Map(text.split('\n').map((row) => [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)]));
    const { regions, languages } = require('internal/language/intl/names');
    names = { region: read(regions), language: read(languages) };
  }
  return names[type];
}

function displayName({ type, fallback }, code) {
  code = String(code);
  let name;
  if (type === 'currency') {
    if (!/^[a-z]{3}$/i.test(code)) throw new RangeError('Invalid argument to Intl.DisplayNames.prototype.of');
    code = code.toUpperCase();
    name = require('internal/language/intl/number_format').table('currencies').get(code)?.[6];
  } else if (type === 'region') {
    if (!/^([a-z]{2}|\d{3})$/i.test(code)) throw new RangeError('Invalid argument to Intl.DisplayNames.prototype.of');
    code = code.toUpperCase();
    name = nameTable('region').get(code);
  } else if (type === 'language') {
    [code] = canonicalLocales(code);
    const [base, region] = code.split('-');
    name = nameTable('language').get(code);
    if (!name && region && nameTable('language').has(base)) name = `${nameTable('language').get(base)} (${nameTable('region').get(region) ?? region})`;
  }
  return name ?? (fallback === 'code' ? code : undefined);
}

const DisplayNames = makeConstructor('DisplayNames', {
  length: 2,
  init(locales, options) {
    if (options === undefined) throw new TypeError('invalid_argument');
    options = owned(options, 'DisplayNames');
    const style = read(options, 'style', ['narrow', 'short', 'long'], 'long');
    const type = read(options, 'type', ['language', 'region', 'script', 'currency', 'calendar', 'dateTimeField']);
    if (type === undefined) throw new TypeError('Required option "type" must not be undefined');
    const fallback = read(options, 'fallback', ['code', 'none'], 'code');
    const slot = { locale: resolveLocale(locales), style, type, fallback };
    if (type === 'language') slot.languageDisplay = read(options, 'languageDisplay', ['dialect', 'standard'], 'dialect');
    return slot;
  },
  methods: {
    of(slot, code) { return displayName(slot, code); },
    resolvedOptions(slot) { return { ...slot }; },
  },
});

module.exports = { PluralRules, RelativeTimeFormat, ListFormat, DisplayNames };
