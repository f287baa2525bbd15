'use strict';
// Reporters as async generators: functions of a source of events that yield text.

const { AsyncGenerator, forAwait } = require('internal/streams/async_generator');

// makeReporter(name, begin) returns the reporter of that name. begin() returns an object with
// event(e), which returns text or undefined, and head and tail() if there is something before and
// behind all events.
function makeReporter(name, begin) {
  return {
    [name](source) {
      return new AsyncGenerator((function* body() {
        const reporter = begin();
        if (reporter.head !== undefined) yield reporter.head;
        yield* forAwait(source, function* each(event) {
          const text = reporter.event(event);
          if (text !== undefined) yield text;
        });
        const rest = reporter.tail?.();
        if (rest !== undefined) yield rest;
      })());
    },
  }[name];
}

module.exports = { makeReporter };
