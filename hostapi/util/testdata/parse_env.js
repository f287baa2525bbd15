// util.parseEnv: the grammar of .env files.
const { parseEnv } = require('util');
const texts = [
  '', '\n\n', 'A=1', 'A=1\nB=2\n', 'A=1\r\nB=2\r\n', ' A = 1 ', 'A=', '=1', 'A', 'A\nB=1', 'A=b=c', 'A=1\nA=2', '# c\nA=1', 'A=1 # c', 'A=1#c',
  'export A=1', 'export  A=1', 'exportA=1', 'A="x"', "A='x'", 'A=`x`', 'A="x" y', 'A="x # y"', "A='x # y' # z", 'A="x\ny"', "A='x\ny'\nB=1", 'A=`x\ny`',
  'A="x\\ny"', "A='x\\ny'", 'A=`x\\ny`', 'A=x\\ny', 'A="x\\ty"', 'A="open', 'A="open\nB=1', "A='open\nB='1'", 'A="a\'b`c"', "A='a\"b'", 'A=a"b"', 'A= "x"',
  'A="x"\nB="y"', 'A=$B', 'A=${B}', 'A=\u00e9', 'a b=c', 'A=1\n\n\n  B=2', 'Z=1\nA=2\nM=3', 'A="" # c', 'A=#c', 'A="x"# c\nB=1', 'A=""x\nB=1', '1=2', 'constructor=y', 'A=\\', 'A=1;B=2', 'A: 1', '\tA=1', '\uFEFFA=1',
];
for (const text of texts) {
  const parsed = parseEnv(text);
  console.log(JSON.stringify(text), JSON.stringify(Object.entries(parsed)));
}
for (const bad of [undefined, null, 1, {}, Buffer.from('A=1')]) {
  try { parseEnv(bad); } catch (e) { console.log(e.name, e.code, e.message); }
}
