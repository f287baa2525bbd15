'use strict';
// How English writes dates: which fields come in which order, and what stands
// between them.

const zones = require('internal/language/intl/zone');

const narrowSpace = '\u202F'; // before AM and PM; format shows a plain one

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const eras = { long: ['Before Christ', 'Anno Domini'], short: ['BC', 'AD'], narrow: ['B', 'A'] };

const dateStyles = {
  full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  short: { year: '2-digit', month: 'numeric', day: 'numeric' },
};
const timeStyles = {
  full: { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'long' },
  long: { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
  medium: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
  short: { hour: 'numeric', minute: '2-digit' },
};

function fieldsOfStyle({ dateStyle, timeStyle }) { return { ...dateStyles[dateStyle], ...timeStyles[timeStyle] }; }

function cut(name, style) {
  if (style === 'long') return name;
  return style === 'narrow' ? name[0] : name.slice(0, 3);
}

function twoDigits(n) { return String(n).padStart(2, '0'); }

// values returns the fields of a time as the zone's clocks and calendars show it.
function values(time, zone) {
  const local = new Date(time + zones.offset(zone, time));
  const year = local.getUTCFullYear();
  return {
    time, year: year > 0 ? year : 1 - year, era: year > 0 ? 1 : 0, month: local.getUTCMonth(), day: local.getUTCDate(),
    weekday: local.getUTCDay(), hour: local.getUTCHours(), minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(), milli: local.getUTCMilliseconds(),
  };
}

function numeric(value, style) { return style === '2-digit' ? twoDigits(value) : String(value); }

function hourText({ hour }, { fields, hourCycle }) {
  const shown = { h11: hour % 12, h12: hour % 12 || 12, h23: hour, h24: hour || 24 }[hourCycle];
  return numeric(shown, fields.minute === undefined && hourCycle === 'h12' ? 'numeric' : fields.hour);
}

const partsOfDay = [[12, 'in the morning'], [18, 'in the afternoon'], [21, 'in the evening'], [24, 'at night']];

function dayPeriod({ hour, minute }, { fields }) {
  if (!fields.dayPeriod) return hour < 12 ? 'AM' : 'PM';
  if (hour === 12 && !minute) return fields.dayPeriod === 'narrow' ? 'n' : 'noon';
  return partsOfDay.find(([end]) => hour < end)[1];
}

// text returns the part of a field.
function text(name, v, slot) {
  const style = slot.fields[name];
  switch (name) {
    case 'weekday': return cut(weekdays[v.weekday], style);
    case 'era': return eras[style][v.era];
    case 'year': return style === '2-digit' ? twoDigits(v.year % 100) : String(v.year);
    case 'month': return /digit|numeric/.test(style) ? numeric(v.month + 1, style) : cut(months[v.month], style);
    case 'day': return numeric(v.day, style);
    case 'hour': return hourText(v, slot);
    case 'minute': return numeric(v.minute, style);
    case 'second': return numeric(v.second, style);
    case 'fractionalSecond': return String(v.milli).padStart(3, '0').slice(0, slot.fields.fractionalSecondDigits);
    case 'dayPeriod': return dayPeriod(v, slot);
    default: return zones.nameOfZone(slot.timeZone, v.time, style);
  }
}

// layout returns the fields in order, each with the literal before it.
function layout({ fields, hourCycle, dateStyle }) {
  const date = dateLayout(fields);
  const time = timeLayout(fields, hourCycle);
  if (date.length > 0 && time.length > 0) {
    const long = fields.month === 'long' && date.length > 1;
    const onlyWeekday = date.length === 1 && fields.weekday;
    const hasClock = fields.hour || fields.minute || fields.second;
    time[0] = [onlyWeekday ? ' ' : long && hasClock && (dateStyle || fields.day) ? ' at ' : ', ', time[0][1]];
  }
  return [...date, ...time];
}

function dateLayout(fields) {
  const has = (name) => fields[name] !== undefined;
  const list = [];
  const put = (literal, name) => { if (has(name)) list.push([list.length === 0 ? '' : literal, name]); };
  const words = has('month') && !/digit|numeric/.test(fields.month);
  if (has('weekday') && has('day') && !has('month')) {
    put('', 'day');
    put(' ', 'weekday');
  } else {
    put('', 'weekday');
    put(', ', 'month');
    put(words ? ' ' : has('month') ? '/' : ', ', 'day');
    put(!words ? has('month') || has('day') ? '/' : ', ' : has('day') ? ', ' : ' ', 'year');
  }
  if (has('era') && !has('year') && list.length === 0) put('', 'year');
  put(' ', 'era');
  return list;
}

function timeLayout(fields, hourCycle) {
  const list = [];
  const put = (literal, name) => list.push([list.length === 0 ? '' : literal, name]);
  for (const name of ['hour', 'minute', 'second']) if (fields[name] !== undefined) put(':', name);
  if (fields.fractionalSecondDigits !== undefined) put('.', 'fractionalSecond');
  const twelve = fields.hour !== undefined && (hourCycle === 'h12' || hourCycle === 'h11');
  if (twelve || (fields.dayPeriod !== undefined && fields.hour === undefined)) put(narrowSpace, 'dayPeriod');
  if (fields.timeZoneName !== undefined) put(' ', 'timeZoneName');
  return list;
}

function parts(slot, time) {
  const v = values(time, slot.timeZone);
  const list = [];
  for (const [literal, name] of layout(slot)) {
    if (literal) list.push({ type: 'literal', value: literal });
    list.push({ type: name, value: text(name, v, slot) });
  }
  return list;
}

const dateNames = ['era', 'year', 'month', 'day', 'weekday'];
const clockNames = ['hour', 'minute', 'second', 'fractionalSecond'];

// range writes two times; what they have in common stands only once.
function range(slot, start, end, between) {
  const tag = (list, source) => list.map((part) => ({ ...part, source }));
  const [a, b] = [values(start, slot.timeZone), values(end, slot.timeZone)];
  const otherDay = a.day !== b.day || a.month !== b.month || a.year !== b.year;
  if (otherDay && slot.fields.hour !== undefined && !dateNames.some((name) => slot.fields[name])) {
    slot = { ...slot, fields: { ...slot.fields, year: 'numeric', month: 'numeric', day: 'numeric' } };
  }
  const fields = layout(slot).map(([, name]) => name);
  const differs = (name) => text(name, a, slot) !== text(name, b, slot);
  if (!fields.some(differs)) return tag(parts(slot, start), 'shared');
  const middle = [{ type: 'literal', value: between, source: 'shared' }];
  const [first, last] = [parts(slot, start), parts(slot, end)];
  const sameDate = !fields.some((name) => dateNames.includes(name) && differs(name));
  const index = (list, names) => list.findIndex((part) => names.includes(part.type));
  if (sameDate && index(last, clockNames) > 0) return sameDay(first, last, middle, tag, index, differs);
  if (sameDate && index(last, clockNames) === 0) return joined(first, last, middle, tag, differs, 0);
  const words = slot.fields.month && !/digit|numeric/.test(slot.fields.month);
  if (words && !fields.some((name) => clockNames.includes(name)) && !slot.fields.weekday) return days(first, last, middle, tag, differs);
  return [...tag(first, 'startRange'), ...middle, ...tag(last, 'endRange')];
}

function sameDay(first, last, middle, tag, index, differs) {
  const at = index(last, clockNames);
  const date = first.slice(0, at).map((part) => (part.value === ' at ' ? { ...part, value: ', ' } : part));
  return [...tag(date, 'shared'), ...joined(first.slice(at), last.slice(at), middle, tag, differs)];
}

// joined writes two times of a day: AM and PM once when they are the same.
function joined(first, last, middle, tag, differs) {
  let common = last.findIndex((part) => part.type === 'dayPeriod' && !differs('dayPeriod'));
  if (common < 0) common = last.findIndex((part) => part.type === 'timeZoneName');
  const shared = common <= 0 ? [] : last.slice(common - 1);
  if (common > 0) [first, last] = [first.slice(0, common - 1), last.slice(0, common - 1)];
  return [...tag(first, 'startRange'), ...middle, ...tag(last, 'endRange'), ...tag(shared, 'shared')];
}

// days writes two dates with the month in words: "Jan 5 – 7, 2024".
function days(first, last, middle, tag, differs) {
  const cutAt = (list, type) => list.findIndex((part) => part.type === type);
  let [head, tail] = [[], []];
  if (cutAt(last, 'year') > 0 && !differs('year')) {
    const year = cutAt(last, 'year');
    tail = last.slice(year - 1);
    [first, last] = [first.slice(0, year - 1), last.slice(0, year - 1)];
  }
  if (!differs('month') && tail.length === (cutAt(last, 'year') < 0 ? tail.length : -1) && cutAt(last, 'day') > 0 && cutAt(last, 'year') < 0) {
    head = first.slice(0, cutAt(first, 'day'));
    [first, last] = [first.slice(head.length), last.slice(head.length)];
  }
  return [...tag(head, 'shared'), ...tag(first, 'startRange'), ...middle, ...tag(last, 'endRange'), ...tag(tail, 'shared')];
}

module.exports = { fieldsOfStyle, parts, range };
