'use strict';
// trace_events: V8's tracing does not exist; jsrr show has traces of its own.
// A Tracing can be made and enabled, and writes nothing.

const { codes: { ERR_TRACE_EVENTS_CATEGORY_REQUIRED } } = require('internal/errors');
const { validateObject, validateStringArray } = require('internal/validators');

const enabled = new Set();

class Tracing {
  #categories;
  constructor(categories) { this.#categories = categories; }
  enable() { enabled.add(this); }
  disable() { enabled.delete(this); }
  get enabled() { return enabled.has(this); }
  get categories() { return this.#categories.join(','); }
}

function createTracing(options) {
  validateObject(options, 'options');
  validateStringArray(options.categories, 'options.categories');
  if (options.categories.length === 0) throw new ERR_TRACE_EVENTS_CATEGORY_REQUIRED();
  return new Tracing(options.categories);
}

function getEnabledCategories() {
  const all = new Set();
  for (const tracing of enabled) for (const category of tracing.categories.split(',')) all.add(category);
  return all.size === 0 ? undefined : Array.from(all).sort().join(',');
}

module.exports = { createTracing, getEnabledCategories };
