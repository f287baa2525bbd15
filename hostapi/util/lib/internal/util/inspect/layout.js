'use strict';

// How the entries of an object are laid out: on one line when they fit, in columns when they are
// the short entries of an array, else one below the other.

const { removeColors, getStringWidth } = require('internal/util/inspect/text');

function displayLength(ctx, text) {
  return ctx.colors ? removeColors(text).length : text.length;
}

function fitsOnLine(ctx, output, start, base) {
  let total = output.length + start;
  if (total + output.length > ctx.breakLength) return false;
  for (let i = 0; i < output.length; i++) {
    total += displayLength(ctx, output[i]);
    if (total > ctx.breakLength) return false;
  }
  return base === '' || !base.includes('\n');
}

// The number of columns: about 2.5 times as wide as high, in at most 15 columns.
function countColumns(ctx, entries, total, actualMax, length) {
  const bias = Math.sqrt(actualMax - total / entries);
  const biasedMax = Math.max(actualMax - 3 - bias, 1);
  return Math.min(
    Math.round(Math.sqrt(2.5 * biasedMax * length) / biasedMax),
    Math.floor((ctx.breakLength - ctx.indentationLvl) / actualMax),
    ctx.compact * 4,
    15,
  );
}

function columnWidths(lengths, columns, separator) {
  const widths = [];
  for (let column = 0; column < columns; column++) {
    let width = 0;
    for (let i = column; i < lengths.length; i += columns) width = Math.max(width, lengths[i]);
    widths.push(width + separator);
  }
  return widths;
}

function isNumeric(value) {
  return typeof value === 'number' || typeof value === 'bigint';
}

// Numbers stand to the right in their column, everything else to the left.
function alignRight(value, count) {
  if (value === undefined) return true;
  for (let i = 0; i < count; i++) {
    if (!isNumeric(value[i])) return false;
  }
  return true;
}

function layOutRows(output, length, lengths, widths, right) {
  const rows = [];
  const columns = widths.length;
  for (let i = 0; i < length; i += columns) {
    const last = Math.min(i + columns, length) - 1;
    let row = '';
    for (let j = i; j < last; j++) {
      const width = widths[j - i] + output[j].length - lengths[j];
      const cell = `${output[j]}, `;
      row += right ? cell.padStart(width, ' ') : cell.padEnd(width, ' ');
    }
    const width = widths[last - i] + output[last].length - lengths[last] - 2;
    rows.push(row + (right ? output[last].padStart(width, ' ') : output[last]));
  }
  return rows;
}

// Puts the entries of an array with more than six of them into rows.
function groupArrayElements(ctx, output, value) {
  const separator = 2;
  // The text about entries which are not shown keeps a line of its own.
  const hasMore = ctx.maxArrayLength < output.length;
  const length = hasMore ? output.length - 1 : output.length;
  const lengths = new Array(length);
  let total = 0;
  let longest = 0;
  for (let i = 0; i < length; i++) {
    lengths[i] = getStringWidth(output[i], ctx.colors);
    total += lengths[i] + separator;
    longest = Math.max(longest, lengths[i]);
  }
  const actualMax = longest + separator;
  const worthIt = actualMax * 3 + ctx.indentationLvl < ctx.breakLength &&
    (total / actualMax > 5 || longest <= 6);
  if (!worthIt) return output;
  const columns = countColumns(ctx, output.length, total, actualMax, length);
  if (columns <= 1) return output;
  const widths = columnWidths(lengths, columns, separator);
  const rows = layOutRows(output, length, lengths, widths, alignRight(value, output.length));
  if (hasMore) rows.push(output[length]);
  return rows;
}

function before(base) {
  return base ? `${base} ` : '';
}

function layOutCompact(ctx, output, base, braces) {
  const after = base ? ` ${base}` : '';
  if (fitsOnLine(ctx, output, 0, base)) {
    return `${braces[0]}${after} ${output.join(', ')} ${braces[1]}`;
  }
  const indentation = `\n${' '.repeat(ctx.indentationLvl)}`;
  // The first entry stands beside a lone brace.
  const start = base === '' && braces[0].length === 1 ? ' ' : `${after}${indentation}  `;
  return `${braces[0]}${start}${output.join(`,${indentation}  `)} ${braces[1]}`;
}

// Joins the entries. isList: the entries belong to an array or the like.
function layOut(ctx, output, base, braces, isList, recurseTimes, value) {
  if (ctx.compact === true) return layOutCompact(ctx, output, base, braces);
  if (typeof ctx.compact === 'number' && ctx.compact >= 1) {
    const entries = output.length;
    if (isList && entries > 6) output = groupArrayElements(ctx, output, value);
    // Only the innermost levels are put on one line, and no array which went into columns.
    if (ctx.currentDepth - recurseTimes < ctx.compact && entries === output.length) {
      const start = output.length + ctx.indentationLvl + braces[0].length + base.length + 10;
      if (fitsOnLine(ctx, output, start, base)) {
        const joined = output.join(', ');
        if (!joined.includes('\n')) return `${before(base)}${braces[0]} ${joined} ${braces[1]}`;
      }
    }
  }
  const indentation = `\n${' '.repeat(ctx.indentationLvl)}`;
  return `${before(base)}${braces[0]}${indentation}  ` +
    `${output.join(`,${indentation}  `)}${indentation}${braces[1]}`;
}

module.exports = { layOut };
