// A shopping cart in a file. Two requests add an item each: read the cart, add,
// write it back. When they overlap, one item is lost.
const fs = require('fs');
const os = require('os');
const path = require('path');

const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'cart-')), 'cart.json');
fs.writeFileSync(file, '[]');

async function add(item) {
  const cart = JSON.parse(await fs.promises.readFile(file, 'utf8'));
  cart.push(item);
  await fs.promises.writeFile(file, JSON.stringify(cart));
  console.log(`added ${item}`);
}

async function main() {
  const first = add('apples');
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 20)); // the second customer arrives
  await Promise.all([first, add('pears')]);
  const cart = JSON.parse(await fs.promises.readFile(file, 'utf8'));
  console.log(`cart: ${cart.join(', ')}`);
  fs.rmSync(path.dirname(file), { recursive: true });
  if (cart.length !== 2) throw new Error(`an item is missing: ${2 - cart.length} of 2 lost`);
}

main();
