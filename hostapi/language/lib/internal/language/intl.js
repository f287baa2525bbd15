'use strict';
// Intl: English as in the United States, from which programs in other locales
// get English too; supportedLocalesOf says so.

const { add } = require('internal/language/builtin_class');

const Intl = {};
const hidden = { writable: true, configurable: true, enumerable: false };
Object.defineProperty(Intl, Symbol.toStringTag, { value: 'Intl', configurable: true });

// The constructors are loaded when they are first read.
function lazy(name, id) {
  Object.defineProperty(Intl, name, {
    configurable: true,
    enumerable: false,
    get() {
      const value = require(`internal/language/intl/${id}`)[name];
      Object.defineProperty(Intl, name, { value, ...hidden });
      return value;
    },
    set(value) { Object.defineProperty(Intl, name, { value, ...hidden }); },
  });
}

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
lazy('DateTimeFormat', 'date_format');
lazy('NumberFormat', 'number_format');
for (const name of ['Collator', 'Segmenter', 'Locale']) lazy(name, 'text');
for (const name of ['PluralRules', 'RelativeTimeFormat', 'ListFormat', 'DisplayNames']) lazy(name, 'words');

module.exports = Intl;
