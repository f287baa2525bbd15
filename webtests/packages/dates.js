// moment, dayjs, date-fns, luxon, ms.
process.env.TZ = 'UTC';
const moment = require('moment');
const dayjs = require('dayjs');
const fns = require('date-fns');
const { DateTime, Duration, Interval, Settings } = require('luxon');
const ms = require('ms');

const iso = '2024-02-29T13:45:30.123Z';
const base = moment.utc(iso);
for (const format of ['dddd, MMMM Do YYYY, h:mm:ss a', 'YYYY-[W]WW-E', 'X x', 'Q DDDo', 'LLLL', 'YYYYYY GGGG-[W]W', 'hh:mm:ss.SSS A Z', '[escaped] dd ddd']) console.log(base.format(format));
console.log(base.clone().add(1, 'month').add({ days: 3, hours: -2 }).toISOString(), base.clone().startOf('isoWeek').format(), base.clone().endOf('quarter').format(), base.isLeapYear(), base.daysInMonth(), base.week(), base.isoWeek(), base.dayOfYear());
console.log(moment.utc('25/12/1995', 'DD/MM/YYYY', true).format(), moment.utc('bad', 'YYYY', true).isValid(), moment.utc('12-25-1995', ['MM-DD-YYYY', 'YYYY']).format(), moment.utc(0).from(86400000), moment.utc(iso).calendar('2024-03-01T00:00:00Z'));
console.log(moment.duration({ hours: 25, minutes: 61 }).humanize(), moment.duration('P1Y2M3DT4H5M6S').asDays(), moment.duration(90, 'seconds').toISOString(), base.diff('2023-01-01', 'months', true), moment.utc('2024-01-31').add(1, 'M').format('L'), moment.max(moment.utc(1), moment.utc(5)).valueOf());
moment.locale('de-test', { parentLocale: 'en', months: 'Januar_Februar_März_April_Mai_Juni_Juli_August_September_Oktober_November_Dezember'.split('_') });
console.log(moment.utc(iso).format('D. MMMM'), JSON.stringify(base), moment.utc('2024-02-30').isValid(), base.isBetween('2024-01-01', '2025-01-01'));

dayjs.extend(require('dayjs/plugin/utc'));
for (const plugin of ['advancedFormat', 'weekOfYear', 'isoWeek', 'relativeTime', 'duration', 'customParseFormat', 'isBetween', 'quarterOfYear', 'calendar', 'minMax']) dayjs.extend(require(`dayjs/plugin/${plugin}`));
const day = dayjs.utc(iso);
console.log(day.format('dddd Do MMMM YYYY HH:mm:ss.SSS Z Q X'), day.add(1, 'year').format(), day.endOf('month').toISOString(), day.isoWeek(), day.diff('2023-02-28', 'day'), day.from(dayjs.utc('2024-03-10')), dayjs.duration(123456789).format('D HH:mm:ss'), dayjs.utc('05/02/69 1:02:03 PM', 'MM/DD/YY h:mm:ss A').format(), day.quarter(), dayjs.max(day, day.add(1, 'd')).date(), day.set('hour', 5).get('hour'));

const date = new Date(iso);
console.log(fns.formatISO(fns.addBusinessDays(date, 5), { representation: 'date' }), fns.differenceInCalendarDays(date, new Date(0)), fns.isWeekend(date), fns.formatDistance(date, new Date('2024-03-15')), fns.eachDayOfInterval({ start: date, end: fns.addDays(date, 2) }).length, fns.parseISO('2024-02-29T25:00').toString(), fns.getISOWeek(date), fns.intervalToDuration({ start: new Date(0), end: date }), fns.closestTo(date, [new Date(0), new Date(2e12)]).getTime(), fns.formatDuration({ hours: 2, minutes: 5 }), fns.isValid(fns.parse('02/30/2024', 'MM/dd/yyyy', new Date(0))));
console.log(fns.format(date, "EEEE, do 'of' LLLL yyyy, HH:mm:ss.SSS R-'W'II c QQQQ BBBB"), fns.roundToNearestMinutes(date, { nearestTo: 15 }).toISOString(), fns.lastDayOfMonth(date).getDate());

Settings.defaultZone = 'utc';
const lux = DateTime.fromISO(iso);
console.log(lux.toISO(), lux.plus({ months: 1, days: -3 }).toISODate(), lux.startOf('week').toISO(), lux.weekNumber, lux.ordinal, lux.toFormat("yyyy-LL-dd HH:mm:ss.SSS 'x' kkkk-'W'WW o q"), lux.isInLeapYear, lux.diff(DateTime.fromISO('2023-01-01'), ['months', 'days']).toObject(), Duration.fromISO('P1DT12H').as('hours'), Duration.fromObject({ seconds: 4000 }).shiftTo('hours', 'minutes', 'seconds').toObject(), Interval.fromDateTimes(lux, lux.plus({ days: 3 })).splitBy({ days: 1 }).length, DateTime.fromISO('nope').invalidReason, DateTime.fromFormat('23 01 2020', 'dd MM yyyy').toMillis(), JSON.stringify(lux), lux.toUTC().offset, lux.setZone('UTC+3').toISO());
for (const text of ['2 days', '1d', '10h', '2.5 hrs', '1m', '5s', '1y', '100', '-3 days', 'nope', '1 wk']) console.log(text, ms(text));
for (const number of [1000, 60000, 2 * 60000, -3 * 3600000, 500, 172800000]) console.log(ms(number), ms(number, { long: true }));
for (const bad of ['', undefined, {}, NaN]) { try { console.log(ms(bad)); } catch (e) { console.log(e.message); } }
