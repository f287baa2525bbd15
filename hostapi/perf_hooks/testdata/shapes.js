// Names, shapes and refusals of perf_hooks.
const ph=require('perf_hooks');const L=console.log;const {performance}=ph;
L(Object.keys(ph),ph.performance===globalThis.performance);
for(const k of Object.keys(ph)){const v=ph[k];if(typeof v==='function'&&v.prototype&&k!=='PerformanceResourceTiming')L(k,v.length,Object.getOwnPropertyNames(v),Object.getOwnPropertyNames(v.prototype).map(n=>n+(Object.getOwnPropertyDescriptor(v.prototype,n).enumerable?'':'-')).join(),v.prototype[Symbol.toStringTag])}
L(ph.constants);
L(Object.keys(performance),Object.getOwnPropertyNames(Object.getPrototypeOf(performance)),performance instanceof EventTarget);
const m=performance.mark('a',{startTime:5,detail:{x:1}});L(m);
performance.mark('b',{startTime:9});
L(performance.measure('m','a','b'),performance.measure('m2',{start:1,duration:4,detail:7}),performance.measure('m3',{end:10,duration:4}),performance.measure('m4',{start:'a',end:12}),performance.measure('m5','a').startTime);
L(performance.getEntries().map(e=>e.name+e.entryType+e.startTime),performance.getEntriesByName('a'),performance.getEntriesByType('measure').length,performance.getEntriesByName('a','measure'));
L(JSON.stringify(m),m.toJSON());
const T=(f)=>{try{L('ok',f())}catch(e){L(e.name,e.code,e.message)}};
for(const f of [()=>performance.mark(),()=>performance.mark('nodeStart'),()=>performance.mark('x',{startTime:-1}),()=>performance.mark('x',1),()=>performance.mark(Symbol()),()=>performance.measure('q','nope'),()=>performance.measure(1),()=>performance.measure('q',{}).startTime,()=>performance.measure('q',{start:1,end:2,duration:3}),()=>performance.measure('q',{duration:3}).startTime,()=>performance.measure('q',{start:1},2),()=>performance.measure('q',-1).startTime,()=>new ph.PerformanceEntry(),()=>new ph.PerformanceMark(),()=>new ph.PerformanceMark('z',{startTime:3}),()=>new ph.PerformanceMeasure(),()=>new ph.PerformanceObserver(),()=>new ph.PerformanceObserver(1),()=>new ph.PerformanceObserverEntryList(),()=>performance.clearMarks('a'),()=>performance.clearMeasures(),()=>performance.getEntries().length,()=>performance.timerify(1),()=>performance.timerify(function f(a,b){}).name,()=>performance.now.call(1),()=>ph.PerformanceObserver.supportedEntryTypes,()=>performance.getEntriesByName(),()=>performance.getEntriesByType(),()=>performance.eventLoopUtilization.length,()=>new performance.constructor(),()=>new ph.PerformanceResourceTiming(),()=>performance.setResourceTimingBufferSize(1),()=>performance.clearResourceTimings(),()=>performance.markResourceTiming,()=>ph.createHistogram({lowest:0}),()=>ph.createHistogram({lowest:1,highest:1}),()=>ph.createHistogram({figures:6}),()=>ph.createHistogram(1),()=>ph.monitorEventLoopDelay({resolution:0}),()=>ph.monitorEventLoopDelay(1)])T(f);
const o=new ph.PerformanceObserver((list,obs,extra)=>{L('obs',list.getEntries().map(e=>e.name),obs===o,extra)});
T(()=>o.observe());T(()=>o.observe({}));T(()=>o.observe({entryTypes:1}));T(()=>o.observe({entryTypes:['zzz']}));T(()=>o.observe({type:'mark',entryTypes:['mark']}));T(()=>o.observe({entryTypes:['mark']}));T(()=>o.observe({type:'mark'}));
L(o);performance.mark('later');L(o.takeRecords().length);performance.mark('later2');
const h=ph.createHistogram();L(h);
for(const v of [1,2,3,4,5,1000,2000n])h.record(v);L(h.min,h.max,h.mean,h.stddev,h.exceeds,h.count,h.percentile(50),h.percentiles,h.minBigInt,h.maxBigInt,h.exceedsBigInt,h.countBigInt,h.percentileBigInt(99));
T(()=>h.record(0));T(()=>h.record(-1));T(()=>h.record('a'));T(()=>h.percentile(0));T(()=>h.percentile(101));T(()=>h.percentile('a'));T(()=>h.recordDelta());T(()=>h.add(1));T(()=>h.record(1.5));
const h2=ph.createHistogram();h2.record(7);h2.add(h);L(h2.count,h2.min,JSON.stringify(h2));h2.reset();L(h2,h2.toJSON());

const mon=ph.monitorEventLoopDelay({resolution:10});L(mon,mon.enable(),mon.enable(),mon.disable(),mon.disable());
L(Object.keys(performance.nodeTiming).filter(k=>k!=='uvMetricsInfo'),performance.nodeTiming.loopStart,performance.nodeTiming.loopExit,performance.nodeTiming.name,performance.nodeTiming.entryType,performance.nodeTiming.startTime,performance.eventLoopUtilization());L(Object.keys(performance.toJSON()),Object.keys(performance.nodeTiming.toJSON()));
