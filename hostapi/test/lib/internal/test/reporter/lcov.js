'use strict';
// lcov: what was covered, in the format of the tools of that name.

const { relative } = require('path');
const { Transform } = require('stream');

function fileRecord({ path, branches, coveredBranchCount, coveredFunctionCount, coveredLineCount, functions, lines, totalBranchCount, totalFunctionCount,
  totalLineCount }, folder) {
  const text = [`SF:${relative(folder, path)}`];
  const nameOf = ({ name }, i) => (name.length > 0 ? name : `anonymous_${i}`);
  functions.forEach((f, i) => text.push(`FN:${f.line},${nameOf(f, i)}`));
  functions.forEach((f, i) => text.push(`FNDA:${f.count},${nameOf(f, i)}`));
  text.push(`FNF:${totalFunctionCount}`, `FNH:${coveredFunctionCount}`);
  branches.forEach(({ line, count }, i) => text.push(`BRDA:${line},${i},0,${count}`));
  text.push(`BRF:${totalBranchCount}`, `BRH:${coveredBranchCount}`);
  for (const { line, count } of lines) text.push(`DA:${line},${count}`);
  text.push(`LH:${coveredLineCount}`, `LF:${totalLineCount}`, 'end_of_record');
  return `${text.join('\n')}\n`;
}

class LcovReporter extends Transform {
  constructor(options) {
    super({ ...options, writableObjectMode: true, __proto__: null });
  }

  _transform({ type, data }, encoding, callback) {
    if (type !== 'test:coverage') {
      callback(null);
      return;
    }
    const { files, workingDirectory } = data.summary;
    callback(null, `TN:\n${files.map((file) => fileRecord(file, workingDirectory)).join('')}`);
  }
}

module.exports = LcovReporter;
