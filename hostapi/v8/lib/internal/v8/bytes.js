'use strict';
// Bytes that grow as they are written.

class ByteWriter {
  #buffer = Buffer.alloc(128);
  #length = 0;

  get length() { return this.#length; }

  #reserve(count) {
    const needed = this.#length + count;
    if (needed > this.#buffer.length) {
      const larger = Buffer.alloc(Math.max(needed, 2 * this.#buffer.length));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    const at = this.#length;
    this.#length = needed;
    return at;
  }

  byte(value) {
    const at = this.#reserve(1);
    this.#buffer[at] = value;
  }

  varint(value) {
    while (value >= 0x80) {
      this.byte((value % 0x80) | 0x80);
      value = Math.floor(value / 0x80);
    }
    this.byte(value);
  }

  double(value) {
    const at = this.#reserve(8);
    this.#buffer.writeDoubleLE(value, at);
  }

  raw(bytes) {
    const at = this.#reserve(bytes.length);
    bytes.copy(this.#buffer, at);
  }

  take() {
    const result = Buffer.from(this.#buffer.subarray(0, this.#length));
    this.#length = 0;
    return result;
  }
}

// bytesOf is the memory of a view or ArrayBuffer as a Buffer.
function bytesOf(view) {
  return ArrayBuffer.isView(view) ? Buffer.from(view.buffer, view.byteOffset, view.byteLength) : Buffer.from(view);
}

module.exports = { ByteWriter, bytesOf };
