'use strict';
// dot: a character for each test, and what failed at the end.

const { palette, report } = require('internal/test/reporter/format');
const { makeReporter } = require('internal/test/reporter/generator');

const columnsMin = 20;

function begin() {
  let count = 0;
  const failed = [];
  const mark = (text) => {
    count++;
    const isFull = count === Math.max(process.stdout.columns ?? columnsMin, columnsMin);
    if (!isFull) return text;
    count = 0;
    return `${text}\n`;
  };
  return {
    event({ type, data }) {
      const { green, red, white } = palette();
      if (type === 'test:pass') return mark(`${green}.${white}`);
      if (type !== 'test:fail') return undefined;
      failed.push(data);
      return mark(`${red}X${white}`);
    },
    tail() {
      const { red, white } = palette();
      const list = failed.length === 0 ? '' : `\n${red}Failed tests:${white}\n\n${failed.map((data) => report('test:fail', data)).join('')}`;
      return `\n${list}`;
    },
  };
}

module.exports = makeReporter('dot', begin);
