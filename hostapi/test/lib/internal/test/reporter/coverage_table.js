'use strict';
// The table of coverage at the end of a report.

const { relative } = require('path');

const heads = ['line %', 'branch %', 'funcs %'];
const last = 'uncovered lines';

// uncovered are the lines that did not run: "6-7 9".
function uncovered(lines) {
  const missed = lines.filter(({ count }) => count === 0).map(({ line }) => line);
  const spans = [];
  for (const line of missed) {
    const span = spans.at(-1);
    if (span !== undefined && span[1] === line - 1) span[1] = line;
    else spans.push([line, line]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}

function percents({ coveredLinePercent, coveredBranchPercent, coveredFunctionPercent }) {
  return [coveredLinePercent, coveredBranchPercent, coveredFunctionPercent].map((n, i) => n.toFixed(2).padStart(heads[i].length)).join(' | ');
}

// coverageTable returns the report, each line behind a prefix.
function coverageTable({ files, totals, workingDirectory }, prefix) {
  const paths = files.map(({ path }) => relative(workingDirectory, path));
  const width = Math.max('all files'.length, ...paths.map((path) => path.length));
  const rows = files.map((file, i) => `${paths[i].padEnd(width)} | ${percents(file)} | ${uncovered(file.lines)}`);
  const head = `${'file'.padEnd(width)} | ${heads.join(' | ')} | ${last}`;
  const rule = '-'.repeat(Math.max(head.length, ...rows.map((row) => row.length)) + 1);
  const all = `${'all files'.padEnd(width)} | ${percents(totals)} |`;
  return ['start of coverage report', rule, head, rule, ...rows, rule, all, rule, 'end of coverage report'].map((line) => `${prefix}${line}\n`).join('');
}

module.exports = { coverageTable };
