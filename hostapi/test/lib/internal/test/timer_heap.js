'use strict';
// A binary heap of mocked timers, the one that runs first on top. Timers know their position, so
// that one can be taken out from the middle.

function isBefore(a, b) { return a.runAt < b.runAt || (a.runAt === b.runAt && a.id < b.id); }

class TimerHeap {
  #list = [undefined]; // from 1 on

  get size() { return this.#list.length - 1; }
  peek() { return this.#list[1]; }
  last() { return this.#list[this.size]; }

  insert(timer) {
    this.#put(timer, this.#list.length);
    this.#up(this.size);
  }

  // remove takes out the timer at a position, if there is one.
  remove(position) {
    const timer = this.#list[position];
    if (timer === undefined) return;
    const moved = this.#list.pop();
    timer.priorityQueuePosition = undefined;
    if (moved === timer) return;
    this.#put(moved, position);
    if (position > 1 && isBefore(moved, this.#list[position >> 1])) this.#up(position);
    else this.#down(position);
  }

  #put(timer, position) {
    this.#list[position] = timer;
    timer.priorityQueuePosition = position;
  }

  #up(position) {
    const timer = this.#list[position];
    while (position > 1) {
      const parent = this.#list[position >> 1];
      if (isBefore(parent, timer)) break;
      this.#put(parent, position);
      position >>= 1;
    }
    this.#put(timer, position);
  }

  #down(position) {
    const timer = this.#list[position];
    while (position * 2 <= this.size) {
      let child = position * 2;
      if (child < this.size && isBefore(this.#list[child + 1], this.#list[child])) child++;
      if (isBefore(timer, this.#list[child])) break;
      this.#put(this.#list[child], position);
      position = child;
    }
    this.#put(timer, position);
  }
}

module.exports = { TimerHeap };
