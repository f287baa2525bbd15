// Source text that nests without end: what a parser makes of it is a RangeError
// where it is too deep, and never the end of the process.
'use strict';
const vm = require('vm');

const kinds = {
  dots: (n) => 'var a = {}; a.b = a; a' + '.b'.repeat(n),
  optional: (n) => 'var a = {}; a.b = a; a' + '?.b'.repeat(n),
  assignments: (n) => 'var x;' + 'x='.repeat(n) + '1',
  conditions: (n) => '1?1:'.repeat(n) + '1',
  not: (n) => '!'.repeat(n) + '1',
  minus: (n) => '- '.repeat(n) + '1',
  words: (n) => 'typeof '.repeat(n) + '1',
  elseIf: (n) => 'if(0){}else '.repeat(n) + '{}',
  elseSemicolon: (n) => 'if(0);else '.repeat(n) + ';',
  templates: (n) => '`${'.repeat(n) + '1' + '}`'.repeat(n),
  arrows: (n) => 'var f=' + 'x=>'.repeat(n) + '1',
  news: (n) => 'new '.repeat(n) + 'Object',
  calls: (n) => 'var f=()=>f;f' + '()'.repeat(n),
  elements: (n) => 'var a=[];a[0]=a;a' + '[0]'.repeat(n),
  labels: (n) => Array.from({ length: n }, (_, i) => 'l' + i + ':').join('') + ';',
  ifs: (n) => 'if(1)'.repeat(n) + ';',
  loops: (n) => 'for(;0;)'.repeat(n) + ';',
  doWhile: (n) => 'do '.repeat(n) + ';' + 'while(0);'.repeat(n),
  tags: (n) => 'var f=()=>f;f' + '``'.repeat(n),
  parentheses: (n) => '('.repeat(n) + '1' + ')'.repeat(n),
  arrays: (n) => '['.repeat(n) + ']'.repeat(n),
  objects: (n) => '({a:'.repeat(n) + '1' + '})'.repeat(n),
  blocks: (n) => '{'.repeat(n) + '}'.repeat(n),
  functions: (n) => '(function(){'.repeat(n) + '})'.repeat(n),
  classes: (n) => 'class A{x='.repeat(n) + '1' + '}'.repeat(n),
  patterns: (n) => 'var ' + '['.repeat(n) + 'a' + ']'.repeat(n) + '=[]',
  spreads: (n) => '[...'.repeat(n) + '[]' + ']'.repeat(n),
  tries: (n) => 'try{'.repeat(n) + '}finally{}'.repeat(n),
  open: (n) => '('.repeat(n),
};

for (const [name, text] of Object.entries(kinds)) {
  try {
    vm.runInThisContext(text(300000));
    console.log(name, 'runs');
  } catch (e) {
    console.log(name, e.name, e.message);
  }
}
for (const make of [(text) => new Function(text), (text) => (0, eval)(text), (text) => eval(text)]) {
  try {
    make('['.repeat(300000));
  } catch (e) {
    console.log(e.name, e.message);
  }
}

// Operators in a row are no depth to V8.
const rows = {
  minus: '-1', plus: '+1', strings: '+"a"', and: '&&1', or: '||1', nullish: '??1', comma: ',1',
};
for (const [name, part] of Object.entries(rows)) {
  const value = vm.runInThisContext('let v_' + name + ' = 1; v_' + name + part.repeat(20000));
  console.log(name, typeof value === 'string' ? value.length : value);
}
console.log(vm.runInThisContext('1' + '&&1'.repeat(60)), vm.runInThisContext('0' + '||0'.repeat(60)), vm.runInThisContext('null' + '??null'.repeat(60)));
const statements = 'if (a) { a = 0 } else { a = [1, 2].length }\nfunction f() { return a }\n'.repeat(5000);
console.log(vm.runInThisContext('var a = 1;' + statements + 'f()'));
