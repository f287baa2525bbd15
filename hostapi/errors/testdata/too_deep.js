'use strict';
// Text that nests too deeply is a RangeError that a program can catch.
const fs = require('fs');
fs.writeFileSync('a.js', '('.repeat(3e6));
fs.writeFileSync('b.mjs', '['.repeat(3e6));
const say = (f) => { try { f(); console.log('no error'); } catch (e) { console.log(e.name, e.message); } };
say(() => require(process.cwd() + '/a.js'));
say(() => JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)));
say(() => JSON.parse('{"a":'.repeat(1e5)));
import(process.cwd() + '/b.mjs').catch((e) => console.log(e.name, e.message));
