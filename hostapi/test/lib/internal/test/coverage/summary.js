'use strict';
// What Node says of coverage: lines, branches and functions of each file.

// What a comment in a source leaves out.
const ignoreNext = /\/\* node:coverage ignore next (?:(\d+) )?\*\//;
const status = /\/\* node:coverage (enable|disable) \*\//;

// linesOf returns the lines of a source with their places, and whether they count.
function linesOf(source) {
  const lines = [];
  let offset = 0;
  let ignored = 0;
  let enabled = true;
  for (const text of source.split(/(?<=\r?\n)/u)) {
    const length = text.length - (/\r?\n$/u.exec(text)?.[0].length ?? 0);
    lines.push({ line: lines.length + 1, start: offset, end: offset + length, count: 1, ignore: ignored > 0 || !enabled });
    offset += text.length;
    if (ignored > 0) ignored--;
    const next = ignoreNext.exec(text);
    const change = status.exec(text);
    if (next !== null) ignored = +(next[1] ?? 1);
    else if (change !== null) enabled = change[1] === 'enable';
  }
  return lines;
}

// touch gives the lines that lie in a range its count, and returns all that it touches.
function touch({ startOffset, endOffset, count }, lines) {
  let first = 0;
  for (let size = lines.length; size > 1;) {
    const half = size >> 1;
    if (lines[first + half].start <= startOffset) first += half;
    size -= half;
  }
  const touched = [];
  for (let i = first; i < lines.length; i++) {
    const line = lines[i];
    touched.push(line);
    if (startOffset <= line.start && endOffset >= line.end) line.count = count;
    if (endOffset <= line.end) break;
  }
  return touched;
}

function percent(covered, total) { return total === 0 ? 100 : covered / total * 100; }

// fileSummary describes a file; script is { path, source, functions } with V8's ranges.
function fileSummary({ path, source, functions }) {
  const lines = linesOf(source);
  const file = { __proto__: null, path, totalLineCount: lines.length, totalBranchCount: 0, totalFunctionCount: 0, coveredLineCount: 0,
    coveredBranchCount: 0, coveredFunctionCount: 0, coveredLinePercent: 0, coveredBranchPercent: 0, coveredFunctionPercent: 0,
    functions: [], branches: [], lines: [] };
  functions.forEach(({ name, isBlockCoverage, ranges }, i) => {
    const touched = ranges.map((range) => touch({ startOffset: range.start, endOffset: range.end, count: range.count }, lines));
    const counts = (j) => ranges[j].count !== 0 || touched[j].every((line) => line.ignore);
    if (isBlockCoverage) {
      ranges.forEach(({ count }, j) => {
        file.branches.push({ __proto__: null, line: touched[j][0]?.line, count });
        file.totalBranchCount++;
        if (counts(j)) file.coveredBranchCount++;
      });
    }
    if (i === 0) return; // the file itself
    file.functions.push({ __proto__: null, name, count: Math.max(...ranges.map((range) => range.count)), line: touched[0][0]?.line });
    file.totalFunctionCount++;
    if (counts(0)) file.coveredFunctionCount++;
  });
  for (const { line, count, ignore } of lines) {
    if (count > 0 || ignore) file.coveredLineCount++;
    if (!ignore) file.lines.push({ __proto__: null, line, count });
  }
  setPercents(file);
  return file;
}

function setPercents(file) {
  file.coveredLinePercent = percent(file.coveredLineCount, file.totalLineCount);
  file.coveredBranchPercent = percent(file.coveredBranchCount, file.totalBranchCount);
  file.coveredFunctionPercent = percent(file.coveredFunctionCount, file.totalFunctionCount);
}

// summaryOf is what the event test:coverage tells.
function summaryOf(scripts) {
  const files = scripts.map(fileSummary);
  const totals = { __proto__: null, totalLineCount: 0, totalBranchCount: 0, totalFunctionCount: 0, coveredLineCount: 0, coveredBranchCount: 0,
    coveredFunctionCount: 0, coveredLinePercent: 0, coveredBranchPercent: 0, coveredFunctionPercent: 0 };
  for (const file of files) for (const key in totals) if (key.endsWith('Count')) totals[key] += file[key];
  setPercents(totals);
  return { __proto__: null, workingDirectory: process.cwd(), files, totals };
}

module.exports = { summaryOf };
