'use strict';

// console.table.

const { getStringWidth, inspect } = require('internal/util/inspect');
const { isMap, isMapIterator, isSet, isSetIterator } = require('internal/util/types');
const { previewEntries } = internalBinding('util');

const hasOwn = Object.prototype.hasOwnProperty;
const indexHead = '(index)';
const iterationHead = '(iteration index)';
const keyHead = 'Key';
const valuesHead = 'Values';

function renderRow(row, widths) {
  const cells = row.map((cell, i) => cell + ' '.repeat(widths[i] - getStringWidth(cell)));
  return `│ ${cells.join(' │ ')} │`;
}

// The table as text; columns may have holes.
function renderTable(head, columns) {
  const height = Math.max(0, ...columns.map((column) => column.length));
  const rows = [];
  for (let i = 0; i < height; i++) {
    rows.push(columns.map((column) => (hasOwn.call(column, i) ? column[i] : '')));
  }
  const widths = head.map((text, i) =>
    Math.max(getStringWidth(text), ...rows.map((row) => getStringWidth(row[i]))));
  const lines = widths.map((width) => '─'.repeat(width + 2));
  return [
    `┌${lines.join('┬')}┐`,
    renderRow(head, widths),
    `├${lines.join('┼')}┤`,
    ...rows.map((row) => renderRow(row, widths)),
    `└${lines.join('┴')}┘`,
  ].join('\n');
}

// Cells show little of objects, and of those with more than two properties only the class.
function cellWriter(options) {
  return (value) => {
    const isLarge = value !== null && typeof value === 'object' && !Array.isArray(value) &&
      Object.keys(value).length > 2;
    return inspect(value, {
      depth: isLarge ? -1 : 0, maxArrayLength: 3, breakLength: Infinity, ...options,
    });
  };
}

function indices(length, write) {
  return Array.from({ length }, (_, i) => write(i));
}

function pairTable(pairs, write) {
  return renderTable([iterationHead, keyHead, valuesHead], [
    indices(pairs.length, write),
    pairs.map(([key]) => write(key)),
    pairs.map(([, value]) => write(value)),
  ]);
}

function listTable(values, write) {
  return renderTable([iterationHead, valuesHead],
    [indices(values.length, write), values.map((value) => write(value))]);
}

function iteratorTable(data, write) {
  const [entries, isKeyValue] = previewEntries(data) ?? [[], false];
  if (!isKeyValue || !isMapIterator(data)) return listTable(entries, write);
  const pairs = [];
  for (let i = 0; i < entries.length; i += 2) pairs.push([entries[i], entries[i + 1]]);
  return pairTable(pairs, write);
}

function isPrimitive(value) {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

// Rows are the properties of the data, columns those of the rows.
function propertyTable(data, properties, write) {
  const rowNames = Object.keys(data);
  const columns = new Map();
  const values = [];
  rowNames.forEach((name, row) => {
    const item = data[name];
    if (properties === undefined && isPrimitive(item)) {
      values[row] = write(item);
      return;
    }
    for (const key of properties ?? Object.keys(item)) {
      const heading = String(key);
      if (!columns.has(heading)) columns.set(heading, []);
      const isShown = !isPrimitive(item) && hasOwn.call(item, key);
      columns.get(heading)[row] = isShown ? write(item[key]) : '';
    }
  });
  const head = [indexHead, ...columnOrder(columns)];
  const cells = [rowNames, ...columnOrder(columns).map((key) => columns.get(key))];
  if (values.length > 0) {
    head.push(valuesHead);
    cells.push(values);
  }
  return renderTable(head, cells);
}

// The order of the properties of an object: indices come first.
function columnOrder(columns) {
  return Object.keys(Object.fromEntries(columns));
}

// options: those of inspect for the stream which is written to.
function tableText(data, properties, options) {
  const write = cellWriter(options);
  if (isMap(data)) return pairTable([...data], write);
  if (isSet(data)) return listTable([...data], write);
  if (isMapIterator(data) || isSetIterator(data)) return iteratorTable(data, write);
  return propertyTable(data, properties, write);
}

module.exports = { tableText };
