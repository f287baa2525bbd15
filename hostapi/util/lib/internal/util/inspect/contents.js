'use strict';

// The contents of arrays, collections, buffers, promises and iterators, as lists of texts.

const { formatBigInt, formatNumber } = require('internal/util/inspect/text');
const { formatProperty, kArrayType } = require('internal/util/inspect/property');
const { layOut } = require('internal/util/inspect/layout');
const core = require('internal/util/inspect/value');
const { getPromiseDetails, previewEntries } = internalBinding('util');

const setValues = Set.prototype.values;
const mapEntries = Map.prototype.entries;
const setSize = Object.getOwnPropertyDescriptor(Set.prototype, 'size').get;
const mapSize = Object.getOwnPropertyDescriptor(Map.prototype, 'size').get;
const arrayIndex = /^(0|[1-9][0-9]*)$/;
const kMaxArrayIndex = 2 ** 32 - 2;

function plural(count, noun) {
  return `${count} ${noun}${count > 1 ? 's' : ''}`;
}

function moreItems(count) {
  return `... ${count} more item${count > 1 ? 's' : ''}`;
}

function shownCount(ctx, length) {
  return Math.min(Math.max(0, ctx.maxArrayLength), length);
}

function emptyItems(ctx, count) {
  return ctx.stylize(`<${plural(count, 'empty item')}>`, 'undefined');
}

// The rest of an array from its first hole on; a run of holes counts as one entry.
function formatSparse(ctx, value, recurseTimes, limit, output, start) {
  const keys = Object.keys(value);
  let index = start;
  for (let i = start; i < keys.length && output.length < limit; i++) {
    const key = keys[i];
    if (!arrayIndex.test(key) || key > kMaxArrayIndex) break;
    if (`${index}` !== key) {
      output.push(emptyItems(ctx, key - index));
      index = +key;
      if (output.length === limit) break;
    }
    output.push(formatProperty(ctx, value, recurseTimes, key, kArrayType));
    index++;
  }
  const remaining = value.length - index;
  if (remaining > 0) {
    output.push(output.length === limit ? moreItems(remaining) : emptyItems(ctx, remaining));
  }
  return output;
}

function formatArray(ctx, value, recurseTimes) {
  const length = value.length;
  const count = shownCount(ctx, length);
  const output = [];
  for (let i = 0; i < count; i++) {
    const descriptor = Object.getOwnPropertyDescriptor(value, i);
    if (descriptor === undefined) return formatSparse(ctx, value, recurseTimes, count, output, i);
    output.push(formatProperty(ctx, value, recurseTimes, i, kArrayType, descriptor));
  }
  if (length > count) output.push(moreItems(length - count));
  return output;
}

function formatTypedArray(ctx, value, length, recurseTimes) {
  const count = shownCount(ctx, length);
  const format = value.length > 0 && typeof value[0] === 'number' ? formatNumber : formatBigInt;
  const output = new Array(count);
  for (let i = 0; i < count; i++) output[i] = format(ctx.stylize, value[i], ctx.numericSeparator);
  if (length > count) output.push(moreItems(length - count));
  if (ctx.showHidden) {
    ctx.indentationLvl += 2;
    for (const key of ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer']) {
      output.push(`[${key}]: ${core.formatValue(ctx, value[key], recurseTimes, true)}`);
    }
    ctx.indentationLvl -= 2;
  }
  return output;
}

const hexDigits = '0123456789abcdef';

function formatArrayBuffer(ctx, value) {
  let bytes;
  try {
    bytes = new Uint8Array(value);
  } catch {
    return [ctx.stylize('(detached)', 'special')];
  }
  const count = shownCount(ctx, bytes.length);
  const pairs = new Array(count);
  for (let i = 0; i < count; i++) pairs[i] = hexDigits[bytes[i] >> 4] + hexDigits[bytes[i] & 15];
  let text = pairs.join(' ');
  if (bytes.length > count) text += ` ... ${plural(bytes.length - count, 'more byte')}`;
  return [`${ctx.stylize('[Uint8Contents]', 'special')}: <${text}>`];
}

// The items of a collection, in the order of its own iterator if it has one.
function itemsOf(value, ownItems) {
  return typeof value[Symbol.iterator] === 'function' ? value : Reflect.apply(ownItems, value, []);
}

function formatItems(ctx, items, size, format) {
  const count = shownCount(ctx, size);
  const output = [];
  let i = 0;
  ctx.indentationLvl += 2;
  for (const item of items) {
    if (i++ >= count) break;
    output.push(format(item));
  }
  ctx.indentationLvl -= 2;
  if (size > count) output.push(moreItems(size - count));
  return output;
}

function formatSet(ctx, value, recurseTimes) {
  return formatItems(ctx, itemsOf(value, setValues), Reflect.apply(setSize, value, []),
    (item) => core.formatValue(ctx, item, recurseTimes));
}

function formatMap(ctx, value, recurseTimes) {
  return formatItems(ctx, itemsOf(value, mapEntries), Reflect.apply(mapSize, value, []),
    (entry) => `${core.formatValue(ctx, entry[0], recurseTimes)} => ` +
      core.formatValue(ctx, entry[1], recurseTimes));
}

function formatPromise(ctx, value, recurseTimes) {
  const [state, result] = getPromiseDetails(value);
  if (state === 0) return [ctx.stylize('<pending>', 'special')];
  ctx.indentationLvl += 2;
  const text = core.formatValue(ctx, result, recurseTimes);
  ctx.indentationLvl -= 2;
  return [state === 2 ? `${ctx.stylize('<rejected>', 'special')} ${text}` : text];
}

// The engine does not tell what weak collections hold.
function formatWeakCollection(ctx) {
  return [ctx.stylize('<items unknown>', 'special')];
}

function formatPairs(ctx, entries, recurseTimes, count) {
  const output = [];
  for (let i = 0; i < count; i++) {
    const pair = [
      core.formatValue(ctx, entries[i * 2], recurseTimes),
      core.formatValue(ctx, entries[i * 2 + 1], recurseTimes),
    ];
    output.push(layOut(ctx, pair, '', ['[', ']'], true, recurseTimes));
  }
  return output;
}

function formatSingles(ctx, entries, recurseTimes, count) {
  const output = [];
  for (let i = 0; i < count; i++) output.push(core.formatValue(ctx, entries[i], recurseTimes));
  return output;
}

// The entries which an iterator of a Map or Set would still give. braces[0] tells when they are pairs.
function formatIterator(ctx, value, recurseTimes, braces) {
  const preview = previewEntries(value, true);
  if (preview === undefined) return formatWeakCollection(ctx);
  const [entries, isKeyValue] = preview;
  const length = isKeyValue ? entries.length / 2 : entries.length;
  const count = shownCount(ctx, length);
  if (isKeyValue) braces[0] = braces[0].replace(/ Iterator] {$/, ' Entries] {');
  ctx.indentationLvl += 2;
  const output = (isKeyValue ? formatPairs : formatSingles)(ctx, entries, recurseTimes, count);
  ctx.indentationLvl -= 2;
  if (length > count) output.push(moreItems(length - count));
  return output;
}

module.exports = {
  formatArray,
  formatArrayBuffer,
  formatIterator,
  formatMap,
  formatPromise,
  formatSet,
  formatTypedArray,
  formatWeakCollection,
};
