// rxjs: operators over virtual and real time, subjects, errors, schedulers.
const rx = require('rxjs');
const { TestScheduler } = require('rxjs/testing');
const {
  map, filter, scan, mergeMap, concatMap, switchMap, exhaustMap, bufferCount, windowCount, mergeAll, toArray, take, takeUntil, skip, debounceTime, throttleTime, delay, retry, catchError,
  distinctUntilChanged, groupBy, reduce, share, shareReplay, startWith, pairwise, withLatestFrom, combineLatestWith, zipWith, finalize, tap, materialize, dematerialize, expand, timeout, audit, sample, observeOn, subscribeOn,
} = rx;

const show = (name) => ({ next: (v) => console.log(name, v), error: (e) => console.log(name, 'error', e.name, e.message), complete: () => console.log(name, 'complete') });

rx.of(1, 2, 3, 4).pipe(filter((n) => n % 2 === 0), map((n) => n * 10), scan((a, n) => a + n, 0)).subscribe(show('sync'));
rx.from(new Map([['a', 1], ['b', 2]])).pipe(toArray()).subscribe(show('map'));
rx.range(1, 7).pipe(bufferCount(3, 2)).subscribe(show('buffer'));
rx.range(1, 5).pipe(windowCount(2), mergeMap((w) => w.pipe(toArray()))).subscribe(show('window'));
rx.of('a', 'bb', 'cc', 'd').pipe(groupBy((s) => s.length), mergeMap((g) => g.pipe(reduce((a, s) => a.concat(s), []), map((list) => [g.key, list])))).subscribe(show('group'));
rx.of(1, 1, 2, 2, 1).pipe(distinctUntilChanged(), pairwise(), startWith('start')).subscribe(show('distinct'));
rx.of(1).pipe(expand((n) => (n < 20 ? rx.of(n * 3) : rx.EMPTY)), toArray()).subscribe(show('expand'));
rx.throwError(() => new TypeError('bad')).pipe(catchError((e) => rx.of(`caught ${e.message}`)), finalize(() => console.log('finalized'))).subscribe(show('error'));
let attempts = 0;
rx.defer(() => (++attempts < 3 ? rx.throwError(() => new Error(`attempt ${attempts}`)) : rx.of(attempts))).pipe(retry(3)).subscribe(show('retry'));
rx.of(1, 2).pipe(materialize()).subscribe((n) => console.log(n.kind, n.value));
rx.of({ kind: 'N', value: 5 }, { kind: 'C' }).pipe(dematerialize()).subscribe(show('dematerialized'));
rx.zip(rx.of(1, 2, 3), rx.of('a', 'b')).subscribe(show('zip'));
rx.combineLatest({ x: rx.of(1, 2), y: rx.of('a', 'b') }).subscribe(show('combine'));
rx.forkJoin([rx.of(1, 2), rx.of(3)]).subscribe(show('fork'));
rx.iif(() => false, rx.of('yes'), rx.of('no')).subscribe(show('iif'));
rx.partition(rx.range(1, 4), (n) => n > 2).forEach((o, i) => o.subscribe(show(`part ${i}`)));
rx.firstValueFrom(rx.EMPTY).catch((e) => console.log(e.name, e.message));
rx.lastValueFrom(rx.of(1, 2)).then((v) => console.log('last', v));
rx.bindNodeCallback((x, cb) => process.nextTick(cb, null, x, 2))(1).subscribe(show('node callback'));

// Subjects.
const subject = new rx.Subject();
const behavior = new rx.BehaviorSubject('first');
const replay = new rx.ReplaySubject(2);
const last = new rx.AsyncSubject();
for (const s of [behavior, replay, last]) subject.subscribe(s);
subject.next(1); subject.next(2); subject.next(3);
behavior.subscribe(show('behavior'));
replay.subscribe(show('replay'));
last.subscribe(show('async'));
subject.complete();
const errored = new rx.Subject();
errored.error(new Error('subject failed'));
errored.subscribe(show('late'));
const shared = rx.defer(() => { console.log('subscribed to source'); return rx.of(1, 2); }).pipe(shareReplay(1));
shared.subscribe(show('shared a'));
shared.subscribe(show('shared b'));

// Virtual time: marble diagrams.
const frames = (messages) => messages.map(({ frame, notification: n }) => `${frame}:${n.kind}${n.kind === 'N' ? n.value : ''}`).join(' ');
const scheduler = new TestScheduler((actual, expected) => console.log(frames(actual), '|', frames(expected)));
scheduler.run(({ cold, hot, expectObservable, flush }) => {
  expectObservable(cold('-a--b--c|').pipe(debounceTime(2))).toBe('---a--b--(c|)');
  expectObservable(cold('-abc-d|').pipe(throttleTime(3))).toBe('-a---d|');
  expectObservable(cold('-a-b|').pipe(switchMap((x) => cold('x-y-z|').pipe(map((y) => x + y))))).toBe('-m-n-o-p|', { m: 'ax', n: 'bx', o: 'by', p: 'bz' });
  expectObservable(cold('-a-b|').pipe(concatMap((x) => cold('x-y|').pipe(map((y) => x + y))))).toBe('-m-no-p|', { m: 'ax', n: 'ay', o: 'bx', p: 'by' });
  expectObservable(cold('-a-b---c|').pipe(exhaustMap(() => cold('x-y|')))).toBe('-x-y---x-y|');
  const source = hot('-a-^b---c-d|');
  expectObservable(source.pipe(takeUntil(cold('------x')))).toBe('-b---c|');
  expectObservable(cold('a-b-c|').pipe(delay(2), withLatestFrom(cold('x-----y')), map(([p, q]) => p + q))).toBe('--m-n-(o|)', { m: 'ax', n: 'bx', o: 'cy' });
  expectObservable(cold('-----a|').pipe(timeout({ each: 3, with: () => cold('t|') }))).toBe('---t|');
  flush();
});

// Schedulers against the loop.
const order = [];
rx.of('asap').pipe(observeOn(rx.asapScheduler)).subscribe((v) => order.push(v));
rx.of('async').pipe(subscribeOn(rx.asyncScheduler)).subscribe((v) => order.push(v));
rx.of('queue').pipe(observeOn(rx.queueScheduler)).subscribe((v) => order.push(v));
Promise.resolve().then(() => order.push('microtask'));
rx.interval(3).pipe(take(3), map((n) => n * n), zipWith(rx.of('x', 'y', 'z')), toArray()).subscribe({ next: (v) => console.log(v), complete: () => {
  console.log(order);
  rx.merge(rx.timer(8).pipe(map(() => 'slow')), rx.timer(1).pipe(map(() => 'fast'))).subscribe(show('merge'));
  rx.race(rx.timer(20).pipe(map(() => 'loses')), rx.timer(2).pipe(map(() => 'wins'))).subscribe(show('race'));
} });

// An error without a handler is reported on the loop.
process.on('uncaughtException', (e) => console.log('uncaught', e.message));
rx.throwError(() => new Error('nobody listens')).subscribe();
(async () => {
  const it = rx.interval(1).pipe(take(2));
  for (const v of await rx.lastValueFrom(it.pipe(toArray()))) console.log('value', v);
})();
