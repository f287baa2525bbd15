'use strict';

// The module 'os'.

const { codes } = require('internal/errors');
const { validateInt32 } = require('internal/validators');
const constants = require('internal/os/constants');
const natives = internalBinding('os');

// The parts of natives.info.
const kMachine = 0;
const kLoad = 1;
const kCPUs = 2;
const kInterfaces = 3;

const kMinPriority = -20;
const kMaxPriority = 19;

const isWindows = process.platform === 'win32';

function systemError(errno, syscall) {
  const { uvErrmapGet } = require('internal/errors/system');
  const [code, message] = uvErrmapGet(errno) ?? ['UNKNOWN', 'unknown error'];
  return new codes.ERR_SYSTEM_ERROR({ errno, code, message, syscall });
}

function ask(part, syscall) {
  const reply = natives.info(part);
  if (typeof reply === 'number') throw systemError(reply, syscall);
  return reply;
}

let machineInfo;
require('internal/process/restart').forgets(() => { machineInfo = undefined; });

// What never changes in a process is asked once.
function machineOf(syscall) {
  machineInfo ??= ask(kMachine, syscall);
  return machineInfo;
}

function availableParallelism() { return machineOf('uv_available_parallelism').availableParallelism; }
function freemem() { return ask(kLoad, 'uv_get_free_memory').freemem; }
function hostname() { return machineOf('uv_os_gethostname').hostname; }
function totalmem() { return machineOf('uv_get_total_memory').totalmem; }
function machine() { return machineOf('uv_os_uname').machine; }
function release() { return machineOf('uv_os_uname').release; }
function type() { return machineOf('uv_os_uname').type; }
function version() { return machineOf('uv_os_uname').version; }
function uptime() { return ask(kLoad, 'uv_uptime').uptime; }
function arch() { return process.arch; }
function platform() { return process.platform; }
function endianness() { return machineOf('uv_os_uname').endianness; }
function loadavg() { return ask(kLoad, 'uv_loadavg').loadavg; }
function cpus() { return ask(kCPUs, 'uv_cpu_info'); }

function userOf() {
  const { userInfo: user } = machineOf('uv_os_get_passwd');
  if (user === undefined) throw systemError(-2, 'uv_os_get_passwd');
  return user;
}

function homedir() {
  const variable = isWindows ? 'USERPROFILE' : 'HOME';
  return process.env[variable] || userOf().homedir;
}

function tmpdir() {
  const { env } = process;
  if (!isWindows) {
    const path = env.TMPDIR || env.TMP || env.TEMP || '/tmp';
    return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  }
  const path = env.TEMP || env.TMP || `${env.SystemRoot || env.windir}\\temp`;
  return path.length > 1 && path.endsWith('\\') && !path.endsWith(':\\') ? path.slice(0, -1) : path;
}

function userInfo(options) {
  const encoding = options !== null && typeof options === 'object' ? options.encoding : undefined;
  const { uid, gid, username, homedir: home, shell } = userOf();
  const show = (text) => {
    if (encoding === undefined || encoding === 'utf8') return text;
    const bytes = Buffer.from(text);
    return encoding === 'buffer' ? bytes : bytes.toString(encoding);
  };
  return {
    __proto__: null, uid, gid, username: show(username), homedir: show(home), shell: isWindows ? null : show(shell),
  };
}

function networkInterfaces() {
  const result = {};
  for (const { name, address, netmask, family, mac, internal, prefix, scopeid } of
    ask(kInterfaces, 'uv_interface_addresses')) {
    const entry = { address, netmask, family, mac, internal, cidr: prefix > 128 ? null : `${address}/${prefix}` };
    if (family === 'IPv6') entry.scopeid = scopeid;
    (result[name] ??= []).push(entry);
  }
  return result;
}

// Without a second argument the first is the priority of this process.
function setPriority(pid, priority) {
  const target = priority === undefined ? 0 : pid;
  const wanted = priority === undefined ? pid : priority;
  validateInt32(target, 'pid');
  validateInt32(wanted, 'priority', kMinPriority, kMaxPriority);
  const errno = natives.setPriority(target, wanted);
  if (errno !== 0) throw systemError(errno, 'uv_os_setpriority');
}

function getPriority(pid) {
  if (pid !== undefined) validateInt32(pid, 'pid');
  const reply = natives.getPriority(pid ?? 0);
  if (typeof reply === 'number') throw systemError(reply, 'uv_os_getpriority');
  return reply.priority;
}

// Functions without arguments count as their value in a text: `${os.hostname}`.
for (const f of [availableParallelism, arch, endianness, freemem, homedir, hostname, platform, release, tmpdir,
  totalmem, type, uptime, version, machine]) {
  f[Symbol.toPrimitive] = () => f();
}

module.exports = {
  arch,
  availableParallelism,
  cpus,
  endianness,
  freemem,
  getPriority,
  homedir,
  hostname,
  loadavg,
  networkInterfaces,
  platform,
  release,
  setPriority,
  tmpdir,
  totalmem,
  type,
  userInfo,
  uptime,
  version,
  machine,
};

Object.defineProperties(module.exports, {
  constants: { configurable: false, enumerable: true, value: constants },
  EOL: { configurable: true, enumerable: true, writable: false, value: isWindows ? '\r\n' : '\n' },
  devNull: { configurable: true, enumerable: true, writable: false, value: isWindows ? '\\\\.\\nul' : '/dev/null' },
});
