'use strict';
// tapable@0.1.8 (webpack/webpack#243; row 5): two waterfalls of one object
// share this._currentPluginApply. When they interleave, a plugin is skipped or
// plugins[NaN] is called.
const fs = require('fs');
const Tapable = require(process.argv[2] || 'tapable');
const { twoRequests } = require('./two_requests');

const compiler = new Tapable();
compiler._plugins.resolve = [1, 2, 3].map((step) => function (value, next) {
  fs.stat(__filename, (error) => next(error, `${value}${step}`));
});
const results = [];
const waterfall = (name) => (done) => compiler.applyPluginsAsyncWaterfall('resolve', name, (error, value) => {
  results.push(value);
  done(error);
});
twoRequests(waterfall('a'), waterfall('b'), (errors) => {
  console.log(`results: ${results.join(' ')}`);
  if (errors.length > 0 || results.slice().sort().join(' ') !== 'a123 b123') {
    console.log('failed: a plugin was skipped');
    process.exit(1);
  }
  console.log('ok: every plugin ran');
}, 32);
