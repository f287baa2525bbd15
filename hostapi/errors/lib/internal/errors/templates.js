'use strict';

// The messages which need no more than their arguments put in, by the class of the error.
// Programs match on these texts, so they are Node's to the letter.
// Messages which have to be computed stand in internal/errors/messages.

exports.Error = {
  ERR_ASSERTION: '%s',
  ERR_CANNOT_WATCH_SIGINT: 'Cannot watch for SIGINT signals',
  ERR_CHILD_PROCESS_IPC_REQUIRED:
    "Forked processes must have an IPC channel, missing value 'ipc' in %s",
  ERR_CONTEXT_NOT_INITIALIZED: 'context used is not initialized',
  ERR_CRYPTO_CUSTOM_ENGINE_NOT_SUPPORTED: 'Custom engines not supported by this OpenSSL',
  ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY: 'Public key is not valid for specified curve',
  ERR_CRYPTO_ENGINE_UNKNOWN: 'Engine "%s" was not found',
  ERR_CRYPTO_FIPS_FORCED: 'Cannot set FIPS mode, it was forced with --force-fips at startup.',
  ERR_CRYPTO_FIPS_UNAVAILABLE: 'Cannot set FIPS mode in a non-FIPS build.',
  ERR_CRYPTO_HASH_FINALIZED: 'Digest already called',
  ERR_CRYPTO_HASH_UPDATE_FAILED: 'Hash update failed',
  ERR_CRYPTO_INCOMPATIBLE_KEY: 'Incompatible %s: %s',
  ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS: 'The selected key encoding %s %s.',
  ERR_CRYPTO_INVALID_STATE: 'Invalid state for operation %s',
  ERR_CRYPTO_PBKDF2_ERROR: 'PBKDF2 error',
  ERR_CRYPTO_SCRYPT_INVALID_PARAMETER: 'Invalid scrypt parameter',
  ERR_CRYPTO_SCRYPT_NOT_SUPPORTED: 'Scrypt algorithm not supported',
  ERR_CRYPTO_SIGN_KEY_REQUIRED: 'No key provided to sign',
  ERR_DIR_CLOSED: 'Directory handle was closed',
  ERR_DIR_CONCURRENT_OPERATION:
    'Cannot do synchronous work on directory handle with concurrent asynchronous operations',
  ERR_DNS_SET_SERVERS_FAILED: 'c-ares failed to set servers: "%s" [%s]',
  ERR_DOMAIN_CALLBACK_NOT_AVAILABLE:
    'A callback was registered through process.setUncaughtExceptionCaptureCallback(), which ' +
    'is mutually exclusive with using the `domain` module',
  ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE:
    'The `domain` module is in use, which is mutually exclusive with calling ' +
    'process.setUncaughtExceptionCaptureCallback()',
  ERR_EVAL_ESM_CANNOT_PRINT: '--print cannot be used with ESM input',
  ERR_EVENT_RECURSION: 'The event "%s" is already being dispatched',
  ERR_FS_INVALID_SYMLINK_TYPE:
    'Symlink type must be one of "dir", "file", or "junction". Received "%s"',
  ERR_HTTP2_CONNECT_AUTHORITY: ':authority header is required for CONNECT requests',
  ERR_HTTP2_CONNECT_PATH: 'The :path header is forbidden for CONNECT requests',
  ERR_HTTP2_CONNECT_SCHEME: 'The :scheme header is forbidden for CONNECT requests',
  ERR_HTTP2_GOAWAY_SESSION: 'New streams cannot be created after receiving a GOAWAY',
  ERR_HTTP2_HEADERS_AFTER_RESPOND: 'Cannot specify additional headers after response initiated',
  ERR_HTTP2_HEADERS_SENT: 'Response has already been initiated.',
  ERR_HTTP2_INVALID_SESSION: 'The session has been destroyed',
  ERR_HTTP2_INVALID_STREAM: 'The stream has been destroyed',
  ERR_HTTP2_MAX_PENDING_SETTINGS_ACK: 'Maximum number of pending settings acknowledgements',
  ERR_HTTP2_NESTED_PUSH: 'A push stream cannot initiate another push stream.',
  ERR_HTTP2_NO_MEM: 'Out of memory',
  ERR_HTTP2_NO_SOCKET_MANIPULATION:
    'HTTP/2 sockets should not be directly manipulated (e.g. read and written)',
  ERR_HTTP2_OUT_OF_STREAMS: 'No stream ID is available because maximum stream ID has been reached',
  ERR_HTTP2_PAYLOAD_FORBIDDEN: 'Responses with %s status must not have a payload',
  ERR_HTTP2_PING_CANCEL: 'HTTP2 ping cancelled',
  ERR_HTTP2_PUSH_DISABLED: 'HTTP/2 client has disabled push streams',
  ERR_HTTP2_SEND_FILE: 'Directories cannot be sent',
  ERR_HTTP2_SEND_FILE_NOSEEK: 'Offset or length can only be specified for regular files',
  ERR_HTTP2_SESSION_ERROR: 'Session closed with error code %s',
  ERR_HTTP2_SETTINGS_CANCEL: 'HTTP2 session settings canceled',
  ERR_HTTP2_SOCKET_BOUND: 'The socket is already bound to an Http2Session',
  ERR_HTTP2_SOCKET_UNBOUND: 'The socket has been disconnected from the Http2Session',
  ERR_HTTP2_STATUS_101: 'HTTP status code 101 (Switching Protocols) is forbidden in HTTP/2',
  ERR_HTTP2_STREAM_ERROR: 'Stream closed with error code %s',
  ERR_HTTP2_STREAM_SELF_DEPENDENCY: 'A stream cannot depend on itself',
  ERR_HTTP2_TOO_MANY_CUSTOM_SETTINGS: 'Number of custom settings exceeds MAX_ADDITIONAL_SETTINGS',
  ERR_HTTP2_TOO_MANY_INVALID_FRAMES: 'Too many invalid HTTP/2 frames',
  ERR_HTTP2_TRAILERS_ALREADY_SENT: 'Trailing headers have already been sent',
  ERR_HTTP2_TRAILERS_NOT_READY:
    'Trailing headers cannot be sent until after the wantTrailers event is emitted',
  ERR_HTTP2_UNSUPPORTED_PROTOCOL: 'protocol "%s" is unsupported.',
  ERR_HTTP_BODY_NOT_ALLOWED:
    'Adding content for this request method or response status is not allowed.',
  ERR_HTTP_CONTENT_LENGTH_MISMATCH:
    "Response body's content-length of %s byte(s) does not match the content-length of %s " +
    "byte(s) set in header",
  ERR_HTTP_HEADERS_SENT: 'Cannot %s headers after they are sent to the client',
  ERR_HTTP_REQUEST_TIMEOUT: 'Request timeout',
  ERR_HTTP_SOCKET_ASSIGNED: 'ServerResponse has an already assigned socket',
  ERR_HTTP_SOCKET_ENCODING: 'Changing the socket encoding is not allowed per RFC7230 Section 3.',
  ERR_HTTP_TRAILER_INVALID: 'Trailers are invalid with this transfer encoding',
  ERR_INPUT_TYPE_NOT_ALLOWED:
    '--input-type can only be used with string input via --eval, --print, or STDIN',
  ERR_INVALID_STATE: 'Invalid state: %s',
  ERR_IPC_CHANNEL_CLOSED: 'Channel closed',
  ERR_IPC_DISCONNECTED: 'IPC channel is already disconnected',
  ERR_IPC_ONE_PIPE: 'Child process can have only one IPC pipe',
  ERR_IPC_SYNC_FORK: 'IPC cannot be used with synchronous forks',
  ERR_METHOD_NOT_IMPLEMENTED: 'The %s method is not implemented',
  ERR_MULTIPLE_CALLBACK: 'Callback called multiple times',
  ERR_NO_CRYPTO: 'Node.js is not compiled with OpenSSL crypto support',
  ERR_OPERATION_FAILED: 'Operation failed: %s',
  ERR_REQUIRE_CYCLE_MODULE: '%s',
  ERR_SCRIPT_EXECUTION_INTERRUPTED: 'Script execution was interrupted by `SIGINT`',
  ERR_SERVER_ALREADY_LISTEN: 'Listen method has been called more than once without closing.',
  ERR_SERVER_NOT_RUNNING: 'Server is not running.',
  ERR_SOCKET_ALREADY_BOUND: 'Socket is already bound',
  ERR_SOCKET_CLOSED: 'Socket is closed',
  ERR_SOCKET_CLOSED_BEFORE_CONNECTION: 'Socket closed before the connection was established',
  ERR_SOCKET_CONNECTION_TIMEOUT: 'Socket connection timeout',
  ERR_SOCKET_DGRAM_IS_CONNECTED: 'Already connected',
  ERR_SOCKET_DGRAM_NOT_CONNECTED: 'Not connected',
  ERR_SOCKET_DGRAM_NOT_RUNNING: 'Not running',
  ERR_STREAM_ALREADY_FINISHED: 'Cannot call %s after a stream was finished',
  ERR_STREAM_CANNOT_PIPE: 'Cannot pipe, not readable',
  ERR_STREAM_DESTROYED: 'Cannot call %s after a stream was destroyed',
  ERR_STREAM_PREMATURE_CLOSE: 'Premature close',
  ERR_STREAM_PUSH_AFTER_EOF: 'stream.push() after EOF',
  ERR_STREAM_UNSHIFT_AFTER_END_EVENT: 'stream.unshift() after end event',
  ERR_STREAM_WRAP: 'Stream has StringDecoder set or is in objectMode',
  ERR_STREAM_WRITE_AFTER_END: 'write after end',
  ERR_SYNTHETIC: 'JavaScript Callstack',
  ERR_TLS_DH_PARAM_SIZE: 'DH parameter size %s is less than 2048',
  ERR_TLS_HANDSHAKE_TIMEOUT: 'TLS handshake timeout',
  ERR_TLS_INVALID_STATE: 'TLS socket connection must be securely established',
  ERR_TLS_RENEGOTIATION_DISABLED: 'TLS session renegotiation disabled for this socket',
  ERR_TLS_REQUIRED_SERVER_NAME: '"servername" is required parameter for Server.addContext',
  ERR_TLS_SESSION_ATTACK: 'TLS session renegotiation attack detected',
  ERR_TLS_SNI_FROM_SERVER: 'Cannot issue SNI from a TLS server-side socket',
  ERR_UNAVAILABLE_DURING_EXIT: 'Cannot call function in process exit handler',
  ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET:
    '`process.setupUncaughtExceptionCapture()` was called while a capture callback was ' +
    'already active',
  ERR_UNKNOWN_BUILTIN_MODULE: 'No such built-in module: %s',
  ERR_UNKNOWN_CREDENTIAL: '%s identifier does not exist: %s',
  ERR_USE_AFTER_CLOSE: '%s was closed',
  ERR_VALID_PERFORMANCE_ENTRY_TYPE: 'At least one valid performance entry type is required',
  ERR_WORKER_INIT_FAILED: 'Worker initialization failure: %s',
  ERR_WORKER_MESSAGING_ERRORED:
    'The destination thread threw an error while processing the message',
  ERR_WORKER_MESSAGING_FAILED: 'Cannot find the destination thread or listener',
  ERR_WORKER_MESSAGING_SAME_THREAD: 'Cannot sent a message to the same thread',
  ERR_WORKER_MESSAGING_TIMEOUT: 'Sending a message to another thread timed out',
  ERR_WORKER_NOT_RUNNING: 'Worker instance not running',
  ERR_WORKER_OUT_OF_MEMORY: 'Worker terminated due to reaching memory limit: %s',
  ERR_WORKER_UNSERIALIZABLE_ERROR: 'Serializing an uncaught exception failed',
};

exports.TypeError = {
  ERR_AMBIGUOUS_ARGUMENT: 'The "%s" argument is ambiguous. %s',
  ERR_ARG_NOT_ITERABLE: '%s must be iterable',
  ERR_ASYNC_CALLBACK: '%s must be a function',
  ERR_ASYNC_TYPE: 'Invalid name for async "type": %s',
  ERR_CONSOLE_WRITABLE_STREAM: 'Console expects a writable stream instance for %s',
  ERR_CRYPTO_ECDH_INVALID_FORMAT: 'Invalid ECDH format: %s',
  ERR_CRYPTO_INVALID_DIGEST: 'Invalid digest: %s',
  ERR_CRYPTO_INVALID_JWK: 'Invalid JWK data',
  ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE: 'Invalid key object type %s, expected %s.',
  ERR_FEATURE_UNAVAILABLE_ON_PLATFORM:
    'The feature %s is unavailable on the current platform, which is being used to run Node.js',
  ERR_HTTP2_ALTSVC_INVALID_ORIGIN: 'HTTP/2 ALTSVC frames require a valid origin',
  ERR_HTTP2_ALTSVC_LENGTH: 'HTTP/2 ALTSVC frames are limited to 16382 bytes',
  ERR_HTTP2_HEADER_SINGLE_VALUE: 'Header field "%s" must only have a single value',
  ERR_HTTP2_INVALID_CONNECTION_HEADERS: 'HTTP/1 Connection specific headers are forbidden: "%s"',
  ERR_HTTP2_INVALID_HEADER_VALUE: 'Invalid value "%s" for header "%s"',
  ERR_HTTP2_INVALID_ORIGIN: 'HTTP/2 ORIGIN frames require a valid origin',
  ERR_HTTP2_INVALID_PSEUDOHEADER:
    '"%s" is an invalid pseudoheader or is used incorrectly',
  ERR_HTTP2_ORIGIN_LENGTH: 'HTTP/2 ORIGIN frames are limited to 16382 bytes',
  ERR_HTTP2_PSEUDOHEADER_NOT_ALLOWED: 'Cannot set HTTP/2 pseudo-headers',
  ERR_HTTP_INVALID_HEADER_VALUE: 'Invalid value "%s" for header "%s"',
  ERR_ILLEGAL_CONSTRUCTOR: 'Illegal constructor',
  ERR_IMPORT_ASSERTION_TYPE_FAILED: 'Module "%s" is not of type "%s"',
  ERR_IMPORT_ASSERTION_TYPE_MISSING:
    'Module "%s" needs an import attribute of type "%s"',
  ERR_IMPORT_ASSERTION_TYPE_UNSUPPORTED: 'Import attribute type "%s" is unsupported',
  ERR_IMPORT_ATTRIBUTE_UNSUPPORTED: 'Import attribute "%s" with value "%s" is not supported',
  ERR_INCOMPATIBLE_OPTION_PAIR: 'Option "%s" cannot be used in combination with option "%s"',
  ERR_INVALID_CURSOR_POS: 'Cannot set cursor row without setting its column',
  ERR_INVALID_FD_TYPE: 'Unsupported fd type: %s',
  ERR_INVALID_FILE_URL_HOST: 'File URL host must be "localhost" or empty on %s',
  ERR_INVALID_FILE_URL_PATH: 'File URL path %s',
  ERR_INVALID_HANDLE_TYPE: 'This handle type cannot be sent',
  ERR_INVALID_IP_ADDRESS: 'Invalid IP address: %s',
  ERR_INVALID_PROTOCOL: 'Protocol "%s" not supported. Expected "%s"',
  ERR_INVALID_SYNC_FORK_INPUT:
    'Asynchronous forks do not support Buffer, TypedArray, DataView or string input: %s',
  ERR_INVALID_THIS: 'Value of "this" must be of type %s',
  ERR_INVALID_TUPLE: '%s must be an iterable %s tuple',
  ERR_MISSING_OPTION: '%s is required',
  ERR_NO_ICU: '%s is not supported on Node.js compiled without ICU',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: '%s',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL:
    "Unexpected argument '%s'. This command does not take positional arguments",
  ERR_PERFORMANCE_INVALID_TIMESTAMP: '%s is not a valid timestamp',
  ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS: '%s',
  ERR_SOCKET_BAD_BUFFER_SIZE: 'Buffer size must be a positive integer',
  ERR_SOCKET_BAD_TYPE: 'Bad socket type specified. Valid types are: udp4, udp6',
  ERR_STREAM_NULL_VALUES: 'May not write null values to stream',
  ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS:
    'The ALPNCallback and ALPNProtocols TLS options are mutually exclusive',
  ERR_TLS_INVALID_CONTEXT: '%s must be a SecureContext',
  ERR_TLS_INVALID_PROTOCOL_VERSION: '"%s" is not a valid %s TLS protocol version',
  ERR_TLS_PROTOCOL_VERSION_CONFLICT:
    'TLS protocol version "%s" conflicts with secureProtocol "%s"',
  ERR_UNESCAPED_CHARACTERS: '%s contains unescaped characters',
  ERR_UNKNOWN_ENCODING: 'Unknown encoding: %s',
  ERR_UNKNOWN_FILE_EXTENSION: 'Unknown file extension "%s" for %s',
  ERR_UNKNOWN_SIGNAL: 'Unknown signal: %s',
  ERR_UNSUPPORTED_RESOLVE_REQUEST:
    'Failed to resolve module specifier \"%s\" from \"%s\": Invalid relative URL or base scheme ' +
    'is not hierarchical.',
  ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING: 'A dynamic import callback was not specified.',
  ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG:
    'A dynamic import callback was invoked without --experimental-vm-modules',
  ERR_WORKER_UNSUPPORTED_OPERATION: '%s is not supported in workers',
};

exports.RangeError = {
  ERR_BROTLI_INVALID_PARAM: '%s is not a valid Brotli parameter',
  ERR_BUFFER_TOO_LARGE: 'Cannot create a Buffer larger than %s bytes',
  ERR_CHILD_PROCESS_STDIO_MAXBUFFER: '%s maxBuffer length exceeded',
  ERR_ENCODING_NOT_SUPPORTED: 'The "%s" encoding is not supported',
  ERR_FS_FILE_TOO_LARGE: 'File size (%s) is greater than 2 GiB',
  ERR_HTTP2_INFO_STATUS_NOT_ALLOWED: 'Informational status codes cannot be used',
  ERR_HTTP2_INVALID_INFO_STATUS: 'Invalid informational status code: %s',
  ERR_HTTP2_INVALID_PACKED_SETTINGS_LENGTH: 'Packed settings length must be a multiple of six',
  ERR_HTTP2_PING_LENGTH: 'HTTP2 ping payload must be 8 bytes',
  ERR_HTTP2_STATUS_INVALID: 'Invalid status code: %s',
  ERR_HTTP_INVALID_STATUS_CODE: 'Invalid status code: %s',
  ERR_INVALID_ASYNC_ID: 'Invalid %s value: %s',
  ERR_INVALID_BUFFER_SIZE: 'Buffer size must be a multiple of %s',
  ERR_INVALID_FD: '"fd" must be a positive integer: %s',
  ERR_UNKNOWN_MODULE_FORMAT: 'Unknown module format: %s for URL %s',
};

exports.SyntaxError = {
  ERR_TLS_CERT_ALTNAME_FORMAT: 'Invalid subject alternative name string',
};

exports.URIError = {
  ERR_INVALID_URI: 'URI malformed',
};

exports.SystemError = {
  ERR_FS_CP_DIR_TO_NON_DIR: 'Cannot overwrite non-directory with directory',
  ERR_FS_CP_EEXIST: 'Target already exists',
  ERR_FS_CP_EINVAL: 'Invalid src or dest',
  ERR_FS_CP_FIFO_PIPE: 'Cannot copy a FIFO pipe',
  ERR_FS_CP_NON_DIR_TO_DIR: 'Cannot overwrite directory with non-directory',
  ERR_FS_CP_SOCKET: 'Cannot copy a socket file',
  ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY: 'Cannot overwrite symlink in subdirectory of self',
  ERR_FS_CP_UNKNOWN: 'Cannot copy an unknown file type',
  ERR_FS_EISDIR: 'Path is a directory',
  ERR_SOCKET_BUFFER_SIZE: 'Could not get or set buffer size',
  ERR_SYSTEM_ERROR: 'A system error occurred',
  ERR_TTY_INIT_FAILED: 'TTY initialization failed',
};
