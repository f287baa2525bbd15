// Loads a package and prints what it exports.
try {
  const exported = require(process.argv[2]);
  console.log(typeof exported, Object.keys(exported));
} catch (error) {
  console.log(error.name, error.code);
}
