// Local time in zones that the program sets: offsets, hours that do not exist or come twice, texts, setters.
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC', 'Asia/Kathmandu', 'EST5EDT', ':Europe/Paris', 'Europe/London', 'America/St_Johns', 'Etc/GMT+5'];
const times = [0, 1e12, Date.UTC(2024, 0, 1), Date.UTC(2024, 6, 1), Date.UTC(2011, 11, 30, 12), Date.UTC(2024, 2, 31, 1), Date.UTC(2024, 2, 31, 0, 59, 59, 999), Date.UTC(2024, 9, 27, 1), Date.UTC(2024, 9, 27, 0, 30), Date.UTC(1995, 5, 17, 3, 24, 0, 7), Date.UTC(2500, 6, 4), 5e11, 2.5e12];
function fields(d) {
  return [d.getFullYear(), d.getMonth(), d.getDate(), d.getDay(), d.getHours(), d.getMinutes(), d.getSeconds(), d.getMilliseconds(), d.getTimezoneOffset(), d.getYear()].join(' ');
}
for (const zone of zones) {
  process.env.TZ = zone;
  console.log(`-- ${zone} ${Intl.DateTimeFormat().resolvedOptions().timeZone}`);
  for (const time of times) {
    const d = new Date(time);
    console.log(fields(d));
    console.log(`${d} | ${d.toDateString()} | ${d.toTimeString()} | ${d.toLocaleString()} | ${d.toISOString()}`);
  }
  for (const text of ['2024-03-31T02:30', '2024-03-31', '2024-03-31T02:30Z', '2024-03-31T02:30:01.5+05:30', 'Mar 31 2024 02:30', 'Mar 31, 2024 02:30 GMT', 'Sun Mar 31 2024 02:30:00 GMT+0100 (CET)', '2024-10-27T02:30', '10/27/2024 2:30 PM', '2024-11-03 01:30', '2024-6', 'Tue Mar 01 2022 10:00:00 EST', 'nonsense', '2024-03-10T02:15:00', '+010000-01-01T00:00', '1883-11-18T12:03']) {
    console.log(text, Date.parse(text), new Date(text).getTime());
  }
  for (const args of [[2024, 2, 31, 2, 30], [2024, 9, 27, 2, 30], [2024, 2, 10, 2, 30], [2024, 10, 3, 1, 30], [99, 0], [0, 0, 1], [2011, 11, 30], [2024, 12], [2024, 0, 0], [2024, 0, 1, 0, 0, 0, 1e9], [2024, NaN], [2024, 1.9, '3'], [1850, 5, 5]]) {
    console.log(args.join(), new Date(...args).getTime());
  }
  const d = new Date(2024, 0, 31, 2, 30, 15, 5);
  console.log(d.setMonth(2), d.setDate(31), d.setHours(2), d.setMinutes(90), d.setSeconds(75, 3), d.setMilliseconds(-1), d.setFullYear(2023, 10, 5), d.setHours(1, 30), d.setYear(99), String(d));
  console.log(new Date(d).getTime() === d.getTime(), new Date(String(d)).getTime() === Math.floor(d / 1000) * 1000);
}
process.env.TZ = 'Europe/Berlin';
// What is invalid, and how functions treat it.
const bad = new Date(NaN);
console.log(bad.getHours(), bad.getTimezoneOffset(), bad.setMonth(1), bad.setFullYear(2020), bad.getTime(), String(new Date(NaN)), new Date(NaN).toDateString(), new Date(NaN).toTimeString());
console.log(new Date(2024, 0).setHours(), new Date(2024, 0).setDate(NaN), new Date(2024, 0).setFullYear(3e5));
for (const f of [() => Date.prototype.getHours.call({}), () => Date.prototype.setHours.call(1, 1), () => Date.prototype.toString.call('x'), () => new Date(Symbol()), () => new Date({ [Symbol.toPrimitive]: () => ({}) }), () => new Date(1n), () => new Date(2024, Symbol())]) {
  try { console.log(f()); } catch (error) { console.log(error.name, error.message); }
}
// Conversions happen in order, and see the date as it was.
const log = [];
const say = (name, value) => ({ valueOf() { log.push(name); return value; } });
const when = new Date(2024, 5, 15, 12);
when.setHours(say('hour', 1), say('minute', 2), say('second', 3), say('ms', 4), say('no', 5));
new Date(say('year', 2000), say('month', 1), say('day', 2));
new Date({ valueOf() { log.push('valueOf'); return {}; }, toString() { log.push('toString'); return '2024-01-01T00:00'; } });
const nested = new Date(2024, 0, 1);
nested.setHours({ valueOf() { nested.setMonth(6); return 5; } });
console.log(log.join(), when.getTime(), nested.getTime());
console.log(new Date({ [Symbol.toPrimitive]: (hint) => hint }).getTime(), new Date([2024]).getTime(), new Date(new String('2024-01-01T00:00')).getTime(), new Date(new Number(5)).getTime(), new Date(null).getTime(), new Date(undefined).getTime(), new Date(true).getTime(), new Date('').getTime());
class Day extends Date { get hour() { return this.getHours(); } }
const day = new Day(2024, 5, 1, 13);
console.log(day.hour, day instanceof Day, day.getTime(), Object.prototype.toString.call(day), Reflect.construct(Date, [2024, 0], Day) instanceof Day);
console.log(Date.length, Date.name, Date.prototype.getHours.name, Date.prototype.setHours.length, Date.prototype.toString.toString(), `${Date}`, typeof Date(), Date(1, 2).length > 40, Object.keys(Date.prototype));
console.log(new Date(-1, 0).toString(), new Date(8.64e15).toString(), new Date(8.64e15 + 1).getTime(), new Date(12345, 0).toString());
// A format keeps its zone; what is asked without one follows TZ.
const format = new Intl.DateTimeFormat('en-US', { timeStyle: 'long', dateStyle: 'short' });
const fixed = new Date(1e12);
console.log(format.format(fixed), fixed.toLocaleTimeString());
process.env.TZ = 'Asia/Tokyo';
console.log(format.format(fixed), fixed.toLocaleTimeString(), new Intl.DateTimeFormat('en-US', { timeStyle: 'long' }).format(fixed));
Object.assign(process.env, { TZ: 'America/New_York' });
console.log(fixed.getHours(), String(fixed));
Object.defineProperty(process.env, 'TZ', { value: 'UTC', configurable: true, enumerable: true, writable: true });
console.log(fixed.getHours(), String(fixed), process.env.TZ);
