// Outside of a snapshot that is being built nothing can be asked for.
const { startupSnapshot } = require('v8');

console.log(startupSnapshot);
console.log(startupSnapshot.isBuildingSnapshot());
for (const name of ['addSerializeCallback', 'addDeserializeCallback', 'setDeserializeMainFunction']) {
  for (const callback of [() => {}, 1, undefined]) {
    try {
      startupSnapshot[name](callback, {});
    } catch (error) {
      console.log(name, error instanceof Error, error.name, error.code, error.message);
    }
  }
}
