'use strict';
// Named time zones, whatever the machine's own is.
const show = (zone, ms) => new Date(ms).toLocaleString('en-US', { timeZone: zone });
for (const zone of ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'america/los_angeles']) {
  for (const ms of [-2e12, 0, 1700000000000, 1720000000000, 4e12, 20e12]) console.log(zone, ms, show(zone, ms));
}
for (const zone of ['Nowhere/Else', '', '../etc/passwd']) {
  try { show(zone, 0); } catch (e) { console.log(e.name, e.message); }
}
console.log(new Intl.DateTimeFormat('en-US', { timeZone: 'europe/paris' }).resolvedOptions().timeZone);
