// What it costs to start: one line of output.
console.log('started');
