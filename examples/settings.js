// A server reads its settings when it starts. Nobody waits for them: a request
// that comes early finds none and fails.
const fs = require('fs');

let settings;
fs.readFile(__filename, 'utf8', (error, text) => {
  if (error) throw error;
  settings = { greeting: text.length > 0 ? 'hello' : 'nobody' };
  console.log('settings loaded');
});

function request(name) {
  console.log(`${settings.greeting}, ${name}`);
}

setTimeout(request, 1 + Math.random() * 8, 'ada');
setTimeout(request, 30, 'grace');
