'use strict';

// The text which shows two values line by line, lines of one side marked with + and -.

const { inspect } = require('internal/util/inspect');
const { removeColors } = require('internal/util');
const { terminalStream } = require('internal/util/terminal');

const headings = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
};

// Two values whose texts are together this long are shown on one line.
const maxShortLength = 12;
const maxPrintedLines = 50;
const noColors = { blue: '', green: '', red: '', white: '' };

function colorsForStderr() {
  const stream = terminalStream(2);
  if (stream === undefined || (stream.getColorDepth?.() ?? 1) === 1) return noColors;
  return { blue: '\u001b[34m', green: '\u001b[32m', red: '\u001b[31m', white: '\u001b[39m' };
}

// Everything which can make values differ is shown, each entry on a line of its own.
function inspectValue(value) {
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Infinity,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
    breakLength: 80,
  });
}

function shorten(lines, colors) {
  return lines.length > maxPrintedLines ? [...lines.slice(0, 46), `${colors.blue}...${colors.white}`] : lines;
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

function bothReferences(actual, expected) {
  return (isObject(actual) && isObject(expected)) ||
    (typeof actual === 'function' && typeof expected === 'function');
}

// The number of characters which two texts have in common at their start.
function commonStart(left, right) {
  let i = 0;
  while (i < left.length && left[i] === right[i]) i++;
  return i;
}

// Writes the lines which differ with a few of those around them.
class DifferenceWriter {
  text = '';
  // Lines of the expected value wait here, so that they follow those of the actual one.
  waiting = '';
  printed = 0;
  identical = 0;
  skipped = false;

  constructor(colors) {
    this.colors = colors;
    this.plus = `${colors.green}+${colors.white}`;
    this.minus = `${colors.red}-${colors.white}`;
    this.dots = `\n${colors.blue}...${colors.white}`;
  }

  print(line) {
    this.text += `\n  ${line}`;
    this.printed++;
  }

  // Prints the last of the identical lines before lines[i]; more than five in a row are cut.
  printLinesBefore(lines, i) {
    const { identical } = this;
    this.identical = 0;
    if (identical <= 2) return;
    if (identical === 5) this.print(lines[i - 3]);
    else if (identical > 5) {
      this.text += this.dots;
      this.skipped = true;
    }
    if (identical > 3) this.print(lines[i - 2]);
    this.print(lines[i - 1]);
  }

  addActual(line) {
    this.text += `\n${this.plus} ${line}`;
    this.printed++;
  }

  addExpected(line) {
    this.waiting += `\n${this.minus} ${line}`;
    this.printed++;
  }

  addIdentical(line) {
    this.text += this.waiting;
    this.waiting = '';
    this.identical++;
    if (this.identical <= 2) this.print(line);
  }

  // Compares line by line. Returns false when it became too long.
  compare(actual, expected) {
    const count = Math.max(actual.length, expected.length);
    for (let i = 0; i < count; i++) {
      if (i >= actual.length || i >= expected.length) this.#addExtra(actual, expected, i);
      else this.#comparePair(actual, expected, i);
      if (this.printed > maxPrintedLines && i < count - 2) return false;
    }
    return true;
  }

  #addExtra(actual, expected, i) {
    if (i >= expected.length) {
      this.printLinesBefore(actual, i);
      this.addActual(actual[i]);
    } else {
      this.printLinesBefore(expected, i);
      this.addExpected(expected[i]);
    }
  }

  #comparePair(actual, expected, i) {
    const left = actual[i];
    const right = expected[i];
    // A comma more or less at the end is due to the lines which follow.
    if (left === right || left === `${right},`) this.addIdentical(left);
    else if (right === `${left},`) this.addIdentical(right);
    else {
      this.printLinesBefore(actual, i);
      this.addActual(left);
      this.addExpected(right);
    }
  }
}

// Takes the lines off which both end with. Returns the text of the last few of them.
function takeCommonEnd(actual, expected, known, colors) {
  let end = '';
  let other = '';
  let count = known;
  while (actual.length > 0 && expected.length > 0 &&
         actual[actual.length - 1] === expected[expected.length - 1]) {
    const line = actual.pop();
    expected.pop();
    if (count++ < 3) end = `\n  ${line}${end}`;
    else other = line;
  }
  const skipped = count >= 5;
  if (skipped) end = `\n${colors.blue}...${colors.white}${end}`;
  if (other !== '') end = `\n  ${other}${end}`;
  return { end, skipped };
}

// For values whose texts have one line each: undefined, or { short } or { start }, the number of
// characters after which they differ.
function compareSingleLines(actual, expected, left, right, byReference) {
  const colored = inspect.defaultOptions.colors;
  const leftText = colored ? removeColors(left) : left;
  const rightText = colored ? removeColors(right) : right;
  const length = leftText.length + rightText.length;
  if (length <= maxShortLength) {
    // -0 and 0 need the signs in front.
    const short = !isObject(actual) && !isObject(expected) && (actual !== 0 || expected !== 0);
    return { short, start: 0 };
  }
  const width = terminalStream(2)?.columns ?? 80;
  return { short: false, start: byReference || length >= width ? 0 : commonStart(leftText, rightText) };
}

function describeIdentical(lines, colors) {
  return `${headings.notIdentical}\n\n${shorten(lines, colors).join('\n')}\n`;
}

function describeDifference(actual, expected, operator, message) {
  const colors = colorsForStderr();
  const actualLines = inspectValue(actual).split('\n');
  const expectedLines = inspectValue(expected).split('\n');
  const byReference = operator === 'strictEqual' && bothReferences(actual, expected);
  const heading = message || headings[byReference ? 'strictEqualObject' : operator];
  let start = 0;
  if (actualLines.length === 1 && expectedLines.length === 1 && actualLines[0] !== expectedLines[0]) {
    const single = compareSingleLines(actual, expected, actualLines[0], expectedLines[0], byReference);
    if (single.short) return `${heading}\n\n${actualLines[0]} !== ${expectedLines[0]}\n`;
    ({ start } = single);
  }
  const indicator = start > 2 ? `\n  ${' '.repeat(start)}^` : '';
  const allLines = [...actualLines];
  const { end, skipped } = takeCommonEnd(actualLines, expectedLines, start > 2 ? 0 : start, colors);
  if (actualLines.length === 0 && expectedLines.length === 0) return describeIdentical(allLines, colors);
  const writer = new DifferenceWriter(colors);
  const complete = writer.compare(actualLines, expectedLines);
  const legend = `${heading}\n${colors.green}+ actual${colors.white} ${colors.red}- expected${colors.white}`;
  const note = !complete || skipped || writer.skipped ? ` ${colors.blue}...${colors.white} Lines skipped` : '';
  if (!complete) return `${legend}${note}\n${writer.text}${writer.dots}${writer.waiting}${writer.dots}`;
  return `${legend}${note}\n${writer.text}${writer.waiting}${end}${indicator}`;
}

module.exports = { colorsForStderr, describeDifference, headings, inspectValue, shorten };
