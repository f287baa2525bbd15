// options: --test-name-pattern=/GAMMA/i --test-name-pattern=^eps
'use strict';
require('./only');
