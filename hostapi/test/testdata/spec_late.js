// options: --test-reporter=spec
// clock: virtual
'use strict';
require('./late');
