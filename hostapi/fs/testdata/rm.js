'use strict';
// rm and rmdir: files, trees, links, options.
const fs = require('fs');
function make() {
  fs.mkdirSync('w/a/b/c', { recursive: true });
  fs.writeFileSync('w/a/f', 'f');
  fs.writeFileSync('w/a/b/g', 'g');
  fs.mkdirSync('outside', { recursive: true });
  fs.writeFileSync('outside/keep', 'k');
  fs.symlinkSync('../outside', 'w/link');
  fs.symlinkSync('nowhere', 'w/dangling');
}
function there() {
  return ['w', 'w/a', 'w/a/f', 'w/link', 'outside/keep'].map((name) => fs.existsSync(name)).join();
}
make();
console.log(fs.rmSync('w/a/f'), there());
console.log(fs.rmSync('w/link'), fs.rmSync('w/dangling'), there());
console.log(fs.rmSync('w/a', { recursive: true }), there());
console.log(fs.rmSync('w', { recursive: true, force: true, maxRetries: 2, retryDelay: 1 }), there());
console.log(fs.rmSync('w', { recursive: true, force: true }));
make();
console.log(fs.rmSync('w/link', { recursive: true }), there());
console.log(fs.rmSync('w/', { recursive: true }), there());
fs.mkdirSync('e');
console.log(fs.rmdirSync('e'), fs.existsSync('e'));
make();
console.log(fs.rmdirSync('w', { recursive: true }), there());
make();
fs.rm('w/a/f', (...results) => {
  console.log(results, there());
  fs.rm('w', { recursive: true }, (...results) => {
    console.log(results, there());
    fs.rm('w', { force: true }, (...results) => {
      console.log(results);
      fs.mkdirSync('e');
      fs.rmdir('e', (...results) => {
        console.log(results);
        promises();
      });
    });
  });
});
async function promises() {
  make();
  console.log(await fs.promises.rm('w/a', { recursive: true }), there());
  console.log(await fs.promises.rm('nope', { force: true }));
  console.log(await fs.promises.unlink('w/link'), await fs.promises.rmdir('outside').catch((e) => e.code));
  console.log(await fs.promises.rm('w', { recursive: true }), there());
  fs.unlink('outside/keep', (...results) => console.log(results, fs.readdirSync('outside')));
}
