'use strict';
// A test file as a test: it runs in a process of its own, and what that reports becomes part of this
// report when it is the file's turn.

// Kept from the start: mock timers replace the globals.
const { clearTimeout, setTimeout } = require('timers');
const { failureTypes, withoutStack } = require('internal/test/failure');
const { testConfig } = require('internal/test/options');
const { Test } = require('internal/test/test');
const { decode } = require('internal/test/wire');
const { StringDecoder } = require('string_decoder');

const { killFile, runFile } = internalBinding('test');

const cancelledTypes = new Set([failureTypes.kCancelledByParent, failureTypes.kAborted, failureTypes.kTimeout]);
const figures = /^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /;

// How long a file may take to end when it is told to.
const graceMs = 2000;

let started = 0;

class FileTest extends Test {
  #buffer = [];
  #children = 0;
  #failedChildren = false;
  #timeLimit;
  #number = 0;
  #decoder = new StringDecoder();
  #line = ''; // of stderr, the one that has not ended

  constructor(path, root, options) {
    // The limit is this class's business: what the file still has to say is part of the report.
    super({ name: path, parent: root, fn() {}, loc: { line: 1, column: 1, file: path }, isFiltered: false,
      options: { ...options, timeout: Infinity } });
    this.#timeLimit = options.timeout ?? Infinity;
    this.fn = () => this.#run(path, options.execArgv ?? []);
  }

  async #run(path, execArgv) {
    let timer;
    let isLate = false;
    const stop = () => this.#stop();
    const { code, signal, recording } = await new Promise((resolve, reject) => {
      this.#number = ++started;
      runFile(this.#number, path, execArgv, (errno, part, ...rest) => {
        if (errno !== 0) reject(new Error(`cannot start a process for ${path}: ${require('util').getSystemErrorName(errno)}`));
        else if (part === 'q') {
          this.#endOfStderr();
          resolve({ code: rest[0], signal: rest[1], recording: rest[2] });
        } else this.#part(part, Buffer.from(rest[0]));
      });
      if (this.#timeLimit !== Infinity) {
        timer = setTimeout(() => {
          isLate = true;
          stop();
        }, this.#timeLimit);
      }
      this.signal.addEventListener('abort', stop, { once: true });
    });
    clearTimeout(timer);
    if (recording !== '') this.diagnostic(`replay: jsrr replay ${shellWord(recording)}`);
    if (isLate) throw withoutStack(`test timed out after ${this.#timeLimit}ms`, failureTypes.kTimeout);
    if (code === 0 && signal === 0) return;
    throw this.#failure(code, signal);
  }

  #failure(code, signal) {
    const failure = withoutStack('test failed', this.#failedChildren ? failureTypes.kSubtestsFailed : failureTypes.kTestCode);
    failure.exitCode = signal === 0 ? code : null;
    failure.signal = signal === 0 ? null : signalName(signal);
    failure.stack = undefined;
    return failure;
  }

  // stop ends the process: first by asking, then by force.
  #stop() {
    const { SIGTERM, SIGKILL } = require('os').constants.signals;
    killFile(this.#number, SIGTERM);
    setTimeout(() => killFile(this.#number, SIGKILL), graceMs).unref();
  }

  #part(part, bytes) {
    if (part === 'e') this.#add(decode(bytes.toString()));
    else if (part === 'o') this.#output('test:stdout', bytes.toString());
    else this.#stderr(this.#decoder.write(bytes));
  }

  #output(type, message) { this.#add({ type, data: { __proto__: null, file: this.name, message } }); }

  // stderr is told line by line, as in Node.
  #stderr(text) {
    const lines = (this.#line + text).split(/\r?\n/);
    this.#line = lines.pop();
    for (const line of lines) this.#output('test:stderr', `${line}\n`);
  }

  #endOfStderr() {
    if (this.#line !== '') this.#stderr('\n');
  }

  #add(event) {
    if (event.type === 'coverage') {
      this.root.coverage?.add(event.data);
      return;
    }
    if (event.type === 'test:plan' && event.data.nesting === 0) return;
    if (event.type === 'test:diagnostic' && event.data.nesting === 0 && figures.test(event.data.message)) return;
    if (event.type === 'test:fail' && event.data.todo === undefined) this.#failedChildren = true;
    if (!this.isClearToSend()) {
      this.#buffer.push(event);
      return;
    }
    this.#drain();
    this.#handle(event);
  }

  #drain() {
    const events = this.#buffer;
    this.#buffer = [];
    for (const event of events) this.#handle(event);
  }

  #handle({ type, data }) {
    if (type === 'test:pass' || type === 'test:fail') {
      if (data.nesting === 0) {
        this.#children++;
        data.testNumber = this.root.counters.topLevel + 1;
      }
      this.#count(type, data);
    }
    this.reporter.send(type, data);
  }

  #count(type, data) {
    const failureType = data.details?.error?.failureType;
    require('internal/test/root').count({
      root: this.root, nesting: data.nesting, reportedType: data.details?.type, skipped: data.skip !== undefined,
      isTodo: data.todo !== undefined, passed: type === 'test:pass', cancelled: cancelledTypes.has(failureType),
    });
  }

  // A file whose tests were reported has no line of its own, unless it failed otherwise.
  get isSilent() {
    return this.#children > 0 && (this.error === null || this.error.failureType === failureTypes.kSubtestsFailed);
  }

  beforeReport() { this.#drain(); }
}

function signalName(number) {
  const { signals } = require('os').constants;
  return Object.keys(signals).find((name) => signals[name] === number) ?? String(number);
}

function shellWord(word) { return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll('\'', '\'\\\'\'')}'`; }

// Options of Node's that the processes of test files get too.
function forwarded() {
  const { list } = require('internal/options');
  const own = process.execArgv.filter((arg, i, all) => {
    const isOurs = (text) => /^--(?:test|watch|experimental-test-coverage)/.test(text ?? '');
    return !isOurs(arg) && !(isOurs(all[i - 1]) && !all[i - 1].includes('=') && !arg.startsWith('-'));
  });
  const patterns = list('--test-name-pattern').map((pattern) => `--test-name-pattern=${pattern}`);
  const { coverage, forceExit, only } = testConfig();
  return [...own, ...(coverage ? ['--experimental-test-coverage'] : []), ...(forceExit ? ['--test-force-exit'] : []), ...patterns, ...(only ? ['--test-only'] : [])];
}

module.exports = { FileTest, forwarded };
