'use strict';
// Decimal numbers as text: what Intl.NumberFormat rounds and prints. A number is
// { negative, digits, point }: 0.digits × 10^point, without zeros at the ends.

function parse(value) {
  const text = typeof value === 'bigint' ? String(value) : Object.is(value, -0) ? '-0' : String(value);
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d*)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  return trim({ negative: sign === '-', digits: whole + fraction, point: whole.length + Number(exponent) });
}

function trim({ negative, digits, point }) {
  const zeros = /^0*/.exec(digits)[0].length;
  digits = digits.slice(zeros).replace(/0+$/, '');
  return { negative, digits, point: digits === '' ? 0 : point - zeros };
}

// roundAt keeps count digits; halves go away from zero.
function roundAt(number, count) {
  const { negative, digits, point } = number;
  if (count >= digits.length) return number;
  if (count < 0) return { negative, digits: '', point: 0 };
  const up = digits.charCodeAt(count) >= 0x35;
  let kept = digits.slice(0, count);
  if (!up) return trim({ negative, digits: kept, point });
  let i = kept.length - 1;
  while (i >= 0 && kept[i] === '9') i--;
  if (i < 0) return { negative, digits: '1', point: point + 1 };
  kept = kept.slice(0, i) + String(Number(kept[i]) + 1);
  return trim({ negative, digits: kept, point });
}

// round applies the digit options of a format; significant digits go first.
function round(number, { maximumSignificantDigits: significant, maximumFractionDigits: fraction, compactRounding }) {
  if (compactRounding) return roundAt(number, Math.max(2, number.point));
  if (significant !== undefined) return roundAt(number, significant);
  return roundAt(number, number.point + fraction);
}

// split returns the digits before and behind the point.
function split(number, { minimumIntegerDigits = 1, minimumFractionDigits = 0, minimumSignificantDigits }) {
  const { digits, point } = number;
  let whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '';
  let fraction = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  whole = whole.padStart(minimumIntegerDigits, '0');
  if (minimumSignificantDigits !== undefined) {
    const shown = digits === '' ? 1 : point > 0 ? point : point;
    fraction = fraction.padEnd(Math.max(minimumSignificantDigits - shown, 0), '0');
    minimumFractionDigits = 0;
  }
  return { whole, fraction: fraction.padEnd(minimumFractionDigits, '0') };
}

module.exports = { parse, round, split };
