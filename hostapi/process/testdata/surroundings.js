// What process tells, and process.env's behaviour.
process.env.FOO = 1;
process.env.UNDEF = undefined;
console.log(process.env.FOO, typeof process.env.FOO, process.env.UNDEF, process.env.NOT_THERE, 'FOO' in process.env, 'NOPE' in process.env);
delete process.env.FOO;
console.log(process.env.FOO, Object.keys(process.env).includes('UNDEF'), Object.hasOwn(process.env, 'UNDEF'));
try { process.env.S = Symbol('x'); } catch (error) { console.log(error.name, error.message); }
console.log(typeof process.pid, process.argv.length, process.title.length > 0, process.exitCode, typeof process.version);
console.log(process.cwd() === require('path').resolve('.'), typeof process.uptime(), process.hrtime().length, typeof process.hrtime.bigint());
const [s, ns] = process.hrtime([0, 0]);
console.log(Number.isInteger(s), ns >= 0 && ns < 1e9);
for (const bad of [1, 'x', [1], {}]) { try { process.hrtime(bad); } catch (error) { console.log(error.code, error.message); } }
for (const bad of [1, null, {}]) { try { process.chdir(bad); } catch (error) { console.log(error.code, error.message); } }
try { process.chdir('no/such/folder'); } catch (error) { console.log(error.code, error.syscall); }
require('fs').mkdirSync('sub');
process.chdir('sub');
console.log(require('path').basename(process.cwd()), require('fs').existsSync('../sub'));
console.log(Object.prototype.toString.call(process), process instanceof require('events'), process === require('process'));
console.log(Object.keys(process.memoryUsage()), typeof process.memoryUsage.rss(), Object.keys(process.cpuUsage()));
console.log(Object.keys(process.resourceUsage()).length, process.release.name, process.umask().toString(8).length > 0);
console.log(process.emitWarning.length, typeof process.stdout.write, process.stdout.fd, process.stderr.fd, process.stdin.fd);
