'use strict';

// Histograms of whole numbers with a fixed number of significant figures (HDR histograms): a value
// counts for the bucket that it lies in, and buckets grow with their values.

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE },
} = require('internal/errors');
const { customInspectSymbol, kClone } = require('internal/util');
const { validateInteger, validateNumber, validateObject } = require('internal/validators');
const { inspectAs, kCreate } = require('internal/perf/entry');

const { fineClock } = internalBinding('process');

class SafeMap extends Map {}

const int64Max = 2 ** 63;

function bitLength(value) {
  const high = Math.floor(value / 2 ** 32);
  return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(value);
}

// The counts, by the lowest value of each bucket.
class Counts {
  constructor(lowest, highest, figures) {
    this.highest = highest;
    this.unit = bitLength(lowest) - 1;
    // So many of a bucket's units are told apart.
    this.resolution = Math.max(1, Math.ceil(Math.log2(2 * 10 ** figures)));
    this.reset();
  }

  reset() {
    this.counts = new Map();
    this.total = 0;
    this.exceeds = 0;
    this.min = int64Max;
    this.max = 0;
    this.previous = undefined;
  }

  bucketSize(value) {
    const bits = Math.max(bitLength(value), this.unit + this.resolution);
    return 2 ** (bits - this.resolution);
  }

  lowestOf(value) {
    const size = this.bucketSize(value);
    return Math.floor(value / size) * size;
  }

  highestOf(value) { return this.lowestOf(value) + this.bucketSize(value) - 1; }

  middleOf(value) { return this.lowestOf(value) + Math.floor(this.bucketSize(value) / 2); }

  record(value, count = 1) {
    if (value > this.highest || value < 0) {
      this.exceeds += count;
      return;
    }
    const lowest = this.lowestOf(value);
    this.counts.set(lowest, (this.counts.get(lowest) ?? 0) + count);
    this.total += count;
    if (value !== 0) this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
  }

  // [lowest value, count] in the order of the values.
  sorted() { return [...this.counts].sort(([a], [b]) => a - b); }

  minimum() {
    if (this.counts.has(0)) return 0;
    return this.min === int64Max ? int64Max : this.lowestOf(this.min);
  }

  maximum() { return this.max === 0 ? 0 : this.highestOf(this.max); }

  mean() {
    let sum = 0;
    for (const [value, count] of this.sorted()) sum += count * this.middleOf(value);
    return sum / this.total;
  }

  stddev() {
    const mean = this.mean();
    let sum = 0;
    for (const [value, count] of this.sorted()) sum += (this.middleOf(value) - mean) ** 2 * count;
    return Math.sqrt(sum / this.total);
  }

  percentile(percentile) {
    const wanted = Math.max(1, Math.floor((percentile / 100) * this.total + 0.5));
    let seen = 0;
    for (const [value, count] of this.sorted()) {
      seen += count;
      if (seen >= wanted) return this.highestOf(value);
    }
    return 0;
  }

  // Steps that halve the distance to 100 %, each with the value below which so many lie.
  percentiles() {
    const steps = new SafeMap();
    let seen = 0;
    let next = 0;
    let last = 0;
    for (const [value, count] of this.sorted()) {
      seen += count;
      last = value;
      while (next <= (100 * seen) / this.total && steps.size < 1024) {
        steps.set(next, value);
        const halvings = Math.floor(Math.log2(100 / (100 - next))) + 1;
        next += 100 / 2 ** halvings;
        if (seen === this.total) break;
      }
    }
    return steps.set(100, last);
  }

  add(other) {
    for (const [value, count] of other.sorted()) this.record(value, count);
    this.exceeds += other.exceeds;
    if (other.total > 0) {
      this.min = Math.min(this.min, other.min);
      this.max = Math.max(this.max, other.max);
    }
  }
}

let countsOf;

class Histogram {
  #counts;

  static {
    countsOf = (value) => {
      if (typeof value !== 'object' || value === null || !(#counts in value)) {
        const { ERR_INVALID_THIS } = require('internal/errors').codes;
        throw new ERR_INVALID_THIS('Histogram');
      }
      return value.#counts;
    };
  }

  constructor(key = undefined, counts = undefined) {
    if (key !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#counts = counts;
  }

  get count() { return countsOf(this).total; }

  get countBigInt() { return BigInt(countsOf(this).total); }

  get min() { return countsOf(this).minimum(); }

  get minBigInt() {
    const min = countsOf(this).minimum();
    return min === int64Max ? 9223372036854775807n : BigInt(min);
  }

  get max() { return countsOf(this).maximum(); }

  get maxBigInt() { return BigInt(countsOf(this).maximum()); }

  get mean() { return countsOf(this).mean(); }

  get exceeds() { return countsOf(this).exceeds; }

  get exceedsBigInt() { return BigInt(countsOf(this).exceeds); }

  get stddev() { return countsOf(this).stddev(); }

  percentile(percentile) {
    const counts = countsOf(this);
    validateNumber(percentile, 'percentile');
    if (!(percentile > 0 && percentile <= 100)) {
      throw new ERR_OUT_OF_RANGE('percentile', '> 0 && <= 100', percentile);
    }
    return counts.percentile(percentile);
  }

  percentileBigInt(percentile) { return BigInt(this.percentile(percentile)); }

  get percentiles() { return countsOf(this).percentiles(); }

  get percentilesBigInt() {
    const steps = new SafeMap();
    for (const [step, value] of countsOf(this).percentiles()) steps.set(step, BigInt(value));
    return steps;
  }

  reset() { countsOf(this).reset(); }

  toJSON() {
    const { count, min, max, mean, exceeds, stddev } = this;
    const percentiles = Object.fromEntries(this.percentiles);
    return { count, min, max, mean, exceeds, stddev, percentiles };
  }

  [customInspectSymbol](depth, options) {
    const { min, max, mean, exceeds, stddev, count, percentiles } = this;
    return inspectAs(this, 'Histogram',
      { min, max, mean, exceeds, stddev, count, percentiles }, depth, options);
  }
}

class RecordableHistogram extends Histogram {
  record(value) {
    const counts = countsOf(this);
    if (typeof value === 'bigint') {
      counts.record(Number(value));
      return;
    }
    validateInteger(value, 'val', 1);
    counts.record(value);
  }

  // A clone counts with its original.
  [kClone]() { return new RecordableHistogram(kCreate, countsOf(this)); }

  // Records the time since the last call, in nanoseconds.
  recordDelta() {
    const counts = countsOf(this);
    const now = fineClock();
    if (counts.previous !== undefined) counts.record(Math.max(1, now - counts.previous));
    counts.previous = now;
  }

  add(other) {
    const counts = countsOf(this);
    if (!(other instanceof RecordableHistogram)) {
      throw new ERR_INVALID_ARG_TYPE('other', 'RecordableHistogram', other);
    }
    counts.add(countsOf(other));
  }
}

function createHistogram(options = {}) {
  validateObject(options, 'options');
  const { lowest = 1, highest = Number.MAX_SAFE_INTEGER, figures = 3 } = options;
  if (typeof lowest !== 'bigint') validateInteger(lowest, 'options.lowest', 1);
  if (typeof highest !== 'bigint') {
    validateInteger(highest, 'options.highest', 2 * Number(lowest));
  }
  validateInteger(figures, 'options.figures', 1, 5);
  return new RecordableHistogram(kCreate, new Counts(Number(lowest), Number(highest), figures));
}

// The time between the firings of a timer, which grows when the loop is busy.
class ELDHistogram extends Histogram {
  #resolution;
  #timer;

  constructor(key = undefined, counts = undefined, resolution = undefined) {
    super(key, counts);
    this.#resolution = resolution;
  }

  enable() {
    const counts = countsOf(this);
    if (this.#timer !== undefined) return false;
    let previous = fineClock();
    this.#timer = setInterval(() => {
      const now = fineClock();
      counts.record(Math.max(1, now - previous));
      previous = now;
    }, this.#resolution).unref();
    return true;
  }

  disable() {
    countsOf(this);
    if (this.#timer === undefined) return false;
    clearInterval(this.#timer);
    this.#timer = undefined;
    return true;
  }
}

// Node's: an hour, with three figures.
const delayHighest = 3.6e12;

function monitorEventLoopDelay(options = {}) {
  validateObject(options, 'options');
  const { resolution = 10 } = options;
  validateInteger(resolution, 'options.resolution', 1);
  return new ELDHistogram(kCreate, new Counts(1, delayHighest, 3), resolution);
}

module.exports = { RecordableHistogram, createHistogram, monitorEventLoopDelay };
