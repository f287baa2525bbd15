'use strict';
// Intl.DateTimeFormat for English as in the United States, Gregorian calendar.

const { makeConstructor, read, readNumber, resolveLocale } = require('internal/language/intl/constructors');
const zones = require('internal/language/intl/zone');
const pattern = require('internal/language/intl/date_pattern');

const fieldValues = {
  weekday: ['narrow', 'short', 'long'], era: ['narrow', 'short', 'long'], year: ['2-digit', 'numeric'],
  month: ['2-digit', 'numeric', 'narrow', 'short', 'long'], day: ['2-digit', 'numeric'],
  dayPeriod: ['narrow', 'short', 'long'], hour: ['2-digit', 'numeric'], minute: ['2-digit', 'numeric'],
  second: ['2-digit', 'numeric'],
};
const zoneStyles = ['short', 'long', 'shortOffset', 'longOffset', 'shortGeneric', 'longGeneric'];
const styles = ['full', 'long', 'medium', 'short'];
const dateFields = ['weekday', 'year', 'month', 'day'];
const timeFields = ['dayPeriod', 'hour', 'minute', 'second', 'fractionalSecondDigits'];

// init reads the options. What is needed says which fields must be there,
// otherwise those of defaults are added.
function init(locales, options, needed = 'any', defaults = 'date') {
  const slot = { locale: resolveLocale(locales), calendar: 'gregory', numberingSystem: 'latn' };
  if (options === null) throw new TypeError('Cannot convert undefined or null to object');
  options = options === undefined ? {} : Object(options);
  const hour12 = read(options, 'hour12', 'boolean');
  let hourCycle = read(options, 'hourCycle', ['h11', 'h12', 'h23', 'h24']);
  if (hour12 !== undefined) hourCycle = hour12 ? 'h12' : 'h24';
  slot.timeZone = options.timeZone === undefined ? zones.defaultZone() : zones.canonicalZone(options.timeZone);
  const fields = readFields(options);
  const dateStyle = read(options, 'dateStyle', styles);
  const timeStyle = read(options, 'timeStyle', styles);
  if (dateStyle !== undefined || timeStyle !== undefined) {
    const given = Object.keys(fields).find((name) => fields[name] !== undefined);
    if (given) throw new TypeError(`Can't set option ${given} when ${dateStyle === undefined ? 'timeStyle' : 'dateStyle'} is used`);
    if (needed === 'date' && timeStyle !== undefined) throw new TypeError('Invalid option : timeStyle');
    if (needed === 'time' && dateStyle !== undefined) throw new TypeError('Invalid option : dateStyle');
    Object.assign(slot, { dateStyle, timeStyle });
  } else {
    addDefaults(fields, needed, defaults);
  }
  slot.fields = slot.dateStyle || slot.timeStyle ? pattern.fieldsOfStyle(slot) : fields;
  if (slot.fields.hour !== undefined) slot.hourCycle = hourCycle ?? 'h12';
  adjust(slot);
  return slot;
}

function readFields(options) {
  const fields = {};
  for (const name of Object.keys(fieldValues)) {
    fields[name] = read(options, name, fieldValues[name]);
    if (name === 'second') fields.fractionalSecondDigits = readNumber(options, 'fractionalSecondDigits', 1, 3);
  }
  fields.timeZoneName = read(options, 'timeZoneName', zoneStyles);
  return fields;
}

function addDefaults(fields, needed, defaults) {
  const has = (names) => names.some((name) => fields[name] !== undefined);
  if ((needed !== 'time' && has(dateFields)) || (needed !== 'date' && has(timeFields))) return;
  if (defaults !== 'time') fields.year = fields.month = fields.day = 'numeric';
  if (defaults !== 'date') fields.hour = fields.minute = fields.second = 'numeric';
}

// adjust makes the fields what English shows: minutes behind hours have two
// digits, hours of 24 have two digits.
function adjust({ fields, hourCycle }) {
  if (fields.hour !== undefined) {
    if (hourCycle === 'h23' || hourCycle === 'h24') fields.hour = '2-digit';
    if (fields.minute !== undefined) fields.minute = '2-digit';
  }
  if (fields.minute !== undefined && fields.second !== undefined) fields.minute = fields.second = '2-digit';
}

function timeOf(date) {
  const time = date === undefined ? Date.now() : Number(date);
  if (!(Math.abs(time) <= 8.64e15)) throw new RangeError('Invalid time value');
  return Math.trunc(time);
}

function toParts(slot, date) { return pattern.parts(slot, timeOf(date)); }
function format(slot, date) { return toParts(slot, date).map((part) => part.value).join('').replace('\u202F', ' '); }

function resolvedOptions(slot) {
  const { locale, calendar, numberingSystem, timeZone, hourCycle, dateStyle, timeStyle, fields } = slot;
  const shown = { locale, calendar, numberingSystem, timeZone };
  if (hourCycle) Object.assign(shown, { hourCycle, hour12: hourCycle === 'h12' || hourCycle === 'h11' });
  if (dateStyle || timeStyle) {
    if (dateStyle) shown.dateStyle = dateStyle;
    if (timeStyle) shown.timeStyle = timeStyle;
    return shown;
  }
  for (const name of [...Object.keys(fieldValues), 'fractionalSecondDigits', 'timeZoneName']) {
    if (fields[name] !== undefined) shown[name] = fields[name];
  }
  return shown;
}

const between = '\u2009–\u2009';

function rangeParts(slot, start, end) {
  if (start === undefined || end === undefined) throw new TypeError('startDate or endDate cannot be undefined');
  return pattern.range(slot, timeOf(start), timeOf(end), between);
}

const DateTimeFormat = makeConstructor('DateTimeFormat', {
  callable: true, init: (locales, options) => init(locales, options), bound: { format: (slot, date) => format(slot, date) },
  methods: {
    resolvedOptions(slot) { return resolvedOptions(slot); },
    formatToParts(slot, date) { return toParts(slot, date); },
    formatRange(slot, start, end) { return rangeParts(slot, start, end).map((part) => part.value).join(''); },
    formatRangeToParts(slot, start, end) { return rangeParts(slot, start, end); },
  },
});

module.exports = { DateTimeFormat, initDate: init, formatDate: format };
