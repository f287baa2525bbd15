'use strict';
// Labels which are not there make warnings.
const warnings = [];
process.on('warning', (warning) => warnings.push(`${warning.name}: ${warning.message}`));
console.timeEnd('nope');
console.timeLog('nope');
console.time('twice');
console.time('twice');
console.countReset('never');
setImmediate(() => console.log(warnings.join('\n')));
