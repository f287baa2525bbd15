'use strict';

// Strings, numbers and symbols as inspect writes them.

const { quote, stringWidth } = internalBinding('util');

// Control sequences of terminals: commands to the system (a title, a link) up to their end mark,
// and the others: marks, numbers between semicolons, and one character which says what to do.
const controlSequences = new RegExp([
  '\\x1b\\][^\\x07\\x1b\\x9c]*(?:\\x07|\\x1b\\\\|\\x9c)',
  '[\\x1b\\x9b][[()#;?\\]]*\\d*(?:;\\d*)*[0-9A-Za-z=<>~]',
].join('|'), 'g');

// 1234567 is 1_234_567.
function separateThousands(digits) {
  const start = digits.startsWith('-') ? 4 : 3;
  let result = '';
  let end = digits.length;
  for (; end > start; end -= 3) result = `_${digits.slice(end - 3, end)}${result}`;
  return digits.slice(0, end) + result;
}

// The digits behind the point: 1234567 is 123_456_7.
function separateDecimals(digits) {
  let result = '';
  let i = 0;
  for (; i < digits.length - 3; i += 3) result += `${digits.slice(i, i + 3)}_`;
  return i === 0 ? digits : result + digits.slice(i);
}

function formatNumber(stylize, number, numericSeparator) {
  if (!numericSeparator) return stylize(Object.is(number, -0) ? '-0' : `${number}`, 'number');
  const integer = Math.trunc(number);
  const digits = String(integer);
  if (integer === number) {
    const plain = !Number.isFinite(number) || digits.includes('e');
    return stylize(plain ? digits : separateThousands(digits), 'number');
  }
  if (Number.isNaN(number)) return stylize(digits, 'number');
  const decimals = String(number).slice(digits.length + 1);
  return stylize(`${separateThousands(digits)}.${separateDecimals(decimals)}`, 'number');
}

function formatBigInt(stylize, bigint, numericSeparator) {
  const digits = String(bigint);
  return stylize(`${numericSeparator ? separateThousands(digits) : digits}n`, 'bigint');
}

function formatString(stylize, text, ctx) {
  let shown = text;
  let trailer = '';
  if (text.length > ctx.maxStringLength) {
    const remaining = text.length - ctx.maxStringLength;
    shown = text.slice(0, ctx.maxStringLength);
    trailer = `... ${remaining} more character${remaining > 1 ? 's' : ''}`;
  }
  if (ctx.compact !== true && shown.length > 16 &&
      shown.length > ctx.breakLength - ctx.indentationLvl - 4 && shown.includes('\n')) {
    const lines = splitLines(shown).map((line) => stylize(quote(line), 'string'));
    return lines.join(` +\n${' '.repeat(ctx.indentationLvl + 2)}`) + trailer;
  }
  return stylize(quote(shown), 'string') + trailer;
}

// The lines of a text, each with its newline.
function splitLines(text) {
  const lines = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    lines.push(text.slice(start, end + 1));
    start = end + 1;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

function formatPrimitive(stylize, value, ctx) {
  switch (typeof value) {
    case 'string': return formatString(stylize, value, ctx);
    case 'number': return formatNumber(stylize, value, ctx.numericSeparator);
    case 'bigint': return formatBigInt(stylize, value, ctx.numericSeparator);
    case 'boolean': return stylize(`${value}`, 'boolean');
    case 'undefined': return stylize('undefined', 'undefined');
    default: return stylize(Symbol.prototype.toString.call(value), 'symbol');
  }
}

function stripVTControlCharacters(text) {
  return text.replace(controlSequences, '');
}

function removeColors(text) {
  return text.includes('\u001b') ? text.replace(/\u001b\[\d\d?m/g, '') : text;
}

// How many columns a text takes on a terminal.
function getStringWidth(text, removeControlCharacters = true) {
  return stringWidth(removeControlCharacters && text.includes('\u001b') ?
    stripVTControlCharacters(text) : text);
}

module.exports = {
  formatBigInt,
  formatNumber,
  formatPrimitive,
  getStringWidth,
  removeColors,
  stripVTControlCharacters,
};
