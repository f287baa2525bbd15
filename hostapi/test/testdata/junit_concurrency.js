// options: --test-reporter=junit
// clock: virtual
'use strict';
require('./concurrency');
