// options: --test-name-pattern=beta
'use strict';
require('./only');
