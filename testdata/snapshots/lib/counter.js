let n = 0;
exports.next = () => ++n;
exports.peek = function peek() { return n };
exports.fails = () => { try { null.x } catch (e) { return e.message + e.stack.split('\n')[1] } };
