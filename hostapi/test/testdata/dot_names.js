// options: --test-reporter=dot
'use strict';
require('./names');
