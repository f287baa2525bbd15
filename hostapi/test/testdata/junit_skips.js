// options: --test-reporter=junit
'use strict';
require('./skips');
