// options: --test-reporter=spec
'use strict';
require('./names');
