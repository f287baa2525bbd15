// Messages and places of syntax errors.
import { readdirSync } from 'fs';
const folder = `${import.meta.dirname}/fixtures/syntax`;
for (const name of readdirSync(folder).sort()) {
  await import(`./fixtures/syntax/${name}`).then(() => console.log(name, 'loads'), (e) => {
    console.log(name, e.name, e.message.replaceAll(folder, ''), name.endsWith('.js') ? e.stack.replaceAll(folder, '').split('\n').slice(0, 2).join(' | ') : '');
  });
}
