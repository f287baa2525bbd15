'use strict';
// Source maps that a program's own tools made: module.SourceMap, and those of
// the modules that are loaded while --enable-source-maps is on.

const binding = internalBinding('modules');
const { validateObject } = require('internal/validators');
const { pathOf, urlOf } = require('internal/modules/esm/file_url');

const fields = 6; // of a segment, see decodeMappings in source_map.go
const [line, column, source, sourceLine, sourceColumn, name] = [0, 1, 2, 3, 4, 5];
const none = -1;

// A SourceMap finds the place of a source that a place of the output comes from.
class SourceMap {
  #payload;
  #lineLengths;
  #sections; // [{ segments, map, line, column }]
  #order;    // [{ section, at }] by their place in the output

  constructor(payload, { lineLengths } = {}) {
    validateObject(payload, 'payload');
    this.#payload = clone(payload);
    this.#lineLengths = lineLengths === undefined || lineLengths === null ? undefined : Array.from(lineLengths);
    this.#sections = sectionsOf(this.#payload).map(({ map, offset }) => {
      if (typeof map.sources.length !== 'number') return undefined;
      return { segments: new Int32Array(binding.decodeMappings(`${map.mappings ?? ''}`)), map, ...offset };
    });
    this.#order = this.#sections.flatMap((section) => {
      const list = [];
      for (let at = 0; at < section.segments.length; at += fields) list.push({ section, at, line: lineOf(section, at), column: columnOf(section, at) });
      return list;
    });
    this.#order.sort((a, b) => a.line - b.line || a.column - b.column);
  }

  get payload() { return clone(this.#payload); }
  get lineLengths() { return this.#lineLengths === undefined ? undefined : this.#lineLengths.slice(); }

  // findEntry returns what is known of a place of the output, both from 0.
  findEntry(atLine, atColumn) {
    const order = this.#order;
    let first = 0;
    let count = order.length;
    while (count > 1) {
      const step = count >> 1;
      const middle = order[first + step];
      if (atLine < middle.line || (atLine === middle.line && atColumn < middle.column)) count = step;
      else {
        first += step;
        count -= step;
      }
    }
    const found = order[first];
    if (found === undefined) return {};
    if (first === 0 && (atLine < found.line || (atLine === found.line && atColumn < found.column))) return {};
    return entryOf(found);
  }

  // findOrigin returns the place in the source, all numbers from 1.
  findOrigin(lineNumber, columnNumber) {
    const entry = this.findEntry(lineNumber - 1, columnNumber - 1);
    if (entry.originalSource === undefined || entry.originalLine === undefined || entry.originalColumn === undefined ||
        entry.generatedLine === undefined || entry.generatedColumn === undefined) return {};
    return {
      name: entry.name,
      fileName: entry.originalSource,
      lineNumber: lineNumber + entry.originalLine - entry.generatedLine,
      columnNumber: columnNumber + entry.originalColumn - entry.generatedColumn,
    };
  }
}

function sectionsOf(payload) {
  if (!payload.sections) return [{ map: payload, offset: { line: 0, column: 0 } }];
  return payload.sections.map(({ map, offset }) => ({ map, offset: { line: offset.line, column: offset.column } }));
}

function lineOf(section, at) { return section.line + section.segments[at + line]; }

// A section's column counts for its first line.
function columnOf(section, at) { return section.segments[at + column] + (section.segments[at + line] === 0 ? section.column : 0); }

function entryOf({ section: { segments, map }, at, line: generatedLine, column: generatedColumn }) {
  const from = segments[at + source];
  const named = segments[at + name];
  const mapped = from !== none;
  return {
    generatedLine,
    generatedColumn,
    originalSource: mapped ? map.sources[from] : undefined,
    originalLine: mapped ? segments[at + sourceLine] : undefined,
    originalColumn: mapped ? segments[at + sourceColumn] : undefined,
    name: named === none ? undefined : map.names?.[named],
  };
}

// clone copies what a map may hold, so that nobody changes it later.
function clone(payload) {
  const { sources, sections, names, sourcesContent } = payload;
  const copy = { ...payload };
  if (Array.isArray(sources)) copy.sources = sources.slice();
  if (Array.isArray(names)) copy.names = names.slice();
  if (Array.isArray(sourcesContent)) copy.sourcesContent = sourcesContent.slice();
  if (Array.isArray(sections)) copy.sections = sections.map((section) => ({ ...section, map: clone(section.map) }));
  return copy;
}

const known = new Map(); // URL of a module → { payload, lineLengths }
const comment = /\/[*/]#\s+sourceMappingURL=([^\s]+)/g;

// remember notes the source map that a module's text names, when there is one that
// can be read. compiledName is what stacks call the code.
function remember(compiledName, text) {
  if (!text.includes('sourceMappingURL=')) return;
  let found;
  for (const match of text.matchAll(comment)) found = match[1];
  if (found === undefined) return;
  const url = /^\w+:\/\//.test(compiledName) ? compiledName : urlOf(compiledName);
  binding.dropSourceMap(compiledName);
  known.delete(url);
  const payload = read(found, url);
  if (payload === undefined) return;
  known.set(url, { payload, lineLengths: text.split(/[\n\u2028\u2029]/).map((one) => one.length) });
  binding.addSourceMap(compiledName, payload.mappings, payload.sources.map(pathOrURL), (payload.names ?? []).map(String));
}

function pathOrURL(url) {
  try {
    return url.startsWith('file:') ? pathOf(url) : url;
  } catch {
    return url;
  }
}

// read returns the map at a URL of a module; undefined for what is none.
function read(mapURL, base) {
  try {
    const url = new URL(mapURL, base);
    return absolute(JSON.parse(url.protocol === 'data:' ? textOfData(mapURL) : binding.read(pathOf(url.href))), url.protocol === 'data:' ? base : url.href);
  } catch {
    return undefined;
  }
}

function textOfData(url) {
  const comma = url.indexOf(',');
  const [type, ...parameters] = url.slice('data:'.length, comma).split(';');
  if (type !== 'application/json') throw new TypeError(type);
  const data = url.slice(comma + 1);
  return parameters.at(-1) === 'base64' ? Buffer.from(data, 'base64').toString() : data;
}

// absolute makes the sources of a map URLs. An index map has none, so that Node
// takes it for no map: only those who read one themselves can use it.
function absolute(payload, base) {
  payload.sources = payload.sources.map((one) => new URL((payload.sourceRoot || '') + one, base).href);
  payload.sourceRoot = ''; // it is in the sources now
  if (typeof payload.mappings !== 'string') throw new TypeError('mappings');
  return payload;
}

// findSourceMap returns the map of a loaded module.
function findSourceMap(path) {
  if (known.size === 0) return undefined;
  const found = known.get(/^\w+:\/\//.test(path) ? path : urlOf(require('internal/path/own').resolve(path)));
  return found === undefined ? undefined : new SourceMap(found.payload, found);
}

// originalLine returns a line of a source that a map leads to; undefined when there
// is no such map or no text, so that nobody shows a line of something else.
function originalLine(file, number) {
  const payload = mapOf(file);
  if (payload === undefined) return undefined;
  const at = payload.sources.findIndex((url) => pathOrURL(url) === file);
  return lineOfText(payload.sourcesContent?.[at] ?? textOfFile(file), number);
}

function lineOfText(text, number) { return text?.split(/\r?\n/, number)[number - 1]; }

function textOfFile(file) {
  try {
    return binding.read(file);
  } catch {
    return undefined;
  }
}

// isOriginal says that a place is in a source that a map leads to.
function isOriginal(file) { return mapOf(file) !== undefined; }

// mapOf returns the map that leads to a source.
function mapOf(file) {
  for (const { payload } of known.values()) {
    if (payload.sources.some((url) => pathOrURL(url) === file)) return payload;
  }
  return undefined;
}

// enable turns reading the maps of modules, and their use in stacks, on or off.
function enable(on) {
  binding.useSourceMaps(on);
  require('internal/modules/compile').rememberWith(on ? remember : undefined);
}

module.exports = { SourceMap, enable, findSourceMap, isOriginal, originalLine };
