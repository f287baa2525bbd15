// StringDecoder: characters cut at every place, in every encoding, with the decoder's state.
const { StringDecoder } = require('string_decoder');
const log = console.log;
const state = (d) => `${d.lastNeed}/${d.lastTotal}/${d.lastChar.toString('hex')}`;

const samples = [
  'e282ac', 'f09f9880', 'e2', 'e282', 'c3', 'f0', 'f09f', 'f09f98', '80', 'e28241', 'f0e282ac',
  'eda080', '3dd84d', 'ff41', 'c080', 'f4908080', '61e282ac62', '3dd84ddc', '00d8', '41003dd8',
  'e2e2e2', 'f09f41', 'f09fc3a9', 'f8888080', 'e0a0', 'e09f80', 'ed9fbf', '80808080', 'c3a9c3',
];

for (const encoding of ['utf8', 'utf16le', 'base64', 'base64url', 'latin1', 'hex', 'ascii']) {
  log('--', encoding);
  for (const sample of samples) {
    const bytes = Buffer.from(sample, 'hex');
    const single = new StringDecoder(encoding);
    const steps = [];
    for (const byte of bytes) steps.push(JSON.stringify(single.write(Buffer.from([byte]))), state(single));
    steps.push(JSON.stringify(single.end()), state(single));
    const whole = new StringDecoder(encoding);
    steps.push('|', JSON.stringify(whole.write(bytes)), state(whole));
    steps.push(JSON.stringify(whole.end(bytes.subarray(0, 1))), JSON.stringify(whole.end()));
    log(sample, steps.join(' '));
  }
}
