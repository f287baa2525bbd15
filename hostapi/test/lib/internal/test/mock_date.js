'use strict';
// A Date whose present is told by a function.

function makeMockDate(now) {
  const RealDate = Date;
  function MockDate(year, month, date, hours, minutes, seconds, ms) {
    if (new.target === undefined) return new RealDate(now()).toString();
    return Reflect.construct(RealDate, arguments.length === 0 ? [now()] : Array.from(arguments), new.target);
  }
  const show = { writable: true, configurable: true, enumerable: false };
  Object.defineProperty(MockDate, 'name', { value: 'Date', configurable: true });
  Object.defineProperty(MockDate, 'prototype', { value: RealDate.prototype, writable: false });
  Object.defineProperty(MockDate, 'now', { value: function() { return now(); }, ...show });
  Object.defineProperty(MockDate, 'parse', { value: RealDate.parse, ...show });
  Object.defineProperty(MockDate, 'UTC', { value: RealDate.UTC, ...show });
  MockDate.toString = function toString() { return 'function Date() { [native code] }'; };
  MockDate.isMock = true;
  return MockDate;
}

module.exports = { makeMockDate };
