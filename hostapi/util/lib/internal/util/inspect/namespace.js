'use strict';

// How the namespace of a module is shown: `[Module: null prototype] { name: value }`.

const { formatProperty, kObjectType } = require('internal/util/inspect/property');
const { layOut } = require('internal/util/inspect/layout');

const name = '[Module: null prototype]';

function formatNamespace(ctx, value, recurseTimes) {
  if (recurseTimes > ctx.depth && ctx.depth !== null) return ctx.stylize(name, 'special');
  recurseTimes += 1;
  ctx.seen.push(value);
  ctx.currentDepth = recurseTimes;
  const output = Reflect.ownKeys(value).filter((key) => typeof key === 'string')
    .map((key) => formatExport(ctx, value, recurseTimes, key));
  ctx.seen.pop();
  return layOut(ctx, output, '', [`${name} {`, '}'], false, recurseTimes, value);
}

function formatExport(ctx, value, recurseTimes, key) {
  let descriptor;
  try {
    descriptor = Reflect.getOwnPropertyDescriptor(value, key);
  } catch {
    descriptor = { value: undefined, writable: true, enumerable: true, configurable: false };
    const text = formatProperty({ ...ctx, stylize: (part, style) => (style === 'undefined' ? '' : ctx.stylize(part, style)) },
      value, recurseTimes, key, kObjectType, descriptor);
    return text + ctx.stylize('<uninitialized>', 'special');
  }
  return formatProperty(ctx, value, recurseTimes, key, kObjectType, descriptor);
}

module.exports = { formatNamespace };
