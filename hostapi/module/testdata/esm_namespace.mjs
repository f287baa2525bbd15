import * as self from './esm_namespace.mjs';
try { self.x } catch (e) { console.log(e.name, e.message) }
console.log(self);
export let x = 1; export default class {}; export const f = () => {};
console.log(self, typeof self, Object.prototype.toString.call(self), f.name, self.default.name);
try { self.x = 2 } catch (e) { console.log(e.name, e.message) }
try { self.y = 2 } catch (e) { console.log(e.name, e.message) }
try { delete self.x } catch (e) { console.log(e.name, e.message) }
try { Object.defineProperty(self, 'x', {value: 3}) } catch (e) { console.log(e.name, e.message) }
console.log(Object.getOwnPropertyDescriptors(self), Reflect.ownKeys(self), 'x' in self, 'q' in self, Object.isFrozen(self), Object.isSealed(self));
try { x2 = 1 } catch (e) { console.log(e.name, e.message) }
import { x as x2 } from './esm_namespace.mjs';
console.log(this, typeof require, typeof module);
