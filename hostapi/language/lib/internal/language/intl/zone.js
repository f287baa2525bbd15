'use strict';
// Time zones: which there are, their offsets (from the engine's database) and
// their English names.

const { zoneOffset, zoneName, zoneNames, zoneCanonical } = internalBinding('language');
const minuteMillis = 60_000;

const sameAsUTC = new Set(['utc', 'gmt', 'etc/utc', 'etc/gmt', 'etc/uct', 'etc/zulu', 'etc/universal', 'etc/greenwich', 'zulu', 'uct', 'universal']);

// canonicalZone returns a zone's name as the database has it, or throws.
function canonicalZone(name) {
  const text = String(name);
  if (sameAsUTC.has(text.toLowerCase())) return 'UTC';
  const known = text === '' ? undefined : zoneName(text); // '' asks for the program's own
  if (known === undefined) throw new RangeError(`Invalid time zone specified: ${text}`);
  return zoneCanonical(known);
}

// defaultZone returns the program's own, which changes with process.env.TZ.
function defaultZone() { return canonicalZone(zoneName('')); }

// offset returns what a zone adds to UTC at a time, in milliseconds.
function offset(zone, time) { return Math.trunc(zoneOffset(zone, time)[0]) * 1000; }

function offsetText(millis, long) {
  const minutes = Math.abs(Math.trunc(millis / minuteMillis));
  const hours = Math.trunc(minutes / 60);
  const rest = minutes % 60;
  const hour = long ? String(hours).padStart(2, '0') : String(hours);
  const minute = long || rest ? `:${String(rest).padStart(2, '0')}` : '';
  return `GMT${millis < 0 ? '-' : '+'}${hour}${minute}`;
}

// nameOfZone returns what timeZoneName shows.
function nameOfZone(zone, time, style) {
  const [seconds, daylight] = zoneOffset(zone, time);
  const known = zoneNames(zone);
  if (style === 'longOffset') return offsetText(seconds * 1000, true);
  if (style === 'shortOffset') return seconds === 0 ? 'GMT' : offsetText(seconds * 1000, false);
  const long = style.startsWith('long');
  const name = known && (long ? (daylight && known[1]) || known[0] : daylight ? known[3] : known[2]);
  if (seconds === 0 && !name) return 'GMT';
  return name || offsetText(seconds * 1000, long);
}

module.exports = { canonicalZone, defaultZone, offset, nameOfZone };
