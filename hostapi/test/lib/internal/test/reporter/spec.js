'use strict';
// spec: tests and suites as an indented list, and what failed again at the end.

const { relative } = require('path');
const { Transform } = require('stream');
const { failureTypes: { kSubtestsFailed } } = require('internal/test/failure');
const { indent, marks, palette, report } = require('internal/test/reporter/format');

class SpecReporter extends Transform {
  #started = []; // tests whose start was told, the innermost first
  #shown = [];   // of those, the ones that have a line already
  #failed = [];

  constructor() {
    super({ writableObjectMode: true });
  }

  #result(type, data) {
    this.#started.shift();
    if (type === 'test:fail' && data.details?.error?.failureType !== kSubtestsFailed) this.#failed.push(data);
    let parents = '';
    while (this.#started.length > 0) {
      const parent = this.#started.pop();
      this.#shown.unshift(parent);
      parents += `${indent(parent.nesting)}${marks.parent}${parent.name}\n`;
    }
    const [innermost] = this.#shown;
    const hasChildren = innermost !== undefined && innermost.nesting === data.nesting && innermost.name === data.name;
    if (hasChildren) this.#shown.shift();
    const text = report(type, data, { margin: indent(data.nesting), hasChildren, showsSubtestFailures: false });
    return `${parents}${text}${hasError(data) ? '\n' : ''}`;
  }

  #text({ type, data }) {
    switch (type) {
      case 'test:fail':
      case 'test:pass':
        return this.#result(type, data);
      case 'test:start':
        this.#started.unshift(data);
        return '';
      case 'test:stderr':
      case 'test:stdout':
        return data.message;
      case 'test:diagnostic':
        return `${palette().blue}${indent(data.nesting)}${marks[type]}${data.message}${palette().white}\n`;
      case 'test:coverage': {
        const { blue, white } = palette();
        return `${blue}${require('internal/test/reporter/coverage_table').coverageTable(data.summary, marks['test:diagnostic'])}${white}`;
      }
      default:
        return '';
    }
  }

  _transform(event, encoding, callback) { callback(null, this.#text(event)); }

  _flush(callback) {
    if (this.#failed.length === 0) {
      callback(null, '');
      return;
    }
    const { red, white } = palette();
    const parts = [`\n${red}${marks['test:fail']}failing tests:${white}\n`];
    for (const data of this.#failed) {
      const place = data.file === undefined ? '' :
        `test at ${relative(process.cwd(), data.file)}:${data.line}:${data.column}\n`;
      parts.push(place + report('test:fail', data));
    }
    callback(null, parts.join('\n'));
  }
}

function hasError({ details }) {
  return details.error !== undefined && details.error.failureType !== kSubtestsFailed;
}

module.exports = SpecReporter;
