'use strict';

// Deep equality of sets and maps of the same size. Members which are in both, as === or (loose)
// == has it, are found by lookup; what is left is compared each with each.

exports.equalMaps = equalMaps;
exports.equalSets = equalSets;

const comparisons = require('internal/util/comparisons');

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

const noTwin = Symbol('no twin');
const someTwin = Symbol('some twin');

// The value which is == a primitive without being it: a certain one, some or none.
function looseTwin(primitive) {
  switch (typeof primitive) {
    case 'undefined': return null;
    case 'object': return undefined; // null
    case 'symbol': return noTwin;
    case 'string': return Number.isNaN(+primitive) ? noTwin : someTwin;
    case 'number': return Number.isNaN(primitive) ? noTwin : someTwin;
    default: return someTwin;
  }
}

// Whether a primitive member of `left`, absent from `right`, may have a loose twin there.
function mayHaveTwinInSet(left, right, primitive) {
  const twin = looseTwin(primitive);
  if (twin === noTwin) return false;
  return twin === someTwin || (right.has(twin) && !left.has(twin));
}

// Takes the first member of `candidates` which equals `value`.
function takeEqual(candidates, value, strict, memos) {
  for (const candidate of candidates) {
    if (comparisons.innerDeepEqual(value, candidate, strict, memos)) {
      candidates.delete(candidate);
      return true;
    }
  }
  return false;
}

// The members of `left` which need a look each; undefined when the sets cannot be equal.
function undecidedMembers(left, right, strict) {
  const undecided = new Set();
  for (const value of left) {
    if (isObject(value)) undecided.add(value);
    else if (!right.has(value)) {
      if (strict || !mayHaveTwinInSet(left, right, value)) return undefined;
      undecided.add(value);
    }
  }
  return undecided;
}

function equalSets(left, right, strict, memos) {
  const undecided = undecidedMembers(left, right, strict);
  if (undecided === undefined) return false;
  if (undecided.size === 0) return true;
  for (const value of right) {
    if (isObject(value)) {
      if (!takeEqual(undecided, value, strict, memos)) return false;
    } else if (!strict && !left.has(value) && !takeEqual(undecided, value, strict, memos)) {
      return false;
    }
  }
  return undecided.size === 0;
}

// Whether the entry `key` of `left` has an entry under the loose twin of its key.
function mayHaveTwinInMap(left, right, key, memos) {
  const twin = looseTwin(key);
  if (twin === noTwin) return false;
  if (twin === someTwin) return true;
  return right.has(twin) && !left.has(twin) &&
    comparisons.innerDeepEqual(left.get(key), right.get(twin), false, memos);
}

function undecidedKeys(left, right, strict, memos) {
  const undecided = new Set();
  for (const [key, value] of left) {
    const found = !isObject(key) && right.has(key) &&
      comparisons.innerDeepEqual(value, right.get(key), strict, memos);
    if (isObject(key)) {
      undecided.add(key);
    } else if (!found) {
      if (strict || !mayHaveTwinInMap(left, right, key, memos)) return undefined;
      undecided.add(key);
    }
  }
  return undecided;
}

// Takes the first of `keys` whose entry in `left` equals the given entry.
function takeEqualEntry(keys, left, key, value, strict, memos) {
  for (const candidate of keys) {
    if (comparisons.innerDeepEqual(candidate, key, strict, memos) &&
        comparisons.innerDeepEqual(left.get(candidate), value, strict, memos)) {
      keys.delete(candidate);
      return true;
    }
  }
  return false;
}

function equalMaps(left, right, strict, memos) {
  const undecided = undecidedKeys(left, right, strict, memos);
  if (undecided === undefined) return false;
  if (undecided.size === 0) return true;
  for (const [key, value] of right) {
    const needsLook = isObject(key) || (!strict &&
      !(left.has(key) && comparisons.innerDeepEqual(left.get(key), value, false, memos)));
    if (needsLook && !takeEqualEntry(undecided, left, key, value, strict, memos)) return false;
  }
  return undecided.size === 0;
}
