'use strict';
// Object.groupBy and Map.groupBy.

function eachItem(items, callback, visit) {
  if (items === null || items === undefined) throw new TypeError(`${items} is not iterable`);
  if (typeof callback !== 'function') throw new TypeError(`${require('internal/language/receiver').show(callback)} is not a function`);
  let index = 0;
  for (const item of items) visit(callback(item, index++), item);
}

function groupByKey(items, callback) {
  const groups = Object.create(null);
  eachItem(items, callback, (key, item) => {
    const name = typeof key === 'symbol' ? key : `${key}`;
    const group = groups[name];
    if (group === undefined) groups[name] = [item];
    else group[group.length] = item;
  });
  return groups;
}

function groupByIdentity(items, callback) {
  const groups = new Map();
  eachItem(items, callback, (key, item) => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group[group.length] = item;
  });
  return groups;
}

module.exports = { groupByKey, groupByIdentity };
