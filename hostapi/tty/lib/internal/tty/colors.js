'use strict';
// How many colours a terminal shows, as bits, from the environment.

const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateInteger } = require('internal/validators');

const none = 1;
const few = 4;
const many = 8;
const all = 24;

const byTerm = new Map([
  ...['eterm', 'cons25', 'console', 'cygwin', 'dtterm', 'gnome', 'hurd', 'jfbterm', 'konsole', 'kterm', 'mlterm',
    'putty', 'st'].map((name) => [name, few]),
  ...['mosh', 'rxvt-unicode-24bit', 'terminator'].map((name) => [name, all]),
]);
const byTermPattern = /ansi|color|linux|^con[0-9]*x[0-9]|^rxvt|^screen|^xterm|^vt100/;
const buildServers = ['APPVEYOR', 'BUILDKITE', 'CIRCLECI', 'DRONE', 'GITHUB_ACTIONS', 'GITLAB_CI', 'TRAVIS'];

let warned = false;
function warnOnce(env) {
  if (warned) return;
  const ignored = ['NODE_DISABLE_COLORS', 'NO_COLOR'].find((name) => env[name] !== undefined);
  if (ignored === undefined) return;
  warned = true;
  process.emitWarning(`The '${ignored}' env is ignored due to the 'FORCE_COLOR' env being set.`, 'Warning');
}

function forced(env) {
  switch (env.FORCE_COLOR) {
    case '':
    case '1':
    case 'true':
      warnOnce(env);
      return few;
    case '2':
      warnOnce(env);
      return many;
    case '3':
      warnOnce(env);
      return all;
    default:
      return none;
  }
}

function ofProgram(env) {
  switch (env.TERM_PROGRAM) {
    case 'iTerm.app':
      return !env.TERM_PROGRAM_VERSION || /^[0-2]\./.test(env.TERM_PROGRAM_VERSION) ? many : all;
    case 'HyperTerm':
    case 'MacTerm':
      return all;
    case 'Apple_Terminal':
      return many;
    default:
      return undefined;
  }
}

function ofTerm(env) {
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return all;
  if (env.TERM) {
    if (/^xterm-256/.test(env.TERM)) return many;
    const name = env.TERM.toLowerCase();
    if (byTerm.has(name)) return byTerm.get(name);
    if (byTermPattern.test(name)) return few;
  }
  return env.COLORTERM ? few : none;
}

function getColorDepth(env = process.env) {
  if (env.FORCE_COLOR !== undefined) return forced(env);
  if (env.NODE_DISABLE_COLORS !== undefined || env.NO_COLOR !== undefined || env.TERM === 'dumb') return none;
  if (process.platform === 'win32') return all;
  if (env.TMUX) return many;
  if (env.CI) return buildServers.some((name) => name in env) || env.CI_NAME === 'codeship' ? many : none;
  if ('TEAMCITY_VERSION' in env) return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? few : none;
  return ofProgram(env) ?? ofTerm(env);
}

function hasColors(count, env) {
  if (env === undefined && (count === undefined || (typeof count === 'object' && count !== null))) {
    env = count;
    count = 16;
  } else {
    validateInteger(count, 'count', 2);
  }
  if (env === null) throw new ERR_INVALID_ARG_TYPE('env', 'Object', env);
  return count <= 2 ** this.getColorDepth(env);
}

module.exports = { getColorDepth, hasColors };
