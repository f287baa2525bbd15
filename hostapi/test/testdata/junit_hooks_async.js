// options: --test-reporter=junit
// clock: virtual
'use strict';
require('./hooks_async');
