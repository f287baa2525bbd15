'use strict';
module.exports = { ...require('internal/util/inspect'), ...require('internal/util'), types: require('internal/util/types').predicates };
