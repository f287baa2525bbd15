'use strict';

// fs.cp, fs.cpSync and fs.promises.cp. The copying is written once, as generators that yield what
// is to be done with the file system; two drivers perform it, at once or by promises.

const pathModule = require('path');
const { codes } = require('internal/errors');
const { validateBoolean, validateFunction, validateInteger, validateObject } = require('internal/validators');
const { validateCallback, validatePath } = require('internal/fs/arguments');

const EEXIST = 17;
const ENOTDIR = 20;
const EISDIR = 21;
const EINVAL = 22;
const writableBit = 0o200;
const bigint = { bigint: true };

const defaults = {
  dereference: false,
  errorOnExist: false,
  filter: undefined,
  force: true,
  preserveTimestamps: false,
  recursive: false,
  verbatimSymlinks: false,
};

function cpOptions(options) {
  if (options === undefined) return { ...defaults, mode: 0 };
  validateObject(options, 'options');
  options = { ...defaults, ...options };
  for (const name of ['dereference', 'errorOnExist', 'force', 'preserveTimestamps', 'recursive',
    'verbatimSymlinks']) {
    validateBoolean(options[name], `options.${name}`);
  }
  options.mode ??= 0;
  validateInteger(options.mode, 'mode', 0, 7);
  if (options.dereference && options.verbatimSymlinks) {
    throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('dereference', 'verbatimSymlinks');
  }
  if (options.filter !== undefined) validateFunction(options.filter, 'options.filter');
  return options;
}

function failure(name, code, errno, message, path) {
  return new codes[name]({ message, path, syscall: 'cp', errno, code });
}

function areIdentical(a, b) {
  return b.ino && b.dev && b.ino === a.ino && b.dev === a.dev;
}

function partsOf(path) {
  return pathModule.resolve(path).split(pathModule.sep).filter(Boolean);
}

function isSubdirectory(parent, path) {
  const parts = partsOf(path);
  return partsOf(parent).every((part, i) => parts[i] === part);
}

// Copies one thing, unless the filter skips it. The directory it goes to is made when make says so.
function* copyEntry(source, destination, options, make) {
  if (options.filter && !(yield ['filter', source, destination])) return;
  const stat = options.dereference ? 'stat' : 'lstat';
  const from = yield [stat, source, bigint];
  const to = yield* statIfThere(stat, destination);
  checkPair(source, destination, from, to);
  if (make) {
    yield* checkParents(source, from, destination);
    yield* makeParent(destination);
  }
  yield* copyByType(source, destination, from, to, options);
}

function* statIfThere(stat, path) {
  try {
    return yield [stat, path, bigint];
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function checkPair(source, destination, from, to) {
  if (to !== null) {
    if (areIdentical(from, to)) {
      throw failure('ERR_FS_CP_EINVAL', 'EINVAL', EINVAL, 'src and dest cannot be the same',
        destination);
    }
    if (from.isDirectory() && !to.isDirectory()) {
      throw failure('ERR_FS_CP_DIR_TO_NON_DIR', 'EISDIR', EISDIR,
        `cannot overwrite non-directory ${destination} with directory ${source}`, destination);
    }
    if (!from.isDirectory() && to.isDirectory()) {
      throw failure('ERR_FS_CP_NON_DIR_TO_DIR', 'ENOTDIR', ENOTDIR,
        `cannot overwrite directory ${destination} with non-directory ${source}`, destination);
    }
  }
  if (from.isDirectory() && isSubdirectory(source, destination)) {
    throw intoItself(source, destination);
  }
}

function intoItself(source, destination) {
  return failure('ERR_FS_CP_EINVAL', 'EINVAL', EINVAL,
    `cannot copy ${source} to a subdirectory of self ${destination}`, destination);
}

// A directory must not be copied into itself, by whatever links the way leads.
function* checkParents(source, from, destination) {
  const sourceParent = pathModule.resolve(pathModule.dirname(source));
  let parent = pathModule.resolve(pathModule.dirname(destination));
  while (parent !== sourceParent && parent !== pathModule.parse(parent).root) {
    const stats = yield* statIfThere('stat', parent);
    if (stats === null) return;
    if (areIdentical(from, stats)) throw intoItself(source, destination);
    parent = pathModule.dirname(parent);
  }
}

function* makeParent(destination) {
  const parent = pathModule.dirname(destination);
  if (yield ['exists', parent]) return;
  yield ['mkdir', parent, { recursive: true }];
}

function* copyByType(source, destination, from, to, options) {
  if (from.isDirectory()) {
    if (!options.recursive) {
      throw failure('ERR_FS_EISDIR', 'EISDIR', options.directoryErrno,
        `${source} is a directory (not copied)`, source);
    }
    yield* copyDirectory(source, destination, from, to, options);
  } else if (from.isFile() || from.isCharacterDevice() || from.isBlockDevice()) {
    yield* copyFile(source, destination, from, to, options);
  } else if (from.isSymbolicLink()) {
    yield* copyLink(source, destination, to, options);
  } else if (from.isSocket()) {
    throw failure('ERR_FS_CP_SOCKET', 'EINVAL', EINVAL, `cannot copy a socket file: ${destination}`,
      destination);
  } else if (from.isFIFO()) {
    throw failure('ERR_FS_CP_FIFO_PIPE', 'EINVAL', EINVAL, `cannot copy a FIFO pipe: ${destination}`,
      destination);
  } else {
    throw failure('ERR_FS_CP_UNKNOWN', 'EINVAL', EINVAL,
      `cannot copy an unknown file type: ${destination}`, destination);
  }
}

function* copyFile(source, destination, from, to, options) {
  if (to !== null) {
    if (!options.force) {
      if (!options.errorOnExist) return;
      throw failure('ERR_FS_CP_EEXIST', 'EEXIST', EEXIST, `${destination} already exists`,
        destination);
    }
    yield ['unlink', destination];
  }
  yield ['copyFile', source, destination, options.mode];
  const mode = Number(from.mode);
  if (options.preserveTimestamps) {
    if ((mode & writableBit) === 0) yield ['chmod', destination, mode | writableBit];
    // Reading the source has changed its access time.
    const { atime, mtime } = yield ['stat', source];
    yield ['utimes', destination, atime, mtime];
  }
  yield ['chmod', destination, mode];
}

function* copyDirectory(source, destination, from, to, options) {
  if (to === null) yield ['mkdir', destination];
  for (const name of yield ['readdir', source]) {
    yield* copyEntry(pathModule.join(source, name), pathModule.join(destination, name), options,
      false);
  }
  if (to === null) yield ['chmod', destination, Number(from.mode)];
}

function* copyLink(source, destination, to, options) {
  let target = yield ['readlink', source];
  if (!options.verbatimSymlinks && !pathModule.isAbsolute(target)) {
    target = pathModule.resolve(pathModule.dirname(source), target);
  }
  const old = to === null ? null : yield* oldTarget(destination);
  if (old === null) {
    yield ['symlink', target, destination];
    return;
  }
  if (isSubdirectory(target, old)) throw intoItself(target, old);
  if ((yield ['stat', source]).isDirectory() && isSubdirectory(old, target)) {
    throw failure('ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY', 'EINVAL', EINVAL,
      `cannot overwrite ${old} with ${target}`, destination);
  }
  yield ['unlink', destination];
  yield ['symlink', target, destination];
}

// Where the link at destination leads; null for what is no link.
function* oldTarget(destination) {
  try {
    const target = yield ['readlink', destination];
    return pathModule.resolve(pathModule.dirname(destination), target);
  } catch (error) {
    if (error.code === 'EINVAL' || error.code === 'UNKNOWN') return null;
    throw error;
  }
}

function filterSync(filter, source, destination) {
  const keep = filter(source, destination);
  if (keep instanceof Promise) {
    throw new codes.ERR_INVALID_RETURN_VALUE('boolean', 'filter', keep);
  }
  return keep;
}

function performSync(fs, options, [name, ...args]) {
  if (name === 'filter') return filterSync(options.filter, ...args);
  return fs[`${name}Sync`](...args);
}

function cpSync(source, destination, options) {
  options = { ...cpOptions(options), directoryErrno: EINVAL };
  source = validatePath(source, 'src');
  destination = validatePath(destination, 'dest');
  const fs = require('fs');
  const steps = copyEntry(source, destination, options, true);
  let step = steps.next();
  while (!step.done) {
    let result;
    try {
      result = performSync(fs, options, step.value);
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(result);
  }
}

function perform(promises, options, [name, ...args]) {
  if (name === 'filter') return options.filter(...args);
  if (name === 'exists') return promises.access(args[0]).then(() => true, () => false);
  return promises[name](...args);
}

async function cp(source, destination, options) {
  options = { ...cpOptions(options), directoryErrno: EISDIR };
  source = validatePath(source, 'src');
  destination = validatePath(destination, 'dest');
  const promises = require('fs/promises');
  const steps = copyEntry(source, destination, options, true);
  let step = steps.next();
  while (!step.done) {
    let result;
    try {
      result = await perform(promises, options, step.value);
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(result);
  }
}

function cpCallback(source, destination, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateCallback(callback);
  cpOptions(options);
  validatePath(source, 'src');
  validatePath(destination, 'dest');
  cp(source, destination, options).then(
    () => process.nextTick(callback, null, undefined),
    (error) => process.nextTick(callback, error));
}

module.exports = { cp, cpCallback, cpSync };
