// chai, sinon, tape.
const chai = require('chai');
const sinon = require('sinon');
const tape = require('tape');
const { expect, assert } = chai;
chai.config.truncateThreshold = 60;
chai.should();

const problems = [() => expect(1).to.equal(2), () => expect({ a: [1] }).to.deep.equal({ a: [2] }), () => expect([1, 2]).to.include(3), () => expect('abc').to.match(/x/), () => expect(() => {}).to.throw(), () => expect(() => { throw new TypeError('t'); }).to.throw(RangeError, /x/), () => expect({ a: { b: 1 } }).to.have.nested.property('a.c'), () => expect([1, 2, 3]).to.have.members([1, 2]), () => expect(5).to.be.within(6, 7), () => expect(null).to.exist, () => expect({}).to.not.be.empty, () => expect(new Map([['a', 1]])).to.have.all.keys('a', 'b'), () => expect(1.5).to.be.closeTo(1, 0.1), () => expect('x').to.be.a('number'), () => expect([]).to.have.lengthOf(1), () => (5).should.be.above(6), () => 'x'.should.equal('y', 'with a message'), () => assert.strictEqual(1, '1'), () => assert.deepInclude({ a: { b: 1 } }, { a: { b: 2 } }), () => assert.changes(() => {}, { p: 1 }, 'p'), () => assert.isFrozen({}), () => assert.sameDeepOrderedMembers([{ a: 1 }], [{ a: 2 }]), () => expect(sinon.spy()).to.respondTo('x'), () => expect(Promise.resolve()).to.be.instanceOf(Array), () => expect({ a: 1 }).to.be.nope, () => expect([1]).to.satisfy((a) => a.length > 1), () => assert.fail(1, 2, 'failed', '==')];
for (const p of problems) { try { p(); console.log('passed'); } catch (e) { console.log(e.name, e.message, e.showDiff, e.actual, e.expected); } }
chai.use((c, utils) => { c.Assertion.addMethod('even', function() { this.assert(utils.flag(this, 'object') % 2 === 0, 'expected #{this} to be even', 'expected #{this} to be odd'); }); c.Assertion.addProperty('big', function() { this.assert(this._obj > 100, 'expected #{this} to be big', 'x'); }); });
for (const p of [() => expect(3).to.be.even(), () => expect(4).to.be.even().and.big, () => expect(4).to.not.be.even()]) { try { p(); } catch (e) { console.log(e.message); } }

const object = { add: (a, b) => a + b, get v() { return 1; }, async later() { return 'real'; }, extra() {} };
const spy = sinon.spy(object, 'add');
object.add(1, 2); object.add('x', { y: [1] });
console.log(spy.callCount, spy.firstCall.args, spy.returned(3), spy.calledWithMatch('x', { y: sinon.match.array }), spy.getCall(1).toString().split(' at ')[0], spy.printf('%n called %c: %C').split(' at ')[0]);
const stub = sinon.stub().onFirstCall().returns(1).onSecondCall().throws(new RangeError('second')).withArgs('k').resolves('v');
const other = sinon.stub(object, 'later').callsFake(async () => 'fake');
try { sinon.assert.calledOnceWithExactly(spy, 1, 3); } catch (e) { console.log(e.name, e.message.replace(/ at .*/g, '')); }
const mock = sinon.mock(object);
mock.expects('extra').once().withArgs(5);
try { mock.verify(); } catch (e) { console.log(e.name, e.message.replace(/ at .*/g, '')); }
const clock = sinon.useFakeTimers({ now: new Date('2020-01-01'), toFake: ['setTimeout', 'setInterval', 'Date', 'setImmediate'] });
const ticks = [];
setTimeout(() => ticks.push(['timeout', Date.now()]), 1000); setInterval(() => ticks.push(['interval', new Date().toISOString()]), 400); setImmediate(() => ticks.push('immediate'));
clock.tick(1300);
console.log(ticks, clock.countTimers(), clock.now);
clock.restore();
console.log(sinon.match({ a: sinon.match.number }).test({ a: 1, b: 2 }), sinon.createSandbox().stub({ x: 1 }, 'x').value(2) !== undefined);

(async () => {
  console.log(await stub('k'), await object.later().catch(String), other.called);
  sinon.restore();
  console.log(await object.later(), object.add === spy);
  const test = tape.createHarness();
  test.createStream().on('data', (chunk) => process.stdout.write(chunk.replace(/^\s+(at:|stack:|at ).*\n/gm, '').replace(/^ {6,}(at |Error:|\w*Error).*\n/gm, '')));
  test('equality', (t) => { t.plan(6); t.equal(1, 1, 'same'); t.deepEqual({ a: [1] }, { a: [2] }, 'differs'); t.ok(null); t.throws(() => { throw new Error('x'); }, /x/); t.match('abc', /b/); t.notOk(false); });
  test('async', async (t) => { t.comment('waits'); await null; t.pass('waited'); t.test('inner', (s) => { s.isEqual('a', 'a'); s.end(); }); t.teardown(() => console.log('# torn down')); });
  test('skipped', { skip: true }, (t) => t.fail());
  test('todo', { todo: true }, (t) => { t.fail('expected'); t.end(); });
  test('plan', (t) => { t.plan(1); t.pass('one'); });
  test.onFinish?.(() => console.log('finished'));
})();
