// The names that import finds in CommonJS modules.
globalThis.bb = { c: 1 };
const count = 30;
for (let i = 1; i <= count; i++) {
  try {
    const m = await import(`./fixtures/cjs_names/l${i}.cjs`);
    console.log(i, Object.keys(m).join());
  } catch (e) {
    console.log(i, e.name);
  }
}
