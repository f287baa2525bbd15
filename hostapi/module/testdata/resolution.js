// Where requests lead; the cases stand in fixtures/resolution.js.
require('./fixtures/resolution.js');
