'use strict';
// The methods that format for a locale: toLocaleString and its kin.

const { incompatible } = require('internal/language/receiver');
const { apply } = Reflect;
const numberValue = Number.prototype.valueOf;
const bigintValue = BigInt.prototype.valueOf;
const dateValue = Date.prototype.getTime;

// A format is kept: making one costs more than using it.
const kept = new Map();
function keep(kind, locales, options, make) {
  if ((locales !== undefined && typeof locales !== 'string') || options !== undefined) return make();
  const key = `${kind} ${locales}`;
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key);
}

function valueOf(read, value, type, owner) {
  if (typeof value === type) return value;
  try {
    return apply(read, value, []);
  } catch {
    throw new TypeError(`${owner}.prototype.toLocaleString requires that 'this' be a ${owner}`);
  }
}

function numberToLocaleString(value, locales, options) {
  const { initNumber, formatNumber } = require('internal/language/intl/number_format');
  value = valueOf(numberValue, value, 'number', 'Number');
  return formatNumber(keep('number', locales, options, () => initNumber(locales, options)), value);
}

function bigintToLocaleString(value, locales, options) {
  const { initNumber, formatNumber } = require('internal/language/intl/number_format');
  value = valueOf(bigintValue, value, 'bigint', 'BigInt');
  return formatNumber(keep('number', locales, options, () => initNumber(locales, options)), value);
}

function dateToLocale(date, method, needed, defaults, locales, options) {
  let time;
  try {
    time = apply(dateValue, date, []);
  } catch {
    incompatible(`Date.prototype.${method}`, date);
  }
  if (time !== time) return 'Invalid Date';
  const { initDate, formatDate } = require('internal/language/intl/date_format');
  const zone = require('internal/language/intl/zone').defaultZone(); // process.env.TZ may change
  return formatDate(keep(`${method} ${zone}`, locales, options, () => initDate(locales, options, needed, defaults)), time);
}

function compareStrings(a, b, locales, options) {
  const text = require('internal/language/intl/text');
  return text.compareStrings(keep('collator', locales, options, () => text.initCollator(locales, options)), a, b);
}

function arrayToLocaleString(array, locales, options) {
  const object = Object(array);
  const length = Math.min(Math.max(Math.trunc(Number(object.length)) || 0, 0), Number.MAX_SAFE_INTEGER);
  let text = '';
  for (let i = 0; i < length; i++) {
    if (i > 0) text += ',';
    const item = object[i];
    if (item !== undefined && item !== null) text += item.toLocaleString(locales, options);
  }
  return text;
}

module.exports = { numberToLocaleString, bigintToLocaleString, dateToLocale, compareStrings, arrayToLocaleString };
