// options: --test-reporter=dot
// clock: virtual
'use strict';
require('./concurrency');
