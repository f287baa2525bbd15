// options: --test-reporter=spec --test-reporter=tap --test-reporter=dot --test-reporter-destination=stdout --test-reporter-destination=stderr --test-reporter-destination=stdout
'use strict';
require('./plans');
