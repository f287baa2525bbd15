// Computes only: no turn but the first.
const rounds = +process.argv[2] || 12;
function sieve(n) {
  const composite = new Array(n + 1).fill(false);
  let primes = 0;
  for (let i = 2; i <= n; i++) {
    if (composite[i]) continue;
    primes++;
    for (let k = i * 2; k <= n; k += i) composite[k] = true;
  }
  return primes;
}
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
let sum = 0;
for (let i = 0; i < rounds; i++) sum += sieve(100000) + fib(20);
console.log(sum);
