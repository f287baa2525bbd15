'use strict';

// Errors of the operating system: libuv's numbers, names and texts, and the errors made of them.

const { uvErrors } = internalBinding('errors');

let byNumber;
let byName;

function load() {
  byNumber = new Map();
  byName = new Map();
  for (const [errno, name, message] of uvErrors()) {
    byNumber.set(errno, [name, message]);
    byName.set(name, errno);
  }
}

// uvErrmapGet(-2) is ['ENOENT', 'no such file or directory'].
function uvErrmapGet(errno) {
  if (byNumber === undefined) load();
  return byNumber.get(errno);
}

// uvErrno('ENOENT') is -2.
function uvErrno(name) {
  if (byName === undefined) load();
  return byName.get(name);
}

function uvErrorMap() {
  if (byNumber === undefined) load();
  return new Map(byNumber);
}

function uvErrorName(errno) {
  const entry = uvErrmapGet(errno);
  return entry === undefined ? `Unknown system error ${errno}` : entry[0];
}

// A failed call of the file system: { errno or code, syscall, path, dest, message }.
function uvException(context) {
  const errno = context.errno ?? uvErrno(context.code);
  const [code, text] = uvErrmapGet(errno) ?? [context.code ?? 'UNKNOWN', 'unknown error'];
  let message = `${code}: ${context.message || text}, ${context.syscall}`;
  const path = context.path === undefined ? undefined : `${context.path}`;
  const dest = context.dest === undefined ? undefined : `${context.dest}`;
  if (path) message += ` '${path}'`;
  if (dest) message += ` -> '${dest}'`;
  const error = new Error(message);
  error.errno = errno;
  error.code = code;
  error.syscall = context.syscall;
  if (path) error.path = path;
  if (dest) error.dest = dest;
  return error;
}

// A failed call which has no path: message "syscall CODE [original]".
function errnoException(errno, syscall, original) {
  const code = uvErrorName(errno);
  const error = new Error(original ? `${syscall} ${code} ${original}` : `${syscall} ${code}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  return error;
}

function place(address, port) {
  if (port && port > 0) return ` ${address}:${port}`;
  return address ? ` ${address}` : '';
}

// A failed connection: message "connect ECONNREFUSED 127.0.0.1:80 - Local (…)".
function exceptionWithHostPort(errno, syscall, address, port, additional) {
  const code = uvErrorName(errno);
  const local = additional ? ` - Local (${additional})` : '';
  const error = new Error(`${syscall} ${code}${place(address, port)}${local}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  error.address = address;
  if (port) error.port = port;
  return error;
}

// A failed listen or bind: message "listen EADDRINUSE: address already in use :::80".
function uvExceptionWithHostPort(errno, syscall, address, port) {
  const [code, text] = uvErrmapGet(errno) ?? ['UNKNOWN', 'unknown error'];
  const error = new Error(`${syscall} ${code}: ${text}${place(address, port)}`);
  error.code = code;
  error.errno = errno;
  error.syscall = syscall;
  error.address = address;
  if (port) error.port = port;
  return error;
}

// A failed name lookup; code is a number of libuv or a name of c-ares.
function dnsException(code, syscall, hostname) {
  let errno;
  let name = code;
  if (typeof code === 'number') {
    errno = code;
    name = code === -3007 || code === -3008 ? 'ENOTFOUND' : uvErrorName(code);
  }
  const error = new Error(`${syscall} ${name}${hostname ? ` ${hostname}` : ''}`);
  error.errno = errno;
  error.code = name;
  error.syscall = syscall;
  if (hostname) error.hostname = hostname;
  return error;
}

function connResetException(message) {
  const error = new Error(message);
  error.code = 'ECONNRESET';
  return error;
}

module.exports = {
  connResetException,
  dnsException,
  errnoException,
  exceptionWithHostPort,
  uvErrmapGet,
  uvErrno,
  uvErrorMap,
  uvErrorName,
  uvException,
  uvExceptionWithHostPort,
};
