// getColorDepth and hasColors for many environments.
const { WriteStream } = require('tty');
const depth = (env) => WriteStream.prototype.getColorDepth(env);
const cases = [];
for (const FORCE_COLOR of ['', '0', '1', '2', '3', '4', 'true', 'false', 'x']) cases.push({ FORCE_COLOR }, { FORCE_COLOR, NO_COLOR: '1' });
for (const name of ['NO_COLOR', 'NODE_DISABLE_COLORS']) for (const v of ['', '0', '1']) cases.push({ [name]: v, TERM: 'xterm-256color' }, { [name]: v });
for (const TERM of ['', 'dumb', 'xterm', 'xterm-256color', 'xterm-color', 'XTERM', 'screen', 'screen-256color', 'rxvt', 'rxvt-unicode', 'rxvt-unicode-24bit', 'vt100', 'vt220', 'linux', 'ansi', 'cygwin', 'tmux', 'tmux-256color', 'konsole', 'kterm', 'eterm', 'gnome', 'hurd', 'jfbterm', 'mlterm', 'mosh', 'putty', 'st', 'dtterm', 'cons25', 'console', 'color', 'xfce', 'terminator', 'alacritty', 'foo', 'con80x25', 'xterm-kitty', 'fbterm', 'wezterm', 'ghostty', 'xterm-direct', 'iterm2']) {
  cases.push({ TERM }, { TERM, COLORTERM: 'truecolor' }, { TERM, COLORTERM: '24bit' }, { TERM, COLORTERM: 'yes' });
}
cases.push({ TMUX: '1' }, { TMUX: '1', TERM: 'screen' }, { CI: '1' }, { CI: '' }, { CI_NAME: 'codeship', CI: '1' }, { CI_NAME: 'other', CI: '1' });
for (const name of ['APPVEYOR', 'BUILDKITE', 'CIRCLECI', 'DRONE', 'GITHUB_ACTIONS', 'GITEA_ACTIONS', 'GITLAB_CI', 'TRAVIS', 'TF_BUILD', 'AGENT_NAME', 'JENKINS_URL']) cases.push({ CI: '1', [name]: '1' }, { [name]: '1' }, { CI: '1', [name]: '1', TERM: 'xterm' });
cases.push({ TF_BUILD: '1', AGENT_NAME: 'x' });
for (const TEAMCITY_VERSION of ['8.1', '9.0.1 (build)', '9.1.0 (build)', '9.05.', '10.0', '9.']) cases.push({ TEAMCITY_VERSION });
for (const TERM_PROGRAM of ['iTerm.app', 'HyperTerm', 'Hyper', 'MacTerm', 'Apple_Terminal', 'vscode']) for (const TERM_PROGRAM_VERSION of [undefined, '2.9', '3.1', '0.1', '10.0']) cases.push({ TERM_PROGRAM, ...(TERM_PROGRAM_VERSION ? { TERM_PROGRAM_VERSION } : {}) });
for (const env of cases) console.log(JSON.stringify(env), depth(env), WriteStream.prototype.hasColors.call({ getColorDepth: depth }, 256, env));
const has = (...args) => { try { return WriteStream.prototype.hasColors.call({ getColorDepth: depth }, ...args); } catch (e) { return `${e.name} ${e.code} ${e.message}`; } };
console.log(has({ TERM: 'xterm' }), has(16, { TERM: 'xterm' }), has(17, { TERM: 'xterm' }), has(1), has('x', {}), has(2 ** 24, { COLORTERM: 'truecolor' }), has(0, {}));
