'use strict';
// Intl.Collator, Segmenter and Locale.

const { add, addAccessors } = require('internal/language/builtin_class');
const { canonicalLocales, makeConstructor, read, resolveLocale, toOptions } = require('internal/language/intl/constructors');
const { compare } = internalBinding('language');

function initCollator(locales, options) {
  options = toOptions(options);
  return {
    locale: resolveLocale(locales), usage: read(options, 'usage', ['sort', 'search'], 'sort'),
    sensitivity: read(options, 'sensitivity', ['base', 'accent', 'case', 'variant'], 'variant'),
    ignorePunctuation: read(options, 'ignorePunctuation', 'boolean', false), collation: 'default',
    numeric: read(options, 'numeric', 'boolean', false), caseFirst: read(options, 'caseFirst', ['upper', 'lower', 'false'], 'false'),
  };
}

function compareStrings(slot, a, b) { return compare(String(a), String(b), slot.sensitivity, slot.numeric); }

const Collator = makeConstructor('Collator', {
  callable: true, init: initCollator, bound: { compare: (slot, a, b) => compareStrings(slot, a, b) },
  methods: {
    resolvedOptions({ locale, usage, sensitivity, ignorePunctuation, collation, numeric, caseFirst }) {
      return { locale, usage, sensitivity, ignorePunctuation, collation, numeric, caseFirst };
    },
  },
});

// A grapheme is a character with what belongs to it: marks, joined emoji, a
// pair of regional indicators, CR LF, Hangul syllables.
const grapheme = /\r\n|\p{RI}\p{RI}|\p{Emoji}(?:\p{EMod}|\uFE0F\u20E3?)?(?:[\u{E0020}-\u{E007F}]+)?(?:\p{M}*\u200D\p{ExtPict}(?:\p{EMod}|\uFE0F)?)*[\p{M}\u200D\uFE0F]*|[\u1100-\u115F\uA960-\uA97C]+[\u1160-\u11A7\uD7B0-\uD7C6]*[\u11A8-\u11FF\uD7CB-\uD7FB]*\p{M}*|[^\p{Cc}\p{Zl}\p{Zp}][\p{M}\u200D]*|[^]/gu;
const word = /(?:[\p{L}\p{M}\p{N}_](?:['’.:·](?=[\p{L}])|[,.;](?=\p{N}))?)+|\r\n| +|(?:\p{Emoji_Presentation}|\p{ExtPict}\uFE0F?)(?:\u200D\p{ExtPict}\uFE0F?)*|[^]\p{M}*/gu;
const sentence = /[^.!?…。！？\n]*(?:[.!?…。！？]+["'”’)\]]*(?:[ \t]+|\n|$)|[.!?…。！？]+(?=[^\s])|\n|$)/gu;

function* segments(text, granularity) {
  const expression = { grapheme, word, sentence }[granularity];
  for (const match of text.matchAll(expression)) {
    if (match[0] === '') continue;
    const segment = { segment: match[0], index: match.index, input: text };
    if (granularity === 'word') segment.isWordLike = /[\p{L}\p{N}]/u.test(match[0]);
    yield segment;
  }
}

function makeSegments(text, granularity) {
  const list = {};
  add(list, {
    containing(index) {
      index = Math.trunc(Number(index)) || 0;
      if (index < 0 || index >= text.length) return undefined;
      for (const segment of segments(text, granularity)) {
        if (index < segment.index + segment.segment.length) return segment;
      }
      return undefined;
    },
    [Symbol.iterator]() { return segments(text, granularity); },
  });
  return list;
}

const Segmenter = makeConstructor('Segmenter', {
  init(locales, options) {
    const granularity = read(toOptions(options), 'granularity', ['grapheme', 'word', 'sentence'], 'grapheme');
    return { locale: resolveLocale(locales), granularity };
  },
  methods: {
    segment(slot, text) { return makeSegments(String(text), slot.granularity); },
    resolvedOptions({ locale, granularity }) { return { locale, granularity }; },
  },
});

const likely = { en: 'en-Latn-US', de: 'de-Latn-DE', fr: 'fr-Latn-FR', es: 'es-Latn-ES', ja: 'ja-Jpan-JP', zh: 'zh-Hans-CN', ko: 'ko-Kore-KR', ru: 'ru-Cyrl-RU', it: 'it-Latn-IT', pt: 'pt-Latn-BR' };
const keywords = { calendar: 'ca', collation: 'co', hourCycle: 'hc', caseFirst: 'kf', numeric: 'kn', numberingSystem: 'nu' };

// Locale takes a tag apart; its slot is the tag and its keywords.
function initLocale(tag, options) {
  if (typeof tag !== 'string' && (typeof tag !== 'object' || tag === null)) {
    throw new TypeError('First argument to Intl.Locale constructor can\'t be empty or missing');
  }
  options = toOptions(options);
  const [full] = canonicalLocales(String(tag));
  let [base, extension = ''] = full.split('-u-');
  const values = new Map();
  for (const [, key, value = ''] of extension.matchAll(/(?:^|-)([a-z\d]{2})(?:-([a-z\d]{3,8}(?:-[a-z\d]{3,8})*))?(?=-|$)/g)) values.set(key, value);
  let [language, script, region] = partsOf(base);
  language = read(options, 'language') ?? language;
  script = read(options, 'script') ?? script;
  region = read(options, 'region') ?? region;
  [base] = canonicalLocales([language, script, region].filter(Boolean).join('-'));
  for (const [name, key] of Object.entries(keywords)) {
    const value = read(options, name);
    if (value !== undefined) values.set(key, value === 'true' ? '' : value);
  }
  return { base, values };
}

function partsOf(base) {
  const parts = base.split('-');
  return [parts[0], parts.find((part, i) => i > 0 && part.length === 4 && /^[A-Z]/.test(part)), parts.find((part, i) => i > 0 && /^([A-Z]{2}|\d{3})$/.test(part))];
}

function tagOf({ base, values }) {
  const extension = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => (value ? `${key}-${value}` : key));
  return extension.length === 0 ? base : `${base}-u-${extension.join('-')}`;
}

function maximize({ base, values }) {
  const [language, script, region] = partsOf(base);
  const [, likelyScript, likelyRegion] = (likely[language] ?? base).split('-');
  return tagOf({ base: [language, script ?? likelyScript, region ?? likelyRegion].filter(Boolean).join('-'), values });
}

const Locale = makeConstructor('Locale', {
  length: 1, init: initLocale,
  methods: {
    toString(slot) { return tagOf(slot); },
    maximize(slot) { return new Locale(maximize(slot)); },
    minimize(slot) { return new Locale(tagOf({ base: partsOf(slot.base)[0], values: slot.values })); },
  },
});
delete Locale.supportedLocalesOf;

const localeParts = new Map();
function slotOf(locale) {
  const tag = Locale.prototype.toString.call(locale);
  if (!localeParts.has(tag)) localeParts.set(tag, initLocale(tag));
  return localeParts.get(tag);
}

addAccessors(Locale.prototype, {
  get baseName() { return slotOf(this).base; },
  get language() { return partsOf(slotOf(this).base)[0]; },
  get script() { return partsOf(slotOf(this).base)[1]; },
  get region() { return partsOf(slotOf(this).base)[2]; },
  get numeric() { return slotOf(this).values.get('kn') === ''; },
});
for (const [name, key] of Object.entries(keywords)) {
  if (name === 'numeric') continue;
  addAccessors(Locale.prototype, { get [name]() { return slotOf(this).values.get(key); } });
}

module.exports = { Collator, Segmenter, Locale, initCollator, compareStrings };
