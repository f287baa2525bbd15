'use strict';
// From what was counted to V8's block coverage: for each function the ranges that ran
// more or less often than what is around them.

const open = -1; // the end of a region that ends where the next one begins

function byPlace(a, b) { return a.start - b.start || b.end - a.end; }

// A Pass goes through the blocks of a function in order, and knows which is around
// which.
function pass(blocks, whole, visit) {
  const around = [whole];
  const kept = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    while (around.length > 1 && around.at(-1).end <= block.start) around.pop();
    const parent = around.at(-1);
    const next = i + 1 < blocks.length && blocks[i + 1].start < parent.end ? blocks[i + 1] : undefined;
    if (!visit(block, parent, next, around.length === 1)) continue;
    kept.push(block);
    if (block.end !== open) around.push(block);
  }
  return kept;
}

// withoutDuplicates keeps the highest count of open regions that begin together, and
// none that begins with a closed one.
function withoutDuplicates(blocks) {
  const kept = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    if (block.end === open && last !== undefined && last.start === block.start) {
      if (last.end === open) last.count = Math.max(last.count, block.count);
      continue;
    }
    kept.push(block);
  }
  return kept;
}

// close gives open regions their ends: the next region, or the end of what is around;
// for the function itself without its last bracket.
function close(blocks, whole, isScript) {
  return pass(blocks, whole, (block, parent, next, isTop) => {
    if (block.start >= whole.end) return false;
    if (block.end === open) block.end = next !== undefined ? next.start : isTop && !isScript ? parent.end - 1 : parent.end;
    return true;
  });
}

function mergeNeighbours(blocks, whole) {
  return pass(blocks, whole, (block, parent, next) => {
    if (next === undefined || next.start !== block.end || next.count !== block.count) return true;
    next.start = block.start;
    return false;
  });
}

function mergeEqual(blocks) {
  const kept = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    if (last !== undefined && last.start === block.start && last.end === block.end) last.count = Math.max(last.count, block.count);
    else kept.push(block);
  }
  return kept;
}

// rangesOf returns the ranges of a function, itself first.
function rangesOf({ start, end, count, regions }, isScript) {
  const whole = { start, end, count };
  if (count === 0) return [whole];
  let blocks = [];
  for (let i = 0; i < regions.length; i += 3) blocks.push({ start: regions[i], end: regions[i + 1], count: regions[i + 2] });
  blocks.sort(byPlace);
  blocks = close(withoutDuplicates(blocks), whole, isScript);
  blocks = mergeNeighbours(blocks, whole);
  blocks = mergeEqual(blocks.sort(byPlace));
  blocks = pass(blocks, whole, (block, parent) => block.count !== parent.count);
  blocks = mergeNeighbours(blocks, whole);
  blocks = pass(blocks, whole, (block, parent) => block.count !== 0 || parent.count !== 0);
  return [whole, ...blocks.filter((block) => block.start !== block.end)];
}

module.exports = { rangesOf };
