'use strict';

// What is an IP address.

const byte = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const v4 = `${byte}(?:\\.${byte}){3}`;
const isV4 = new RegExp(`^${v4}$`);
const group = /^[\da-f]{1,4}$/i;
const zone = /^[\d\w\-.:]+$/;

function isIPv4(text) { return isV4.test(`${text}`); }

// Counts the groups of a part of an address, -1 when it is no part of one. The last group of the
// address may be one of version 4, which stands for two.
function countGroups(text, isLast) {
  if (text === '') return 0;
  const groups = text.split(':');
  let count = groups.length;
  if (isLast && isV4.test(groups.at(-1))) {
    groups.pop();
    count++;
  }
  return groups.every((one) => group.test(one)) ? count : -1;
}

function isIPv6(value) {
  let text = `${value}`;
  const percent = text.indexOf('%');
  if (percent !== -1) {
    if (!zone.test(text.slice(percent + 1))) return false;
    text = text.slice(0, percent);
  }
  const gap = text.indexOf('::');
  if (gap === -1) return countGroups(text, true) === 8;
  const before = countGroups(text.slice(0, gap), false);
  const after = countGroups(text.slice(gap + 2), true);
  return before >= 0 && after >= 0 && before + after < 8;
}

function isIP(value) {
  if (isIPv4(value)) return 4;
  return isIPv6(value) ? 6 : 0;
}

module.exports = { isIP, isIPv4, isIPv6 };
