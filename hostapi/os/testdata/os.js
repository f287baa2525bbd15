'use strict';
// os: the constants, the shapes of the answers, and the errors.
const os = require('os');
console.log(os.constants);
console.log(JSON.stringify(os.constants));
console.log(JSON.stringify(os.EOL), os.devNull, Object.keys(os).sort().join());
for (const name of ['arch', 'hostname', 'platform', 'release', 'tmpdir', 'homedir', 'type', 'version', 'machine', 'endianness']) {
  console.log(name, typeof os[name](), os[name]().length > 0, `${os[name]}` === os[name]());
}
for (const name of ['totalmem', 'freemem', 'uptime', 'availableParallelism']) console.log(name, typeof os[name](), os[name]() > 0, os[name] > 0);
console.log(os.totalmem() >= os.freemem(), os.totalmem() === os.totalmem(), os.platform() === process.platform, os.arch() === process.arch);
const load = os.loadavg();
console.log(load.length, load.every((value) => typeof value === 'number' && value >= 0));
const cpus = os.cpus();
console.log(cpus.length === os.availableParallelism(), Object.keys(cpus[0]).join(), Object.keys(cpus[0].times).join());
const user = os.userInfo();
console.log(Object.getPrototypeOf(user), Object.keys(user).join(), typeof user.uid, typeof user.username);
console.log(Buffer.isBuffer(os.userInfo({ encoding: 'buffer' }).username), os.userInfo({ encoding: 'buffer' }).username.toString() === user.username,
  os.userInfo({ encoding: 'hex' }).username === Buffer.from(user.username).toString('hex'), os.userInfo(null).uid === user.uid, os.userInfo(5).uid === user.uid);
for (const list of Object.values(os.networkInterfaces())) {
  for (const entry of list) {
    const keys = Object.keys(entry).join();
    if (entry.address === '127.0.0.1') console.log(entry);
    if (entry.family === 'IPv6' ? keys !== 'address,netmask,family,mac,internal,cidr,scopeid' : keys !== 'address,netmask,family,mac,internal,cidr') console.log(keys);
  }
}
process.env.TMPDIR = '/some/where/';
console.log(os.tmpdir());
process.env.TMPDIR = '/';
console.log(os.tmpdir());
delete process.env.TMPDIR;
delete process.env.TMP;
process.env.TEMP = '/temp';
console.log(os.tmpdir());
delete process.env.TEMP;
console.log(os.tmpdir());
process.env.HOME = '/my/home';
console.log(os.homedir());
for (const f of [() => typeof os.getPriority(), () => os.getPriority() === os.getPriority(0), () => os.getPriority(99999999), () => os.getPriority('x'), () => os.getPriority(1.5),
  () => os.getPriority(2 ** 40), () => os.setPriority(99999999, 0), () => os.setPriority(0, 20), () => os.setPriority(0, -21), () => os.setPriority('a', 1), () => os.setPriority(), () => os.setPriority(0, 1.5)]) {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message, error.errno, error.syscall, JSON.stringify(error.info));
  }
}
try { os.EOL = 'x'; } catch (error) { console.log(error.name); }
console.log(JSON.stringify(os.EOL));
