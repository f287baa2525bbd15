// Writes properties.bin: the sets of code points behind \p{…}, as the node that
// runs it knows them.
//
//   node properties.js
//
// The file is a sequence of entries: the number of names and the names (each a
// length and bytes), then the number of ranges, then for each range the gap
// since the last one and its length; all numbers are varints of 7 bits.
'use strict';
const fs = require('fs');
const path = require('path');

const last = 0x10FFFF;

function known(property) {
  try { return new RegExp(`^\\p{${property}}$`, 'u'); } catch { return undefined; }
}

// ranges returns [start, end, start, end, …] of the code points that re matches.
function ranges(re) {
  const out = [];
  let open = -1;
  for (let c = 0; c <= last + 1; c++) {
    const inside = c <= last && re.test(String.fromCodePoint(c));
    if (inside && open < 0) open = c;
    if (!inside && open >= 0) { out.push(open, c - 1); open = -1; }
  }
  return out;
}

const categories = `Cased_Letter LC|Close_Punctuation Pe|Connector_Punctuation Pc|Control Cc cntrl|Currency_Symbol Sc|
Dash_Punctuation Pd|Decimal_Number Nd digit|Enclosing_Mark Me|Final_Punctuation Pf|Format Cf|Initial_Punctuation Pi|
Letter L|Letter_Number Nl|Line_Separator Zl|Lowercase_Letter Ll|Mark M Combining_Mark|Math_Symbol Sm|Modifier_Letter Lm|
Modifier_Symbol Sk|Nonspacing_Mark Mn|Number N|Open_Punctuation Ps|Other C|Other_Letter Lo|Other_Number No|
Other_Punctuation Po|Other_Symbol So|Paragraph_Separator Zp|Private_Use Co|Punctuation P punct|Separator Z|
Space_Separator Zs|Spacing_Mark Mc|Surrogate Cs|Symbol S|Titlecase_Letter Lt|Unassigned Cn|Uppercase_Letter Lu`
  .split(/\|\s*/).map((line) => line.split(' '));

const binaries = `ASCII|ASCII_Hex_Digit AHex|Alphabetic Alpha|Any|Assigned|Bidi_Control Bidi_C|Bidi_Mirrored Bidi_M|
Case_Ignorable CI|Cased|Changes_When_Casefolded CWCF|Changes_When_Casemapped CWCM|Changes_When_Lowercased CWL|
Changes_When_NFKC_Casefolded CWKCF|Changes_When_Titlecased CWT|Changes_When_Uppercased CWU|Dash|
Default_Ignorable_Code_Point DI|Deprecated Dep|Diacritic Dia|Emoji|Emoji_Component EComp|Emoji_Modifier EMod|
Emoji_Modifier_Base EBase|Emoji_Presentation EPres|Extended_Pictographic ExtPict|Extender Ext|Grapheme_Base Gr_Base|
Grapheme_Extend Gr_Ext|Hex_Digit Hex|IDS_Binary_Operator IDSB|IDS_Trinary_Operator IDST|ID_Continue IDC|ID_Start IDS|
Ideographic Ideo|Join_Control Join_C|Logical_Order_Exception LOE|Lowercase Lower|Math|Noncharacter_Code_Point NChar|
Pattern_Syntax Pat_Syn|Pattern_White_Space Pat_WS|Quotation_Mark QMark|Radical|Regional_Indicator RI|
Sentence_Terminal STerm|Soft_Dotted SD|Terminal_Punctuation Term|Unified_Ideograph UIdeo|Uppercase Upper|
Variation_Selector VS|White_Space space|XID_Continue XIDC|XID_Start XIDS`.split(/\|\s*/).map((line) => line.split(' '));

// The names of scripts cannot be listed; codes are found by trying all, and
// long names by their code.
const longNames = `Adlam Ahom Anatolian_Hieroglyphs Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak Bengali
Beria_Erfe Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid Canadian_Aboriginal Carian Caucasian_Albanian Chakma Cham
Cherokee Chorasmian Common Coptic Cuneiform Cypriot Cypro_Minoan Cyrillic Deseret Devanagari Dives_Akuru Dogra Duployan
Egyptian_Hieroglyphs Elbasan Elymaic Ethiopic Garay Georgian Glagolitic Gothic Grantha Greek Gujarati Gunjala_Gondi
Gurmukhi Gurung_Khema Han Hangul Hanifi_Rohingya Hanunoo Hatran Hebrew Hiragana Imperial_Aramaic Inherited
Inscriptional_Pahlavi Inscriptional_Parthian Javanese Kaithi Kannada Katakana Kawi Kayah_Li Kharoshthi
Khitan_Small_Script Khmer Khojki Khudawadi Kirat_Rai Lao Latin Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian
Mahajani Makasar Malayalam Mandaic Manichaean Marchen Masaram_Gondi Medefaidrin Meetei_Mayek Mende_Kikakui
Meroitic_Cursive Meroitic_Hieroglyphs Miao Modi Mongolian Mro Multani Myanmar Nabataean Nag_Mundari Nandinagari
New_Tai_Lue Newa Nko Nushu Nyiakeng_Puachue_Hmong Ogham Ol_Chiki Ol_Onal Old_Hungarian Old_Italic Old_North_Arabian
Old_Permic Old_Persian Old_Sogdian Old_South_Arabian Old_Turkic Old_Uyghur Oriya Osage Osmanya Pahawh_Hmong Palmyrene
Pau_Cin_Hau Phags_Pa Phoenician Psalter_Pahlavi Rejang Runic Samaritan Saurashtra Sharada Shavian Siddham Sidetic
SignWriting Sinhala Sogdian Sora_Sompeng Soyombo Sundanese Sunuwar Syloti_Nagri Syriac Tagalog Tagbanwa Tai_Le Tai_Tham
Tai_Viet Tai_Yo Takri Tamil Tangsa Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta Todhri Tolong_Siki Toto
Tulu_Tigalari Ugaritic Unknown Vai Vithkuqi Wancho Warang_Citi Yezidi Yi Zanabazar_Square`.split(/\s+/);

function scriptCodes() {
  const codes = [];
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (const a of letters.toUpperCase()) for (const b of letters) for (const c of letters) for (const d of letters) {
    if (known(`sc=${a}${b}${c}${d}`)) codes.push(a + b + c + d);
  }
  return codes;
}

const out = [];
function varint(n) { for (; n > 0x7F; n >>>= 7) out.push((n & 0x7F) | 0x80); out.push(n); }
function entry(names, set) {
  varint(names.length);
  for (const name of names) { varint(name.length); for (const c of name) out.push(c.charCodeAt(0)); }
  varint(set.length / 2);
  let at = 0;
  for (let i = 0; i < set.length; i += 2) { varint(set[i] - at); varint(set[i + 1] - set[i]); at = set[i + 1]; }
}

for (const names of categories) {
  const re = known(`gc=${names[0]}`);
  entry(names.map((name) => `gc=${name}`), ranges(re));
}
for (const names of binaries) {
  const re = known(names[0]);
  if (re) entry(names, ranges(re));
}
const scripts = longNames.filter((name) => known(`sc=${name}`)).map((name) => ({ name, set: ranges(known(`sc=${name}`)), codes: [] }));
for (const code of scriptCodes()) {
  if (longNames.includes(code)) continue;
  const text = ranges(known(`sc=${code}`)).join();
  if (text === '') continue;
  const script = scripts.find((s) => s.set.join() === text);
  if (!script) throw new Error(`no long name for ${code}`);
  script.codes.push(code);
}
for (const { name, set, codes } of scripts) {
  const names = [name, ...codes];
  entry(names.map((n) => `sc=${n}`), set);
  const extensions = ranges(known(`scx=${name}`));
  entry(names.map((n) => `scx=${n}`), extensions);
}
fs.writeFileSync(path.join(__dirname, 'properties.bin'), Buffer.from(out));
