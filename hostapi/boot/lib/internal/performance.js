'use strict';
// The part of the performance interface that needs no observers.

const { fineClock } = internalBinding('process');
const nanosPerMilli = 1e6;

class Performance {
  #origin;
  now() { return fineClock() / nanosPerMilli; }
  get timeOrigin() {
    if (this.#origin === undefined) this.#origin = Date.now() - this.now();
    return this.#origin;
  }
  toJSON() { return { timeOrigin: this.timeOrigin }; }
}
Object.defineProperty(Performance.prototype, Symbol.toStringTag, { value: 'Performance', configurable: true });

module.exports = new Performance();
