'use strict';
// Intl: English as in the United States, from which programs in other locales
// get English too; supportedLocalesOf says so.

const { add } = require('internal/language/builtin_class');
const { lazy } = require('internal/language/lazy');

const Intl = {};
Object.defineProperty(Intl, Symbol.toStringTag, { value: 'Intl', configurable: true });

function supportedValues(key) {
  const table = (id) => require(`internal/language/intl/${id}`).split('\n');
  switch (String(key)) {
    case 'calendar': return ['gregory'];
    case 'collation': return ['default'];
    case 'currency': return table('currencies').map((row) => row.split('|')[0]);
    case 'numberingSystem': return ['latn'];
    case 'timeZone': return internalBinding('language').zoneNames().filter((zone) => zone !== 'UTC').sort();
    case 'unit': return table('units').map((row) => row.split('|')[0]).filter((unit) => !unit.includes('-per-'));
    default: throw new RangeError(`Invalid key : ${key}`);
  }
}

add(Intl, {
  getCanonicalLocales(locales) { return require('internal/language/intl/constructors').canonicalLocales(locales); },
  supportedValuesOf(key) { return supportedValues(key); },
});
for (const [file, names] of [
  ['date_format', ['DateTimeFormat']], ['number_format', ['NumberFormat']],
  ['text', ['Collator', 'Segmenter', 'Locale']], ['words', ['PluralRules', 'RelativeTimeFormat', 'ListFormat', 'DisplayNames']],
]) {
  for (const name of names) lazy(Intl, name, () => require(`internal/language/intl/${file}`)[name]);
}

module.exports = Intl;
