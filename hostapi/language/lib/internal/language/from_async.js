'use strict';
// Array.fromAsync: Array.from for asynchronous iterables, iterables of
// promises, and array-likes.

const { defineProperty } = Object;

function isConstructor(value) {
  if (typeof value !== 'function') return false;
  try {
    Reflect.construct(Object, [], value);
    return true;
  } catch {
    return false;
  }
}

function put(list, index, value) {
  defineProperty(list, index, { value, writable: true, enumerable: true, configurable: true });
}

async function fromIterator(constructor, iterator, map, self, awaitValues) {
  const list = isConstructor(constructor) ? new constructor() : [];
  let index = 0;
  try {
    for (;;) {
      const result = awaitValues ? iterator.next() : await iterator.next();
      if ((typeof result !== 'object' || result === null) && typeof result !== 'function') {
        throw new TypeError(`Iterator result ${result} is not an object`);
      }
      if (result.done) break;
      let value = awaitValues ? await result.value : result.value;
      if (map) value = await map.call(self, value, index);
      put(list, index++, value);
    }
  } catch (error) {
    try {
      await iterator.return?.();
    } catch {
      // the first error counts
    }
    throw error;
  }
  list.length = index;
  return list;
}

async function fromArrayLike(constructor, items, map, self) {
  const source = Object(items);
  const length = Math.min(Math.max(Math.trunc(Number(source.length)) || 0, 0), Number.MAX_SAFE_INTEGER);
  const list = isConstructor(constructor) ? new constructor(length) : new Array(length);
  for (let index = 0; index < length; index++) {
    let value = await source[index];
    if (map) value = await map.call(self, value, index);
    put(list, index, value);
  }
  list.length = length;
  return list;
}

module.exports = async function fromAsync(constructor, items, map, self) {
  if (map !== undefined && typeof map !== 'function') {
    throw new TypeError(`${require('internal/language/receiver').show(map)} is not a function`);
  }
  if (items === null || items === undefined) throw new TypeError(`${items} is not iterable`);
  const asynchronous = items[Symbol.asyncIterator];
  if (asynchronous !== undefined && asynchronous !== null) {
    return fromIterator(constructor, asynchronous.call(items), map, self, false);
  }
  const synchronous = items[Symbol.iterator];
  if (synchronous !== undefined && synchronous !== null) {
    return fromIterator(constructor, synchronous.call(items), map, self, true);
  }
  return fromArrayLike(constructor, items, map, self);
};
