// Channels and what they refuse.
const dc=require('diagnostics_channel');const L=console.log;
L(dc, Object.getOwnPropertyNames(dc.Channel.prototype));
const c=dc.channel('x');L(c,c.hasSubscribers,c instanceof dc.Channel, dc.channel('x')===c);
const f=(m,n)=>L('msg',m,n);
L(c.subscribe(f));L(c,c instanceof dc.Channel,Object.getPrototypeOf(c).constructor.name,Object.getOwnPropertyNames(Object.getPrototypeOf(c)));
c.publish(1);L(c.unsubscribe(()=>{}),c.unsubscribe(f),c.unsubscribe(f));L(c);
const {AsyncLocalStorage}=require('async_hooks');const s=new AsyncLocalStorage();
L(c.bindStore(s,(d)=>({d})),c);L(c.runStores('data',function(...a){L(this,a,s.getStore());return 7},'this',1,2));L(c.unbindStore(s),c.unbindStore(s));
for(const t of [()=>dc.channel(1),()=>dc.channel({}),()=>c.subscribe(1),()=>dc.subscribe('x',1),()=>dc.tracingChannel(1),()=>dc.channel(Symbol('s')),()=>new dc.Channel('q'),()=>dc.tracingChannel('t').traceCallback(()=>{},0,{},null,1),()=>c.bindStore(null),()=>dc.hasSubscribers(3)]) try{L(t())}catch(e){L(e.name,e.code,e.message)}
const t=dc.tracingChannel('t');L(t,Object.getOwnPropertyNames(Object.getPrototypeOf(t)));
L(dc.tracingChannel('t').start===t.start, dc.tracingChannel('t')===t);
L(Object.getOwnPropertyDescriptor(Object.getPrototypeOf(t),'hasSubscribers'));
