'use strict';

// util.inspect. The parts stand in internal/util/inspect/*.

exports.inspect = inspect;

const { colors, styles, stylizeNoColor, stylizeWithColor } = require('internal/util/inspect/style');
const { getStringWidth, stripVTControlCharacters } = require('internal/util/inspect/text');
const { formatValue } = require('internal/util/inspect/value');

const defaultOptions = Object.seal({
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
});

// The state of one call inherits the options, which those of the call may hide.
const contextBase = Object.assign(Object.create(defaultOptions), {
  circular: undefined,
  userOptions: undefined,
  stylize: stylizeNoColor,
  inspect,
});

function createContext() {
  return { __proto__: contextBase, budget: {}, indentationLvl: 0, seen: [], currentDepth: 0 };
}

function readOptions(ctx, options) {
  for (const key of Object.keys(options)) {
    if (Object.prototype.hasOwnProperty.call(defaultOptions, key) || key === 'stylize') {
      ctx[key] = options[key];
    } else {
      // Options of the program's own are handed to custom inspections.
      ctx.userOptions ??= options;
    }
  }
}

// inspect(value, options), or in old programs inspect(value, showHidden, depth, colors).
function inspect(value, options) {
  const ctx = createContext();
  if (arguments.length > 1) {
    if (arguments.length > 2) {
      if (arguments[2] !== undefined) ctx.depth = arguments[2];
      if (arguments.length > 3 && arguments[3] !== undefined) ctx.colors = arguments[3];
    }
    if (typeof options === 'boolean') ctx.showHidden = options;
    else if (options) readOptions(ctx, options);
  }
  if (ctx.colors) ctx.stylize = stylizeWithColor;
  if (ctx.maxArrayLength === null) ctx.maxArrayLength = Infinity;
  if (ctx.maxStringLength === null) ctx.maxStringLength = Infinity;
  return formatValue(ctx, value, 0);
}

inspect.custom = Symbol.for('nodejs.util.inspect.custom');
inspect.colors = colors;
inspect.styles = styles;

Object.defineProperty(inspect, 'defaultOptions', {
  get() {
    return defaultOptions;
  },
  set(options) {
    require('internal/validators').validateObject(options, 'options');
    Object.assign(defaultOptions, options);
  },
  configurable: false,
  enumerable: false,
});

exports.getStringWidth = getStringWidth;
exports.stripVTControlCharacters = stripVTControlCharacters;

const { format, formatWithOptions } = require('internal/util/inspect/format');
exports.format = format;
exports.formatWithOptions = formatWithOptions;
