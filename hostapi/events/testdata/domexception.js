// DOMException.
const { inspect, types } = require('util');
const log = console.log;
const failing = (run) => {
  try {
    log(run());
  } catch (error) {
    log(error.name, error.code, error.message);
  }
};

const names = [
  'IndexSizeError', 'HierarchyRequestError', 'WrongDocumentError', 'InvalidCharacterError',
  'NoModificationAllowedError', 'NotFoundError', 'NotSupportedError', 'InUseAttributeError',
  'InvalidStateError', 'SyntaxError', 'InvalidModificationError', 'NamespaceError',
  'InvalidAccessError', 'TypeMismatchError', 'SecurityError', 'NetworkError', 'AbortError',
  'URLMismatchError', 'QuotaExceededError', 'TimeoutError', 'InvalidNodeTypeError',
  'DataCloneError', 'EncodingError', 'NotReadableError', 'UnknownError', 'ConstraintError',
  'DataError', 'TransactionInactiveError', 'ReadOnlyError', 'VersionError', 'OperationError',
  'NotAllowedError', 'DOMStringSizeError', 'NoDataAllowedError', 'ValidationError',
];
for (const name of names) log(name, new DOMException('', name).code);
for (const args of [[], ['m'], ['m', 'N'], ['m', undefined], ['m', null], ['m', 5], ['m', {}], ['m', { name: 'O' }], [5, 'N']]) {
  const e = new DOMException(...args);
  log(args, e.name, e.message, e.code, String(e), Object.prototype.toString.call(e));
}
const withCause = new DOMException('m', { name: 'N', cause: { c: 1 } });
log(withCause.cause, Object.getOwnPropertyNames(withCause));
log(withCause instanceof Error, types.isNativeError(withCause), Object.getPrototypeOf(DOMException.prototype) === Error.prototype);
log(inspect(new DOMException('text', 'AbortError')).split('\n')[0]);
log(inspect(new DOMException('text', 'Other')).split('\n')[0], new DOMException('text', 'Other').stack.split('\n')[0]);
failing(() => DOMException.prototype.name);
failing(() => DOMException.prototype.message);
log(Object.keys(DOMException.prototype).join(' '));
log(Object.getOwnPropertyNames(DOMException).filter((key) => typeof DOMException[key] === 'number').join(' '));
log(DOMException.ABORT_ERR, new DOMException().DATA_CLONE_ERR, DOMException.length);
class Mine extends DOMException {
  constructor() { super('mine', 'MineError'); }
}
log(new Mine().name, new Mine() instanceof DOMException, new Mine().stack.split('\n')[0]);
