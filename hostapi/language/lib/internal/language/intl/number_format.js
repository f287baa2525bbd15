'use strict';
// Intl.NumberFormat for English.

const { makeConstructor, read, readNumber, resolveLocale, toOptions } = require('internal/language/intl/constructors');
const decimal = require('internal/language/intl/decimal');

const tables = {};
function table(id) {
  return tables[id] ??= new Map(require(`internal/language/intl/${id}`).split('\n').map((row) => {
    const cells = row.split('|');
    return [cells[0], cells];
  }));
}

const digitOptions = ['minimumFractionDigits', 'maximumFractionDigits', 'minimumSignificantDigits', 'maximumSignificantDigits'];
const compactNames = [['', ''], ['K', ' thousand'], ['M', ' million'], ['B', ' billion'], ['T', ' trillion']];

function init(locales, options) {
  const slot = { locale: resolveLocale(locales), numberingSystem: 'latn' };
  options = toOptions(options);
  readStyle(slot, options);
  slot.notation = read(options, 'notation', ['standard', 'scientific', 'engineering', 'compact'], 'standard');
  readDigits(slot, options);
  if (slot.notation === 'compact') slot.compactDisplay = read(options, 'compactDisplay', ['short', 'long'], 'short');
  slot.useGrouping = readGrouping(slot, options);
  slot.signDisplay = read(options, 'signDisplay', ['auto', 'never', 'always', 'exceptZero', 'negative'], 'auto');
  slot.roundingMode = read(options, 'roundingMode', ['halfExpand'], 'halfExpand');
  slot.roundingIncrement = 1;
  slot.trailingZeroDisplay = read(options, 'trailingZeroDisplay', ['auto', 'stripIfInteger'], 'auto');
  slot.roundingPriority = slot.compactRounding ? 'morePrecision' : 'auto';
  return slot;
}

function readStyle(slot, options) {
  slot.style = read(options, 'style', ['decimal', 'percent', 'currency', 'unit'], 'decimal');
  const currency = read(options, 'currency');
  if (currency !== undefined && !/^[a-z]{3}$/i.test(currency)) throw new RangeError(`Invalid currency code : ${currency}`);
  if (slot.style === 'currency' && currency === undefined) throw new TypeError('Currency code is required with currency style.');
  const currencyDisplay = read(options, 'currencyDisplay', ['code', 'symbol', 'narrowSymbol', 'name'], 'symbol');
  const currencySign = read(options, 'currencySign', ['standard', 'accounting'], 'standard');
  const unit = read(options, 'unit');
  if (unit !== undefined && !unit.split('-per-').every((part) => table('units').has(part))) {
    throw new RangeError(`Invalid unit argument for Intl.NumberFormat() '${unit}'`);
  }
  if (slot.style === 'unit' && unit === undefined) throw new TypeError("Invalid unit argument for Intl.NumberFormat() ''");
  const unitDisplay = read(options, 'unitDisplay', ['short', 'narrow', 'long'], 'short');
  if (slot.style === 'currency') Object.assign(slot, { currency: currency.toUpperCase(), currencyDisplay, currencySign });
  if (slot.style === 'unit') Object.assign(slot, { unit, unitDisplay });
}

function currencyDigits(slot) {
  const row = table('currencies').get(slot.currency);
  return row ? Number(row[1]) : 2;
}

function readDigits(slot, options) {
  slot.minimumIntegerDigits = readNumber(options, 'minimumIntegerDigits', 1, 21, 1);
  const given = {};
  for (const name of digitOptions) given[name] = options[name];
  const money = slot.style === 'currency' && slot.notation === 'standard';
  const least = money ? currencyDigits(slot) : 0;
  const most = money ? least : slot.style === 'percent' ? 0 : 3;
  if (given.minimumSignificantDigits !== undefined || given.maximumSignificantDigits !== undefined) {
    slot.minimumSignificantDigits = readNumber(given, 'minimumSignificantDigits', 1, 21, 1);
    slot.maximumSignificantDigits = readNumber(given, 'maximumSignificantDigits', slot.minimumSignificantDigits, 21, 21);
  } else if (given.minimumFractionDigits !== undefined || given.maximumFractionDigits !== undefined || slot.notation !== 'compact') {
    let min = readNumber(given, 'minimumFractionDigits', 0, 20);
    let max = readNumber(given, 'maximumFractionDigits', 0, 20);
    if (min === undefined) min = Math.min(least, max ?? least);
    else if (max === undefined) max = Math.max(most, min);
    max ??= Math.max(most, min);
    if (min > max) throw new RangeError('maximumFractionDigits value is out of range.');
    Object.assign(slot, { minimumFractionDigits: min, maximumFractionDigits: max });
  } else {
    Object.assign(slot, { minimumFractionDigits: 0, maximumFractionDigits: 0, minimumSignificantDigits: 1, maximumSignificantDigits: 2, compactRounding: true });
  }
}

function readGrouping(slot, options) {
  const otherwise = slot.notation === 'compact' ? 'min2' : 'auto';
  const value = options.useGrouping;
  if (value === undefined) return otherwise;
  if (value === true || value === 'true') return 'always';
  if (!value || value === 'false') return value === 'false' ? 'auto' : false;
  return read(options, 'useGrouping', ['min2', 'auto', 'always'], otherwise);
}

function group(parts, whole, slot) {
  const enough = slot.useGrouping === 'min2' ? 5 : 4;
  if (!slot.useGrouping || whole.length < enough) {
    parts.push({ type: 'integer', value: whole });
    return;
  }
  const first = whole.length % 3 || 3;
  parts.push({ type: 'integer', value: whole.slice(0, first) });
  for (let i = first; i < whole.length; i += 3) {
    parts.push({ type: 'group', value: ',' }, { type: 'integer', value: whole.slice(i, i + 3) });
  }
}

// scale returns the number that is shown, and the power of ten that is left to
// the notation.
function scale(number, slot) {
  if (slot.notation === 'standard') return [decimal.round(number, slot), 0];
  let power = powerOf(number, slot);
  for (;;) {
    const shown = decimal.round({ ...number, point: number.digits === '' ? 0 : number.point - power }, slot);
    const again = powerOf({ ...shown, point: shown.point + power }, slot);
    if (again <= power || shown.digits === '') return [shown, power];
    power = again;
  }
}

function powerOf(number, { notation }) {
  if (number.digits === '') return 0;
  const exponent = number.point - 1;
  if (notation === 'scientific') return exponent;
  const thousands = Math.floor(exponent / 3);
  return 3 * (notation === 'engineering' ? thousands : Math.min(Math.max(thousands, 0), compactNames.length - 1));
}

// numberParts returns the parts of a number without its sign.
function numberParts(value, slot) {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { parts: [Number.isNaN(value) ? { type: 'nan', value: 'NaN' } : { type: 'infinity', value: '∞' }], zero: Number.isNaN(value), plural: 'other' };
  }
  const parsed = decimal.parse(value);
  if (slot.style === 'percent' && parsed.digits !== '') parsed.point += 2;
  const [shown, power] = scale(parsed, slot);
  let { whole, fraction } = decimal.split(shown, slot.compactRounding ? {} : slot);
  if (slot.trailingZeroDisplay === 'stripIfInteger' && /^0*$/.test(fraction)) fraction = '';
  const parts = [];
  group(parts, whole, slot);
  if (fraction !== '') parts.push({ type: 'decimal', value: '.' }, { type: 'fraction', value: fraction });
  addPower(parts, power, slot);
  return { parts, zero: shown.digits === '', plural: whole === '1' && fraction === '' && power === 0 ? 'one' : 'other' };
}

function addPower(parts, power, slot) {
  if (slot.notation === 'compact') {
    const name = compactNames[power / 3][slot.compactDisplay === 'long' ? 1 : 0];
    if (name.startsWith(' ')) parts.push({ type: 'literal', value: ' ' });
    if (name) parts.push({ type: 'compact', value: name.trim() });
  } else if (slot.notation !== 'standard') {
    parts.push({ type: 'exponentSeparator', value: 'E' });
    if (power < 0) parts.push({ type: 'exponentMinusSign', value: '-' });
    parts.push({ type: 'exponentInteger', value: String(Math.abs(power)) });
  }
}

function signOf(value, zero, slot) {
  const negative = typeof value === 'bigint' ? value < 0n : value < 0 || Object.is(value, -0);
  switch (slot.signDisplay) {
    case 'never': return '';
    case 'always': return negative ? '-' : '+';
    case 'exceptZero': return zero ? '' : negative ? '-' : '+';
    case 'negative': return negative && !zero ? '-' : '';
    default: return negative ? '-' : '';
  }
}

function toParts(slot, value) {
  value = typeof value === 'bigint' ? value : typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? BigInt(value) : Number(value);
  const { parts, zero, plural } = numberParts(value, slot);
  const sign = signOf(value, zero, slot);
  if (slot.style === 'percent') parts.push({ type: 'percentSign', value: '%' });
  if (slot.style === 'currency') addCurrency(parts, plural, slot);
  if (slot.style === 'unit') addUnit(parts, plural, slot);
  if (sign === '-' && slot.currencySign === 'accounting' && slot.currencyDisplay !== 'name') {
    return [{ type: 'literal', value: '(' }, ...parts, { type: 'literal', value: ')' }];
  }
  if (sign) parts.unshift({ type: sign === '-' ? 'minusSign' : 'plusSign', value: sign });
  return parts;
}

function addCurrency(parts, plural, slot) {
  const row = table('currencies').get(slot.currency) ?? [slot.currency, 2, '', '', slot.currency, slot.currency];
  if (slot.currencyDisplay === 'name') {
    parts.push({ type: 'literal', value: ' ' }, { type: 'currency', value: row[plural === 'one' ? 4 : 5] });
    return;
  }
  const symbol = slot.currencyDisplay === 'code' ? '' : row[slot.currencyDisplay === 'symbol' ? 2 : 3];
  const shown = symbol || slot.currency;
  if (/[a-z]$/i.test(shown) && parts[0].type === 'integer') parts.unshift({ type: 'literal', value: '\u00A0' });
  parts.unshift({ type: 'currency', value: shown });
}

const perNames = { second: 's', hour: 'h', minute: 'min', day: 'd' };

function unitPattern(slot, plural, unit) {
  const at = { long: 1, short: 3, narrow: 5 }[slot.unitDisplay] + (plural === 'one' ? 0 : 1);
  const row = table('units').get(unit);
  if (row) return row[at];
  const [top, bottom] = unit.split('-per-');
  const per = perNames[slot.unitDisplay === 'long' ? '' : bottom] ??
    table('units').get(bottom)[at - (plural === 'one' ? 0 : 1)].replace('#', '').trim();
  return table('units').get(top)[at] + (slot.unitDisplay === 'long' ? ' per ' : '/') + per;
}

function addUnit(parts, plural, slot) {
  const [before, after] = unitPattern(slot, plural, slot.unit).split('#');
  if (before) parts.unshift({ type: 'unit', value: before });
  const space = /^\s*/.exec(after)[0];
  if (space) parts.push({ type: 'literal', value: space });
  const type = after.trim() === '%' ? 'percentSign' : 'unit';
  if (after.trim()) parts.push({ type: slot.unit === 'percent' ? type : 'unit', value: after.trim() });
}

function format(slot, value) { return toParts(slot, value).map((part) => part.value).join(''); }

const shownOptions = ['locale', 'numberingSystem', 'style', 'currency', 'currencyDisplay', 'currencySign', 'unit', 'unitDisplay',
  'minimumIntegerDigits', ...digitOptions, 'useGrouping', 'notation', 'compactDisplay', 'signDisplay', 'roundingMode',
  'roundingIncrement', 'trailingZeroDisplay', 'roundingPriority'];

function resolvedOptions(slot) {
  const shown = {};
  for (const name of shownOptions) if (slot[name] !== undefined) shown[name] = slot[name];
  return shown;
}

function formatRange(slot, start, end) {
  const [a, b] = [format(slot, start), format(slot, end)];
  return a === b ? `~${a}` : `${a}–${b}`;
}

const NumberFormat = makeConstructor('NumberFormat', {
  callable: true, init, bound: { format: (slot, value) => format(slot, value) },
  methods: {
    formatToParts(slot, value) { return toParts(slot, value); },
    resolvedOptions(slot) { return resolvedOptions(slot); },
    formatRange(slot, start, end) { return formatRange(slot, start, end); },
    formatRangeToParts(slot, start, end) { return [{ type: 'literal', value: formatRange(slot, start, end), source: 'shared' }]; },
  },
});

module.exports = { NumberFormat, initNumber: init, formatNumber: format, numberToParts: toParts, table };
