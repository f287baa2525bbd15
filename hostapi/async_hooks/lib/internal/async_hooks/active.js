'use strict';

// The hooks that are enabled, and how they are told. An error in a hook ends the
// program: nobody could go on with resources half announced.

const kInit = Symbol('init');
const kBefore = Symbol('before');
const kAfter = Symbol('after');
const kDestroy = Symbol('destroy');
const kPromiseResolve = Symbol('promiseResolve');

const binding = internalBinding('async_hooks');

function die(error) {
  const process = require('process');
  const text = typeof error?.stack === 'string' ? error.stack : `Error: ${String(error)}`;
  process._rawDebug(text);
  process.removeAllListeners('uncaughtException');
  process.exit(1);
}

const self = module.exports = {
  kInit, kBefore, kAfter, kDestroy, kPromiseResolve,
  // Replaced when it changes: a hook may enable and disable others.
  hooks: [],
  emitInit(asyncId, type, triggerAsyncId, resource) {
    const { hooks } = self;
    try {
      for (let i = 0; i < hooks.length; i++) {
        if (hooks[i][kInit] !== undefined) hooks[i][kInit](asyncId, type, triggerAsyncId, resource);
      }
    } catch (error) {
      die(error);
    }
  },
  emitBefore: emitter(kBefore),
  emitAfter: emitter(kAfter),
  emitDestroy: emitter(kDestroy),
  emitPromiseResolve: emitter(kPromiseResolve),
  change(hooks) {
    self.hooks = hooks;
    const wanted = (kind, emit) => (hooks.some((hook) => hook[kind] !== undefined) ? emit : undefined);
    if (hooks.length === 0) binding.setHooks();
    else {
      binding.setHooks(wanted(kInit, self.emitInit), wanted(kBefore, self.emitBefore), wanted(kAfter, self.emitAfter),
        wanted(kDestroy, self.emitDestroy), wanted(kPromiseResolve, self.emitPromiseResolve));
    }
  },
};

function emitter(kind) {
  return (asyncId) => {
    const { hooks } = self;
    try {
      for (let i = 0; i < hooks.length; i++) {
        if (hooks[i][kind] !== undefined) hooks[i][kind](asyncId);
      }
    } catch (error) {
      die(error);
    }
  };
}
