// jest: suites in contexts, mocks, fake timers, failures with code frames.
const { mkdtempSync, rmSync } = require('fs');
const { tmpdir } = require('os');
const { join } = require('path');
process.env.NODE_ENV = 'test';
process.env.FORCE_COLOR = '0';
const { runCLI } = require('jest');

const rootDir = join(__dirname, 'suites', 'jest');
const cacheDirectory = mkdtempSync(join(tmpdir(), 'jest-'));
const config = JSON.stringify({ rootDir, cacheDirectory, testEnvironment: 'node', transform: {} });
const written = [];
const { write } = process.stderr;
process.stderr.write = (text) => { written.push(`${text}`); return true; };

// Times depend on the machine, and what stands at the bottom of stacks on the runtime.
const clean = (text) => text.replace(/ \([\d.]+ m?s\)/g, '').replace(/^Time:.*$/m, 'Time').replace(/\n\s+at .*(node:internal|jest-circus).*/g, '');

runCLI({ _: [], $0: 'jest', runInBand: true, ci: true, cache: false, watchman: false, config }, [rootDir]).then(({ results }) => {
  process.stderr.write = write;
  console.log(clean(written.join('')));
  console.log(results.numPassedTests, results.numFailedTests, results.numPendingTests, results.numTodoTests, results.success);
  for (const suite of results.testResults) {
    for (const test of suite.testResults) console.log(test.status, test.fullName, test.failureMessages.length);
  }
}, (error) => console.log(error)).finally(() => rmSync(cacheDirectory, { recursive: true }));
