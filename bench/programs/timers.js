// Many timers of a few durations, each set by the one before it, and cleared
// ones among them.
const timers = +process.argv[2] || 3e5;
let set = 0;
let fired = 0;
function fire() {
  fired++;
  for (let i = 0; i < 2 && set < timers; i++) {
    set++;
    const t = setTimeout(fire, 1 + set % 3);
    if (set % 8 === 0) { clearTimeout(t); setTimeout(fire, 1); }
  }
}
fire();
process.on('exit', () => console.log(fired));
